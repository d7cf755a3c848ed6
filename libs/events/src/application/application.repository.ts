import { Injectable } from '@nestjs/common';
import { RateLimits, named, newId, rows, type DateOnly, type Tx } from '@yoriai/platform';
import type { Asks } from '../asks/asks.rules.js';
import type { Answers } from '../asks/questions.rules.js';
import type { EventState } from '../event/event.rules.js';
import type { Companions, FrameKind, Queue } from '../frame/frame.entity.js';
import { EventAddresses, type Addressed } from '../invitation/event-addresses.js';
import type { Visibility } from '../invitation/invited-address.rules.js';
import type { EventSnapshot } from '../revision/snapshot.js';
import { RESENDS_BY_PLACE, RESENDS_HERE, RESENDS_IN_ALL } from './application.rules.js';
import type { Consent } from '../consent/consent.rules.js';
import type { GuardianRow } from '../consent/consent-rows.js';
import { SealedBookings, type OpenedBooking, type SealedBooking } from '../sealed/sealed-bookings.js';
import { FREE, SHARED, nextTogether } from './together-sql.js';
import { ApplicationTransitionEntity, type ApplicationStatus, type Channel, type Companion, type TransitionCause } from './application.entity.js';

/** An application together with what it is for: the event as the public sees it. */
export interface BookingRow {
  id: string;
  number: string;
  frame_id: string;
  frame_name: string;
  capacity: number | null;
  places_taken: number;
  /** What the frame shares with others; null where it shares nothing. */
  shared: { places: number; taken: number } | null;
  event_id: string;
  person_id: string;
  heads: number;
  status: ApplicationStatus;
  offer_ends_at: Date | null;
  /** Its holder left the queue, or let an offer pass: it never was a place, nor one that they were told of. `stopped_waiting`: they waited and no place was kept for them. */
  left_queue: boolean;
  stopped_waiting: boolean;
  /** Heads of those in the frame who were offered a place and have not answered. */
  asked: number;
  starts_at: Date | null;
  position: number | null;
  waitlist_order: number | null;
  /** They wait, and it is their turn as soon as they fit. */
  next: boolean;
  queue: Queue;
  /** When lots are drawn, as long as they are not. */
  draws_at: Date | null;
  /** The host says who gets a place. */
  chosen: boolean;
  answers_by: DateOnly | null;
  /** When the host answered, as long as its holder does not know it. */
  untold_since: Date | null;
  host_words: string | null;
  companions: Companion[] | null;
  group_name: string | null;
  born: DateOnly | null;
  answers: Answers | null;
  photos: boolean | null;
  consent: Consent;
  /** Null where no guardian had to say anything. */
  guardian: GuardianRow | null;
  /** Why it ended last; null while it did not. */
  ended_by: TransitionCause | null;
  asks: Partial<Asks>;
  part_is_fine: boolean;
  part_of: string | null;
  channel: Channel;
  contact_phone: string | null;
  contact_email: string | null;
  ticket_resent_at: Date | null;
  received_at: Date | null;
  created_at: Date;
  /** The last part of the address of the event's page; null where it is not theirs to open any more. */
  slug: string | null;
  visibility: Visibility | null;
  invitation_round: number;
  state: EventState;
  organisation_id: string;
  category: string | null;
  series_id: string | null;
  ends_at: Date | null;
  snapshot: EventSnapshot;
  cancellation_reason: string | null;
  /** Entry numbers in the contest of the event, in their order. */
  entries: number[];
  /** Whether their names may be shown with a prize. */
  entries_named: boolean;
}

/** What is known about a frame before anybody asks for a place. */
export interface FrameFactsRow {
  id: string;
  slug: string;
  visibility: Visibility | null;
  invitation_round: number;
  state: EventState;
  public: boolean;
  /** Everybody sees it, or the token of its link was given. */
  opened: boolean;
  organisation_id: string;
  category: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  frame_id: string | null;
  kind: FrameKind;
  capacity: number | null;
  shared: { places: number } | null;
  per_application_max: number;
  companions: Companions;
  asks: Partial<Asks>;
  opens_at: Date | null;
  closes_at: Date | null;
}

