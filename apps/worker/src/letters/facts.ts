import { Injectable } from '@nestjs/common';
import { Applications, DayDecisions, Events, type Booking, type EventSnapshot, type Reduced } from '@yoriai/events';
import { People, type Language } from '@yoriai/identity';
import { Clock, type Tx } from '@yoriai/platform';
import { Assignments } from '@yoriai/rosters';

/** What a revision of an event says. */
export interface EventWords {
  title: string;
  /** The title as the host said it again for other readers (docs/adr/0081). */
  otherTitles: Partial<Record<Language, string | null>>;
  startsAt: Date | null;
  endsAt: Date | null;
  /** When the letter is written: a day of another year has its year. */
  readAt: Date;
  placeName: string;
  placeAddress: string | null;
  accessText: string | null;
  rainPolicy: EventSnapshot['rainPolicy'];
  rainDecisionAt: Date | null;
  rainDate: EventSnapshot['rainDate'];
  heatLimit: EventSnapshot['heatLimit'];
  programme: EventSnapshot['programme'];
  /** Who of the host decides about the weather; the host's own letters alone say it. */
  rainDecider: string | null;
  bringText: string | null;
  careText: string | null;
  audienceText: string | null;
  feeText: string | null;
  contactName: string | null;
  contactPhone: string | null;
  contactHours: string | null;
  hostName: string;
  frames: ReadonlyMap<string, { name: string; capacity: number | null; drawsAt: Date | null }>;
  food: boolean | null;
  fire: boolean | null;
  /** The plan of the day, by the keys of its duties. */
  duties: ReadonlyMap<string, DutyFacts>;
}

/** What letters say about an event: what the public page says, and how the event stands now. */
export interface EventFacts extends EventWords {
  id: string;
  slug: string;
  state: string;
  isDrill: boolean;
  /** The revision the words are from; grows with every change of what is public. */
  revision: number;
  /** Why it was called off, returned or rejected. */
  reason: string | null;
}

/** A duty as the plan has it. */
export interface DutyFacts {
  duty: string;
  place: string;
  note: string;
  startsAt: Date | null;
  endsAt: Date | null;
}

export interface ApplicationFacts {
  id: string;
  personId: string;
  /** As typed. */
  name: string;
  number: string;
  /** Entry numbers in the contest of the event. */
  entries: readonly number[];
  heads: number;
  /** As its holder knows it. */
  status: Booking['told'];
  /** Confirmed, or kept while a guardian is asked anew. */
  hasPlace: boolean;
  waitlistPosition: number | null;
  offerEndsAt: Date | null;
  drawsAt: Date | null;
  /** The host says who gets a place, and by which day. */
  chosen: boolean;
  answersBy: string | null;
  /** The event began and the host had said nothing. */
  unanswered: boolean;
  /** What the host says to who was not chosen. */
  hostWords: string | null;
  endedBy: Booking['endedBy'];
  stoppedWaiting: boolean;
  /** A guardian is asked and has not said yes. */
  consentAsked: boolean;
  /** Until when a place without a guardian's yes is kept. */
  releaseAt: Date | null;
  email: string | null;
  frameId: string;
  frameName: string;
  /** The language its reader wants. */
  language: Language;
  event: EventFacts;
}

export interface AssignmentFacts {
  id: string;
  personId: string;
  name: string;
  email: string | null;
  status: 'confirmed' | 'cancelled_by_volunteer' | 'cancelled_by_host';
  /** Why it ended, where somebody said so. */
  endedReason: string | null;
  /** A leader entered them; they did not take it themselves. */
  entered: boolean;
  planKey: string;
  duty: string;
  place: string;
  note: string;
  startsAt: Date;
  endsAt: Date;
  /** The language its reader wants. */
  language: Language;
  event: EventFacts;
}

