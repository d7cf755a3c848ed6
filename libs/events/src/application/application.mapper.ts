import type { PersonSummary } from '@yoriai/identity';
import { jstDate, type DateOnly } from '@yoriai/platform';
import { onTheDay } from '../asks/ages.rules.js';
import { asksOf } from '../asks/asks.rules.js';
import { isPhotosOpen, isSaidByGuardian, photosTold, type PhotosTold } from '../asks/photos.rules.js';
import { told } from '../asks/questions.rules.js';
import { consentTold, hasPlace } from '../consent/consent.mapper.js';
import { choiceVerdict, undoUntil } from '../choice/choice.rules.js';
import type { EventState } from '../event/event.rules.js';
import { toDate, type EventSnapshot } from '../revision/snapshot.js';
import type { ApplicationCan, ApplicationLine, TicketAnswer, TicketCan, TicketEvent } from './application.dto.js';
import type { ApplicationStatus, Channel, Companion } from './application.entity.js';
import type { BookingRow } from './application.repository.js';
import { acceptVerdict, answerVerdict, cancelVerdict, freeIn, promoteVerdict } from './application.rules.js';
import { freeForFewer, waitReason, type WaitReason } from './offer.rules.js';
import type { Amendment } from '../amendment/amendment.repository.js';
import { amendedTold, lineAmend, ticketAmend, type Amended } from '../amendment/amended.mapper.js';
import { statusTold } from '../amendment/amendment.rules.js';

/** The event of a booking as the public sees it. */
export interface BookedEvent {
  id: string;
  /** Null where the page is not theirs to open any more. */
  slug: string | null;
  state: EventState;
  organisationId: string;
  category: string | null;
  /** The series it is a date of. */
  seriesId: string | null;
  snapshot: EventSnapshot;
  startsAt: Date | null;
  endsAt: Date | null;
  /** Why it does not take place; null while it does. */
  cancellationReason: string | null;
}

/** An application as other contexts may see it. Contacts are L3: show them only where there is a need. */
export interface Booking {
  id: string;
  eventId: string;
  frameId: string;
  frameName: string;
  personId: string;
  /** Six characters to say on the phone, `B29-4K7`. */
  number: string;
  heads: number;
  /** Who comes along, by name (L3); empty where only their number was asked for. */
  companions: readonly Companion[];
  /** The group that the person speaks for, where the frame is for groups. */
  groupName: string | null;
  /** The others of a group that was parted: the person is not among the heads. */
  withoutApplicant: boolean;
  status: ApplicationStatus;
  /** The same as its holder knows it: what the host answered and was not told yet is none. */
  told: ApplicationStatus;
  /** The host says who gets a place, and by which day. */
  chosen: boolean;
  answersBy: DateOnly | null;
  /** The event began and the host had said nothing. */
  unanswered: boolean;
  /** What the host says to somebody who was not chosen. */
  hostWords: string | null;
  /** Confirmed, or confirmed once and kept while a guardian is asked anew. */
  hasPlace: boolean;
  /** May pictures be shown? Null: nobody asks. */
  photos: PhotosTold | null;
  waitlistPosition: number | null;
  /** Until when a place is kept for them; null where none is. */
  offerEndsAt: Date | null;
  /** When lots are drawn, while they are not; null for every other application. */
  drawsAt: Date | null;
  /** A guardian's answer ended it, or the lack of one. */
  endedBy: 'consent-refused' | 'no-consent' | null;
  /** Its holder gave it up while they waited: no place was theirs. */
  stoppedWaiting: boolean;
  /** A guardian is asked for it and has not said yes. */
  consentAsked: boolean;
  /** Until when a place without a guardian's yes is kept; null: not let go by itself. */
  releaseAt: Date | null;
  channel: Channel;
  contactPhone: string | null;
  contactEmail: string | null;
  createdAt: Date;
  /** Entry numbers in the contest of the event; those of an application that ended are nobody's. */
  entries: readonly number[];
  event: BookedEvent;
}

