import { Injectable } from '@nestjs/common';
import { Applications, Events, isUnseen, photosTold } from '@yoriai/events';
import { People, type PersonSummary } from '@yoriai/identity';
import { refuse, type Tx } from '@yoriai/platform';
import { Assignments } from '@yoriai/rosters';
import { reviewOfApplication, type SubjectKind } from './check-in.rules.js';

/** Who an act at the door is about. */
export interface Subject {
  eventId: string;
  kind: SubjectKind;
  /** Null: a ticket that nobody knows. */
  id: string | null;
  personId: string | null;
  name: string | null;
  kana: string | null;
  /** Heads it stands for; null for walk-ins, who say how many they are. */
  heads: number | null;
  /** Why a person has to look before it counts. */
  review: string | null;
  /** True: it can't count here at all, not even after a look, because it belongs elsewhere or to nobody. */
  foreign: boolean;
}

/** A name and how it is read. */
export interface Named {
  name: string;
  kana: string;
}

/** One line of those who are expected. */
export interface Expected {
  kind: 'application' | 'assignment';
  id: string;
  person: PersonSummary;
  heads: number;
  /** The group that the person speaks for, where the frame is for groups. */
  groupName: string | null;
  /** Who comes along, by name, where the host asked. */
  companions: readonly Named[];
  /** The others of a group that was parted: the person is not among the heads. */
  withoutApplicant: boolean;
  /** No guardian has said yes yet. */
  consentMissing: boolean;
  /** Pictures of them are not to be shown: they said no, or nobody said yes. */
  noPhotos: boolean;
  number: string;
  /** Entry numbers in the contest of the event. */
  entries: readonly number[];
  duty: string | null;
  dutyStartsAt: Date | null;
}

/** How an act names its subject. */
export interface SubjectAsked {
  ticket?: string;
  subjectKind?: SubjectKind;
  subjectId?: string;
}

/** Finds those whom the reception is about in the contexts that know them. */
@Injectable()
export class Subjects {
  constructor(
    private readonly applications: Applications,
    private readonly assignments: Assignments,
    private readonly people: People,
    private readonly events: Events,
  ) {}

  /**
   * The subject of an act. An unknown or cancelled ticket is a subject for review, never an error: the
   * person stands at the door. Refuses `attendance.subject-needed` (422) and `attendance.subject-not-found` (404).
   */
  async find(tx: Tx, eventId: string, asked: SubjectAsked): Promise<Subject> {
    if (asked.ticket) return this.byTicket(tx, eventId, asked.ticket);
    if (asked.subjectKind === 'walk-in') return { ...NOBODY, eventId, kind: 'walk-in', id: eventId };
    if (!asked.subjectKind || !asked.subjectId) return refuse('attendance.subject-needed', { status: 422 });
    const find = asked.subjectKind === 'application' ? this.byApplication(tx, eventId, asked.subjectId) : this.byAssignment(tx, eventId, asked.subjectId);
    return (await find) ?? refuse('attendance.subject-not-found', { status: 404 });
  }

  /** Tells the application that its holder is there, or (null) was taken back: meanwhile it is not cancelled. */
  async received(tx: Tx, kind: SubjectKind, id: string, at: Date | null): Promise<void> {
    if (kind === 'application') await this.applications.received(tx, id, at);
  }

  /** The event that a ticket belongs to; null for a token nobody knows. */
  async eventOfTicket(tx: Tx, token: string): Promise<string | null> {
    return (await this.applications.byTicket(tx, token))?.eventId ?? null;
  }