const BOOKING = `
  select application.id, application.number, application.frame_id, frame.name as frame_name, frame.capacity, frame.places_taken, ${SHARED} as shared, application.event_id,
    application.person_id, application.heads, application.status, application.channel, application.contact_phone, application.contact_email,
    application.ticket_resent_at, application.received_at, application.created_at, event.slug, event.visibility, event.invitation_round, event.state, event.organisation_id, event.category, event.series_id, event.starts_at, event.ends_at, revision.snapshot,
    application.offer_ends_at, application.waitlist_order, application.companions, application.group_name, application.born::text as born, application.answers, application.photos, application.consent, frame.asks,
    (select to_jsonb(said) from (select guardian_name as name, relation, beside, guardian_email as email, asked_at, given_at, how, anew from events.guardian_consent
      where application_id = coalesce(application.part_of, application.id)) said) as guardian,
    case when application.status in ('expired', 'cancelled_by_applicant', 'cancelled_by_host', 'declined') then (
      select cause from events.application_transition where application_id = application.id order by at desc, id desc limit 1
    ) end as ended_by, application.part_is_fine, application.part_of, frame.queue,
    application.status = 'cancelled_by_applicant' and (select from_status = 'waitlisted' from events.application_transition where application_id = application.id order by at desc, id desc limit 1) as stopped_waiting,
    case when application.status = 'applied' and frame.method = 'lottery' then frame.closes_at end as draws_at,
    frame.method = 'chosen' as chosen, frame.answers_by::text as answers_by, application.host_words, case when application.answer_told_at is null then application.answered_at end as untold_since,
    application.status = 'expired' or (application.status = 'cancelled_by_applicant' and ((
      select from_status not in ('confirmed', 'guardian_pending') from events.application_transition where application_id = application.id order by at desc, id desc limit 1
    ) or (application.answer_told_at is null and exists (select from events.application_transition where application_id = application.id and cause = 'chosen')))) as left_queue,
    application.status = 'waitlisted' and (${FREE} <= 0 and frame.queue <> 'in-order' or not exists (
      select from events.application earlier
      where earlier.frame_id = application.frame_id and earlier.status = 'waitlisted' and earlier.waitlist_order < application.waitlist_order
        and (frame.queue = 'in-order' or earlier.heads <= ${FREE} or (earlier.part_is_fine and ${FREE} > 0))
    )) as next,
    case when application.status = 'waitlisted' then (
      select coalesce(sum(heads), 0)::int from events.application other where other.frame_id = application.frame_id and other.status = 'offered'
    ) + case when shared.event_id is null then 0 else (
      select coalesce(sum(heads), 0)::int from events.application other join events.frame also on also.id = other.frame_id
      where also.event_id = frame.event_id and also.id <> frame.id and also.counted and other.status = 'offered'
    ) end else 0 end as asked,
    array(select entry.number from events.contest_entry entry where entry.application_id = application.id order by entry.head) as entries,
    exists (select from events.contest_entry entry where entry.application_id = application.id and entry.named) as entries_named,
    case when event.state = 'cancelled' then (
      select reason from events.event_transition where event_id = event.id and verb = 'cancel' order by at desc limit 1
    ) end as cancellation_reason,
    case when application.status = 'waitlisted' then (
      select count(*)::int from events.application earlier
      where earlier.frame_id = application.frame_id and earlier.status = 'waitlisted' and earlier.waitlist_order <= application.waitlist_order
    ) end as position
  from events.application application
  join events.frame frame on frame.id = application.frame_id
  left join events.shared_places shared on shared.event_id = frame.event_id and frame.counted
  join events.event event on event.id = application.event_id
  join events.event_revision revision on revision.event_id = event.id and revision.number = event.public_revision`;