/** The application as its holder knows it: an answer of the host that was not told yet is none. */
export function asTold(row: BookingRow): BookingRow {
  return row.untold_since === null ? row : { ...row, status: statusTold(row), position: null, ended_by: null, host_words: null, left_queue: false, stopped_waiting: false };
}

export function toBooking(row: BookingRow): Booking {
  const { id, number, heads, status, channel, snapshot, slug, state, category } = row;
  return {
    ...{ id, number, heads, status, channel },
    companions: (row.companions ?? []).map(({ name, kana }) => ({ name, kana })),
    groupName: row.group_name,
    withoutApplicant: row.part_of !== null,
    ...chosenOf(row),
    hasPlace: hasPlace(asTold(row)),
    photos: photosTold(asksOf(row), row.photos),
    eventId: row.event_id,
    frameId: row.frame_id,
    frameName: frameNameOf(row),
    personId: row.person_id,
    waitlistPosition: row.position,
    offerEndsAt: row.offer_ends_at,
    drawsAt: row.draws_at,
    endedBy: endedBy(row),
    stoppedWaiting: asTold(row).stopped_waiting,
    consentAsked: row.consent === 'asked',
    releaseAt: toDate(consentTold(asTold(row))?.releaseAt),
    contactPhone: row.contact_phone,
    contactEmail: row.contact_email,
    createdAt: row.created_at,
    entries: entriesOf(row),
    event: {
      ...{ slug, state, category, snapshot },
      id: row.event_id,
      organisationId: row.organisation_id,
      seriesId: row.series_id,
      startsAt: toDate(snapshot.startsAt),
      endsAt: toDate(snapshot.endsAt),
      cancellationReason: row.cancellation_reason,
    },
  };
}

const chosenOf = (row: BookingRow): Pick<Booking, 'told' | 'chosen' | 'answersBy' | 'unanswered' | 'hostWords'> => ({
  told: asTold(row).status,
  chosen: row.chosen,
  answersBy: row.answers_by,
  unanswered: row.ended_by === 'unanswered',
  hostWords: row.host_words,
});

const entriesOf = (row: BookingRow): number[] => (hasPlace(row) ? row.entries : []);

/** Whether a guardian's answer ended it, or the lack of one. */
const endedBy = ({ ended_by: cause }: BookingRow): 'consent-refused' | 'no-consent' | null => (cause === 'consent-refused' || cause === 'no-consent' ? cause : null);

/** The frame's name as the public sees it. */
function frameNameOf(row: BookingRow): string {
  return row.snapshot.frames.find((frame) => frame.id === row.frame_id)?.name ?? row.frame_name;
}

export function toTicketAnswer(found: BookingRow, { person, ticketUrl, partUrls, amended, now }: { person: PersonSummary; ticketUrl: string; partUrls: string[]; amended: Amended; now: Date }): TicketAnswer {
  const row = asTold(found);
  const { id, number, status, waitlistPosition, offerEndsAt, heads, frameName, companions, groupName, withoutApplicant, event, chosen, answersBy, unanswered, hostWords } = toBooking(row);
  const { name, kana } = person;
  const reason = waitReasonOf(row, now);
  return {
    ...{ id, number, status, waitlistPosition, heads, frameName, groupName, withoutApplicant, name, kana, chosen, answersBy, unanswered, hostWords },
    companions: [...companions],
    drawsAt: row.draws_at && row.draws_at.toISOString(),
    asks: asksOf(row),
    said: told(asksOf(row).questions, row.answers),
    photos: photosTold(asksOf(row), row.photos),
    photosOpen: asksOf(row).photos && !isSaidByGuardian(row) && isPhotosOpen(row.ends_at, now),
    guardian: consentTold(row),
    endedBy: endedBy(row),
    ...{ ticketUrl, partUrls },
    entries: entriesOf(row),
    entriesNamed: row.entries_named,
    leftQueue: row.left_queue,
    stoppedWaiting: row.stopped_waiting,
    waitReason: reason,
    freeForFewer: row.next ? freeForFewer(reason, freeIn(placesOf(row))) : null,
    offerEndsAt: offerEndsAt && offerEndsAt.toISOString(),
    ...ticketAmend(row, amended, now),
    event: toTicketEvent(event),
    can: ticketCan(row, now),
  };
}

