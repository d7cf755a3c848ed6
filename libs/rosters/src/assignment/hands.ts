import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events, leadsEvent } from '@yoriai/events';
import { AccessLog, People, searchKey, type PersonSummary } from '@yoriai/identity';
import { refuse, type Tx } from '@yoriai/platform';
import { overlaps, type Span } from '../shift/shift.rules.js';
import { AssignmentRepository, type AssignmentRow } from './assignment.repository.js';
import type { EnterHandRequest } from './proxy-assignment.dto.js';

/** Who was heard of, as a record. */
export interface HandFound {
  personId: string;
  letter: boolean;
  /** The record's number is the one that was said. */
  phoneTold: boolean;
}

/** Who was heard of, what is known of them, and where they stand already. */
@Injectable()
export class Hands {
  constructor(
    private readonly people: People,
    private readonly accessLog: AccessLog,
    private readonly assignments: AssignmentRepository,
    private readonly events: Events,
  ) {}

  /**
   * The record of this name and contact; else, of somebody of this name who helps at the event already, theirs or a new one, as
   * the leader says (`same`); else a new one. Refuses (422, at their field) `shift.same-name` where the leader has to say it,
   * `shift.which-of-them` where several are called so, and what cannot be a contact.
   */
  async find(tx: Tx, eventId: string, request: EnterHandRequest): Promise<HandFound> {
    const known = await this.people.alike(tx, request);
    if (known) return { personId: known.id, letter: known.email !== null, phoneTold: known.phoneGiven };
    const namesakes = request.same === false ? [] : await this.namesakes(tx, eventId, request.name);
    const [first] = namesakes;
    if (!first) return { personId: await this.people.add(tx, request), letter: request.email !== undefined, phoneTold: true };
    if (request.same === undefined) refuse('shift.same-name', { status: 422, fields: [{ field: 'same', code: 'shift.same-name', params: { duty: first.row.duty, hours: hoursOf(first.row) } }] });
    // Two records of one person may have been joined since: whom they stand for counts.
    const [person, another] = await this.people.held(tx, namesakes.map(({ row }) => row.personId));
    if (another) refuse('shift.which-of-them', { status: 422, fields: [{ field: 'phone', code: 'shift.which-of-them' }] });
    return { personId: person!.id, letter: person!.email !== null, phoneTold: namesakes.some(({ row }) => row.phoneTold) };
  }

  /** What to say of somebody who is on another duty at that hour: which, to who leads it too; else only when. */
  async busy(tx: Tx, actor: Actor, personId: string, span: Span): Promise<{ code: string; params: Record<string, string> }> {
    const other = (await this.assignments.ofPerson(tx, personId)).find((row) => row.status === 'confirmed' && overlaps(row, span));
    if (!other) return { code: 'shift.they-overlap', params: { hours: hoursOf(span) } };
    const event = (await this.events.byIds(tx, [other.eventId])).get(other.eventId);
    if (!event || !leadsEvent(actor, event)) return { code: 'shift.they-overlap', params: { hours: hoursOf(other) } };
    return { code: 'shift.they-overlap-on', params: { event: event.title ?? '', duty: other.duty, hours: hoursOf(other) } };
  }

  /** Who entered somebody on the shifts of which event. */
  async log(tx: Tx, actor: Actor, eventId: string): Promise<void> {
    await this.accessLog.add(tx, { actorPersonId: actor.personId, subject: `event:${eventId}`, action: 'shift-roster.person-entered', rowCount: 1 });
  }

  private async namesakes(tx: Tx, eventId: string, name: string): Promise<{ row: AssignmentRow; person: PersonSummary }[]> {
    const standing = (await this.assignments.ofEvent(tx, eventId)).filter(({ status }) => status === 'confirmed');
    const people = await this.people.summaries(tx, standing.map(({ personId }) => personId));
    return standing.flatMap((row) => {
      const person = people.get(row.personId);
      return person?.searchKey === searchKey(name) ? [{ row, person }] : [];
    });
  }
}

/** As a sentence reads it: `refusalText` says it in the reader's language. */
const hoursOf = ({ startsAt, endsAt }: Span): string => `${startsAt.toISOString()}/${endsAt.toISOString()}`;