const FRAME_FACTS = `
  select asked.ord::int as ord, event.id, event.slug, event.visibility, event.invitation_round, event.state, event.public_revision is not null as public, event.organisation_id, event.category, event.starts_at, event.ends_at, frame.id as frame_id,
    frame.kind, frame.capacity, ${SHARED} as shared, frame.per_application_max, frame.companions, frame.asks, frame.opens_at, frame.closes_at
  from unnest($1::uuid[], $2::uuid[]) with ordinality as asked (event_id, frame_id, ord)
  join events.event event on event.id = asked.event_id
  left join events.frame frame on frame.event_id = event.id and frame.id = asked.frame_id
  left join events.shared_places shared on shared.event_id = event.id and frame.counted`;

/** Of somebody who is in, or may come in. */
const ACTIVE: ReadonlySet<ApplicationStatus> = new Set(['applied', 'guardian_pending', 'waitlisted', 'offered', 'confirmed']);

/** SQL of applications. Status changes and counters are in reserve.ts. */
@Injectable()
export class ApplicationRepository {
  constructor(
    private readonly limits: RateLimits,
    private readonly addresses: EventAddresses,
    /** What is written sealed, is written through it. */
    readonly sealed: SealedBookings,
  ) {}

  /** Counts a lost ticket asked for by a place. Refuses `platform.too-often` (429) to who asks too often; false where others did. */
  async countResend(contact: string, from: string): Promise<boolean> {
    await this.limits.hit(RESENDS_BY_PLACE, from);
    await this.limits.hit(RESENDS_HERE, from, contact);
    return this.limits.allows(RESENDS_IN_ALL, contact);
  }

  /** For each pair in its place what is known; null for an unknown event. One statement for any number. */
  async frameFacts(tx: Tx, asked: readonly { eventId: string; frameId: string; invitation?: string | null }[]): Promise<(FrameFactsRow | null)[]> {
    const found = await named<Omit<FrameFactsRow, 'opened'> & { ord: number }>(tx, 'events.frame-facts', FRAME_FACTS, [asked.map(({ eventId }) => eventId), asked.map(({ frameId }) => frameId)]);
    const byOrder = new Map(found.map((row) => [row.ord - 1, row]));
    return asked.map(({ invitation }, index) => {
      const row = byOrder.get(index);
      return row ? { ...row, opened: this.addresses.opens(addressed(row), invitation) } : null;
    });
  }