function ticketCan(row: BookingRow, now: Date): TicketCan {
  const { status, state } = row;
  return {
    amend: lineAmend(row, 'ticket', now),
    accept: acceptVerdict({ status, state, offerEndsAt: row.offer_ends_at, startsAt: row.starts_at }, now),
    answer: answerVerdict({ status, state, startsAt: row.starts_at, partOf: row.part_of }, now),
    cancel: cancelVerdict({ status, state, endsAt: row.ends_at, receivedAt: row.received_at }, now),
  };
}

export function toTicketEvent({ id, slug, state, seriesId, snapshot, cancellationReason }: BookedEvent): TicketEvent {
  const { title, kana, placeName, placeAddress, startsAt, endsAt, bringText, rainPolicy, rainDecisionAt, contactName, contactPhone } = snapshot;
  const told = { title, kana, placeName, placeAddress, startsAt, endsAt, bringText, rainPolicy, rainDecisionAt, contactName, contactPhone };
  return { id, slug, state, seriesId, ...told, rainDate: snapshot.rainDate ?? null, heatLimit: snapshot.heatLimit ?? null, organisationName: snapshot.organisation.name, cancellationReason };
}

export function toApplicationLine(row: BookingRow, person: PersonSummary, now: Date, { amendments, read, stood }: { amendments: readonly Amendment[]; read: string; stood: ApplicationStatus | null }): ApplicationLine {
  const { id, number, heads, status, channel } = row;
  const [asks, day] = [asksOf(row), row.starts_at && jstDate(row.starts_at)];
  return {
    ...{ id, number, heads, status, stood, channel },
    frameId: row.frame_id,
    frameName: frameNameOf(row),
    name: person.name,
    kana: person.kana,
    age: onTheDay(asks.ages, row.born, day),
    groupName: row.group_name,
    companions: (row.companions ?? []).map(({ name, kana, born }) => ({ name, kana, age: onTheDay(asks.ages, born, day) })),
    said: told(asks.questions, row.answers),
    photos: photosTold(asks, row.photos),
    guardian: consentTold(row),
    partIsFine: row.part_is_fine,
    entries: entriesOf(row),
    withoutApplicant: row.part_of !== null,
    phone: row.contact_phone,
    email: row.contact_email,
    waitlistPosition: row.position,
    waitReason: waitReasonOf(row, now),
    offerEndsAt: row.offer_ends_at && row.offer_ends_at.toISOString(),
    undoUntil: undoUntil(row.untold_since)?.toISOString() ?? null,
    hostWords: row.host_words,
    createdAt: row.created_at.toISOString(),
    read,
    amended: amendments.flatMap((each) => amendedTold(each) ?? []),
    can: canOf(row, now),
  };
}

const placesOf = ({ capacity, places_taken: placesTaken, shared }: BookingRow) => ({ capacity, placesTaken, shared });

const waitReasonOf = (row: BookingRow, now: Date): WaitReason | null =>
  row.status === 'waitlisted' ? waitReason({ free: freeIn(placesOf(row)), asked: row.asked, heads: row.heads, partIsFine: row.part_is_fine, position: row.position, next: row.next, queue: row.queue, startsAt: row.starts_at }, now) : null;

function canOf(row: BookingRow, now: Date): ApplicationCan {
  const { status, state, heads } = row;
  const times = { endsAt: row.ends_at };
  return {
    amend: lineAmend(row, 'host', now),
    answer: choiceVerdict({ chosen: row.chosen, status, state, receivedAt: row.received_at, ...times }, now),
    promote: promoteVerdict({ status, state, ...times, next: row.next, heads, partIsFine: row.part_is_fine, ...placesOf(row) }, now),
    cancel: cancelVerdict({ status, state, ...times, receivedAt: row.received_at }, now),
  };
}