/** Reads what letters say, for a whole slice at a time: a few statements for two hundred letters. */
@Injectable()
export class LetterFacts {
  constructor(
    private readonly events: Events,
    private readonly applicationsDoor: Applications,
    private readonly assignmentsDoor: Assignments,
    private readonly people: People,
    private readonly decisions: DayDecisions,
    private readonly clock: Clock,
  ) {}

  async eventsById(tx: Tx, ids: readonly string[]): Promise<Map<string, EventFacts>> {
    const found = await this.events.snapshots(tx, [...new Set(ids)]);
    return new Map([...found].map(([id, { slug, state, revision, reason, snapshot }]) => [id, { id, slug, state, revision, reason, isDrill: snapshot.category === 'drill', ...told(snapshot, this.clock.now()) }]));
  }

  /** What an event said in a revision; null where there is none. */
  async eventIn(tx: Tx, eventId: string, revision: number): Promise<EventWords | null> {
    const snapshot = await this.events.revision(tx, eventId, revision);
    return snapshot && told(snapshot, this.clock.now());
  }

  /** How events would read once the change that waits for the ward is approved; those without one are absent. */
  async pendingChanges(tx: Tx, ids: readonly string[]): Promise<Map<string, EventWords>> {
    return new Map([...(await this.events.pendingChanges(tx, [...new Set(ids)]))].map(([id, snapshot]) => [id, told(snapshot, this.clock.now())]));
  }

  /** Which of these events somebody decided to hold on the day that they have; `since`: then or later. */
  decided(tx: Tx, ids: readonly string[], since: Date | null = null): Promise<Set<string>> {
    return this.decisions.heldOf(tx, ids, since);
  }

  /** Which of these events take place in a smaller form on the day that they have, and what is left out. */
  async reduced(tx: Tx, ids: readonly string[]): Promise<Map<string, Reduced>> {
    return new Map([...(await this.reducedOrWhole(tx, ids))].filter(([, { isWhole }]) => !isWhole));
  }

  /** Of these, also those of which that was taken back. */
  reducedOrWhole(tx: Tx, ids: readonly string[]): Promise<Map<string, Reduced>> {
    return this.decisions.reducedOf(tx, [...new Set(ids)]);
  }

  /** The decision by which an event was put off last; null where it never was. */
  async lastPutOff(tx: Tx, eventId: string): Promise<string | null> {
    return (await this.decisions.latestPostponement(tx, eventId))?.id ?? null;
  }

  /** Why an event was put off by this decision; null where there is no such. */
  async putOffBecause(tx: Tx, decisionId: string): Promise<string | null> {
    return (await this.decisions.byId(tx, decisionId))?.reason ?? null;
  }

  /** What these people read; an unknown id is absent. */
  async languages(tx: Tx, personIds: readonly (string | null)[]): Promise<Map<string, Language>> {
    const people = await this.people.summaries(tx, [...new Set(personIds.filter((id) => id !== null))]);
    return new Map([...people].map(([id, { language }]) => [id, language]));
  }

  async applications(tx: Tx, ids: readonly string[]): Promise<Map<string, ApplicationFacts>> {
    const found = [...(await this.applicationsDoor.byIds(tx, [...new Set(ids)])).values()];
    const events = await this.eventsById(tx, found.map((one) => one.eventId));
    const people = await this.people.summaries(tx, [...new Set(found.map((one) => one.personId))]);
    const facts = found.flatMap((one): ApplicationFacts[] => {
      const event = events.get(one.eventId);
      if (!event) return [];
      const { id, personId, number, entries, heads, told: status, hasPlace, waitlistPosition, offerEndsAt, drawsAt, endedBy, consentAsked, releaseAt, contactEmail: email } = one;
      const { chosen, answersBy, unanswered, hostWords, stoppedWaiting } = one;
      const { name = '', language = 'ja' } = people.get(personId) ?? {};
      return [{ id, personId, number, entries, heads, status, hasPlace, waitlistPosition, offerEndsAt, drawsAt, endedBy, consentAsked, releaseAt, ...{ chosen, answersBy, unanswered, hostWords, stoppedWaiting }, email, name, language, frameId: one.frameId, frameName: event.frames.get(one.frameId)?.name ?? '', event: saidIn(language, event) }];
    });
    return new Map(facts.map((one) => [one.id, one]));
  }