  async byId(tx: Tx, id: string): Promise<BookingRow | null> {
    return (await this.bookings(tx, `${BOOKING} where application.id = $1`, [id], 'events.booking'))[0] ?? null;
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<BookingRow[]> {
    return this.bookings(tx, `${BOOKING} where application.id = any($1::uuid[])`, [ids]);
  }

  async byNumber(tx: Tx, eventId: string, number: string): Promise<BookingRow | null> {
    return (await this.bookings(tx, `${BOOKING} where application.event_id = $1 and application.number = $2`, [eventId, number]))[0] ?? null;
  }

  async byTicketHash(tx: Tx, hash: Buffer): Promise<BookingRow | null> {
    return (await this.bookings(tx, `${BOOKING} where application.ticket_hash = $1`, [hash], 'events.booking-by-ticket'))[0] ?? null;
  }

  /** The other active applications of a group that was parted, that of the applicant first. */
  async partsOf(tx: Tx, id: string): Promise<string[]> {
    const found = await rows<{ id: string }>(tx, `select id from events.application where part_of = $1 and status in ('confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied') order by id`, [id]);
    return found.map((other) => other.id);
  }

  ofEvent(tx: Tx, eventId: string): Promise<BookingRow[]> {
    return this.bookings(tx, `${BOOKING} where application.event_id = $1 order by application.created_at, application.id`, [eventId]);
  }

  ofPerson(tx: Tx, personId: string): Promise<BookingRow[]> {
    return this.bookings(tx, `${BOOKING} where application.person_id = $1 order by event.starts_at, application.id`, [personId]);
  }

  /** Active applications of a contact whose event is still to come. */
  ofContact(tx: Tx, contact: { phone: string | null; email: string | null }, now: Date, limit: number): Promise<BookingRow[]> {
    const statement = `${BOOKING} where (application.contact_phone = $1 or application.contact_email = $2) and application.status in ('confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied')
         and event.state = 'published' and event.ends_at > $3 order by event.starts_at, application.id limit $4`;
    return this.read(tx, statement, [contact.phone, contact.email, now, limit]);
  }

  /** Those whose application ended because the event was called off. */
  endedWithEvent(tx: Tx, eventId: string): Promise<BookingRow[]> {
    const ended = `select application_id from events.application_transition where event_id = $1 and cause = 'event-cancelled'`;
    return this.read(tx, `${BOOKING} where application.event_id = $1 and application.id in (${ended}) order by application.created_at, application.id`, [eventId]);
  }

  /** Gives a place to one who waits or was offered it: for certain, or until a guardian says yes. Only while the frame is locked; see reserve.ts. Whatever the host answered is known by it (`at`). */
  async confirm(tx: Tx, id: string, at: Date): Promise<'confirmed' | 'guardian_pending'> {
    const [given] = await rows<{ status: 'confirmed' | 'guardian_pending' }>(
      tx,
      `update events.application set status = case when consent = 'asked' then 'guardian_pending' else 'confirmed' end, waitlist_order = null, offer_ends_at = null,
         answer_told_at = case when answered_at is null then null else coalesce(answer_told_at, $2::timestamptz) end
       where id = $1 returning status`,
      [id, at],
    );
    return given!.status;
  }

  /** Only while the frame is locked; see reserve.ts. An answer of the host that was not told yet is none any more. False: the holder has been received in the meantime. */
  async cancel(tx: Tx, id: string, status: 'cancelled_by_applicant' | 'cancelled_by_host' | 'expired'): Promise<boolean> {
    const changed = await rows(
      tx,
      `update events.application set status = $2, waitlist_order = null, offer_ends_at = null, host_words = null, 
         answered_at = case when answer_told_at is null then null else answered_at end where id = $1 and received_at is null returning id`,
      [id, status],
    );
    return changed.length > 0;
  }

  async setReceived(tx: Tx, id: string, at: Date | null): Promise<void> {
    await rows(tx, 'update events.application set received_at = $2 where id = $1', [id, at]);
  }

  /** Writes down a change of status. */
  async log(tx: Tx, transition: Omit<ApplicationTransitionEntity, 'id'>): Promise<void> {
    await tx.insert(ApplicationTransitionEntity, { id: newId(), ...transition });
  }

  async markResent(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
    await rows(tx, 'update events.application set ticket_resent_at = $2 where id = any($1::uuid[])', [ids, at]);
  }

  /**
   * Two records turned out to be one human being. Where both are in one frame, both applications stand:
   * two tickets were given out, and which of them to give back is for their holder to say.
   */
  async repoint(tx: Tx, from: string, to: string): Promise<void> {
    await rows(
      tx,
      `update events.application moved set person_id = $2, joined_double = moved.joined_double or exists (
         select 1 from events.application other
         where other.frame_id = moved.frame_id and other.person_id = $2 and other.status in ('confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied'))
       where moved.person_id = $1`,
      [from, to],
    );
  }

  /** Who has an application was let in: they read the address that opens the event's page now. Once it ended, a link that was renewed since is not theirs. */
  private async bookings(tx: Tx, statement: string, values: unknown[], name?: string): Promise<BookingRow[]> {
    const found = await nextTogether(tx, await this.read<SealedBooking & { slug: string }>(tx, statement, values, name));
    return found.map((row) => ({ ...row, slug: row.visibility === null || ACTIVE.has(row.status) ? this.addresses.of({ ...addressed(row), id: row.event_id }) : null }));
  }

  private async read<S extends SealedBooking = SealedBooking>(tx: Tx, statement: string, values: unknown[], name?: string): Promise<OpenedBooking<S>[]> {
    return this.sealed.opened(await (name ? named<S>(tx, name, statement, values) : rows<S>(tx, statement, values)));
  }
}

function addressed({ id, slug, visibility, invitation_round: invitationRound }: Pick<FrameFactsRow, 'id' | 'slug' | 'visibility' | 'invitation_round'>): Addressed {
  return { id, slug, visibility, invitationRound };
}