  /** Who is behind these subjects, by their id; nobody of another event. Statements: three. */
  async names(tx: Tx, eventId: string, of: readonly { subjectKind: SubjectKind; subjectId: string | null }[]): Promise<Map<string, string>> {
    const idsOf = (kind: SubjectKind): string[] => of.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind && subjectId ? [subjectId] : []));
    const found = [
      ...(await this.applications.byIds(tx, idsOf('application'))).values(),
      ...(await this.assignments.byIds(tx, idsOf('assignment'))).values(),
    ].filter((each) => each.eventId === eventId);
    const people = await this.people.summaries(
      tx,
      found.map(({ personId }) => personId),
    );
    return new Map(found.flatMap(({ id, personId }) => (people.has(personId) ? [[id, people.get(personId)!.name] as const] : [])));
  }

  private async byTicket(tx: Tx, eventId: string, token: string): Promise<Subject> {
    const application = await this.applications.byTicket(tx, token);
    if (!application) return { ...NOBODY, eventId, kind: 'application', id: null, heads: 1, review: 'attendance.ticket-unknown', foreign: true };
    return this.applicationSubject(tx, eventId, application);
  }

  private async byApplication(tx: Tx, eventId: string, id: string): Promise<Subject | null> {
    const application = (await this.applications.byIds(tx, [id])).get(id);
    return application && application.eventId === eventId ? this.applicationSubject(tx, eventId, application) : null;
  }

  private async applicationSubject(
    tx: Tx,
    eventId: string,
    application: { id: string; eventId: string; personId: string; heads: number; status: string },
  ): Promise<Subject> {
    const foreign = application.eventId !== eventId;
    // Whose ticket of another event it is, is no business of this reception.
    const person = foreign ? null : await this.people.byId(tx, application.personId);
    return {
      eventId,
      kind: 'application',
      id: application.id,
      personId: application.personId,
      name: person?.name ?? null,
      kana: person?.kana ?? null,
      heads: application.heads,
      review: reviewOfApplication(application, eventId),
      foreign,
    };
  }

  private async byAssignment(tx: Tx, eventId: string, id: string): Promise<Subject | null> {
    const assignment = (await this.assignments.byIds(tx, [id])).get(id);
    if (!assignment || assignment.eventId !== eventId) return null;
    const person = await this.people.byId(tx, assignment.personId);
    const review = assignment.status === 'confirmed' ? null : 'attendance.assignment-cancelled';
    return { eventId, kind: 'assignment', id, personId: person.id, name: person.name, kana: person.kana, heads: 1, review, foreign: false };
  }

  /**
   * Everybody who is expected, in kana order: confirmed applications and assignments, those whose guardian has not said yes, and those whom
   * somebody received although theirs was cancelled. Statements: five, whatever the number of people.
   */
  async expected(tx: Tx, eventId: string, receivedIds: ReadonlySet<string>): Promise<Expected[]> {
    const applications = (await this.applications.ofEvent(tx, eventId)).filter((row) => row.status === 'confirmed' || row.status === 'guardian_pending' || receivedIds.has(row.id));
    const assignments = (await this.assignments.ofEvent(tx, eventId)).filter((row) => row.status === 'confirmed' || receivedIds.has(row.id));
    const asksPhotos = assignments.length > 0 && (await this.events.asksPhotos(tx, eventId));
    const people = await this.people.summaries(
      tx,
      [...applications, ...assignments].map((row) => row.personId),
    );
    const lines = [
      ...applications.map((row) => ({ kind: 'application' as const, ...row, duty: null, dutyStartsAt: null, consentMissing: row.status === 'guardian_pending', noPhotos: isUnseen(row.photos) })),
      ...assignments.map((row) => ({ kind: 'assignment' as const, ...row, heads: 1, groupName: null, companions: [], withoutApplicant: false, consentMissing: false, noPhotos: isUnseen(photosTold({ photos: asksPhotos }, row.photos)), entries: [], dutyStartsAt: row.startsAt })),
    ];
    return lines
      .flatMap(({ kind, id, personId, heads, groupName, companions, withoutApplicant, consentMissing, noPhotos, number, entries, duty, dutyStartsAt }): Expected[] => {
        const person = people.get(personId);
        return person ? [{ kind, id, person, heads, groupName, companions, withoutApplicant, consentMissing, noPhotos, number, entries, duty, dutyStartsAt }] : [];
      })
      .sort(byKana);
  }
}

const NOBODY = { personId: null, name: null, kana: null, heads: null, review: null, foreign: false } as const;

/** Kana order; people of one name stay in the order of their numbers, so that the list never jumps. */
function byKana(a: Expected, b: Expected): number {
  const left = `${a.person.kanaKey} ${a.number}`;
  const right = `${b.person.kanaKey} ${b.number}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