  async assignments(tx: Tx, ids: readonly string[]): Promise<Map<string, AssignmentFacts>> {
    const found = [...(await this.assignmentsDoor.byIds(tx, [...new Set(ids)])).values()];
    const events = await this.eventsById(tx, found.map((one) => one.eventId));
    const people = await this.people.summaries(tx, [...new Set(found.map((one) => one.personId))]);
    const facts = found.flatMap((one): AssignmentFacts[] => {
      const event = events.get(one.eventId);
      const person = people.get(one.personId);
      const { id, personId, status, endedReason, planKey, duty, place, note, startsAt, endsAt, enteredBy } = one;
      return event && person ? [{ id, personId, status, endedReason, entered: enteredBy !== null, planKey, duty, place, note, startsAt, endsAt, name: person.name, language: person.language, email: person.email, event: saidIn(person.language, event) }] : [];
    });
    return new Map(facts.map((one) => [one.id, one]));
  }
}

/**
 * The confirmed duties that the event's plan has at the time they were taken for, and those on which somebody is `now`,
 * until whatever end it has; in the words of the plan. The shifts follow an approved change by a message of their own,
 * so their rows may still say what was.
 */
export function standing(assignments: readonly AssignmentFacts[], now: Date): AssignmentFacts[] {
  return assignments.flatMap((one): AssignmentFacts[] => {
    const planned = one.event.duties.get(one.planKey);
    if (one.status !== 'confirmed' || !planned?.endsAt || planned.startsAt?.getTime() !== one.startsAt.getTime()) return [];
    const stands = planned.endsAt.getTime() === one.endsAt.getTime() || (one.startsAt <= now && now < one.endsAt);
    return stands ? [{ ...one, duty: planned.duty, place: planned.place, note: planned.note, endsAt: planned.endsAt }] : [];
  });
}

function told(snapshot: EventSnapshot, readAt: Date): EventWords {
  const { placeAddress, accessText, rainPolicy, bringText, careText, audienceText, feeText, contactName, contactPhone, contactHours } = snapshot;
  return {
    ...{ placeAddress, accessText, rainPolicy, bringText, careText, audienceText, feeText, contactName, contactPhone, contactHours },
    title: snapshot.title ?? '',
    otherTitles: { 'ja-easy': snapshot.titleEasy ?? null, en: snapshot.titleEn ?? null },
    readAt,
    placeName: snapshot.placeName ?? '',
    startsAt: at(snapshot.startsAt),
    endsAt: at(snapshot.endsAt),
    rainDecisionAt: at(snapshot.rainDecisionAt),
    rainDate: snapshot.rainDate,
    heatLimit: snapshot.heatLimit,
    programme: snapshot.programme ?? null,
    rainDecider: snapshot.rainDecider ?? null,
    hostName: snapshot.organisation.name,
    frames: new Map(snapshot.frames.map(({ id, name, capacity, method, closesAt }) => [id, { name, capacity, drawsAt: method === 'lottery' ? at(closesAt) : null }])),
    food: snapshot.food,
    fire: snapshot.fire,
    duties: new Map(snapshot.duties.map(({ key, duty, place, note, startsAt, endsAt }) => [key, { duty, place: place ?? '', note: note ?? '', startsAt: at(startsAt), endsAt: at(endsAt) }])),
  };
}

/** The event as it is called in the letters of somebody who comes or helps; its hosts call it by its Japanese name. */
function saidIn(language: Language, event: EventFacts): EventFacts {
  return { ...event, title: event.otherTitles[language] ?? event.title };
}

const at = (text: string | null): Date | null => (text === null ? null : new Date(text));
