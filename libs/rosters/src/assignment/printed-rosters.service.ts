import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events, type CalledOff, type EventSummary } from '@yoriai/events';
import { AccessLog, People } from '@yoriai/identity';
import { Db, refuse, type Tx } from '@yoriai/platform';
import { shiftsSeenBy } from '../shift/shift.policy.js';
import { ShiftRepository } from '../shift/shift.repository.js';
import { isOff } from '../shift/shift.rules.js';
import { AssignmentRepository } from './assignment.repository.js';

/** Somebody on a duty, and how the host reaches them. */
export interface RosterPerson {
  id: string;
  name: string;
  kana: string;
  kanaKey: string;
  phone: string | null;
}

/** A duty with its places and who has them. */
export interface RosterShift {
  id: string;
  eventId: string;
  duty: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  people: RosterPerson[];
}

/** 当番表: the duties of an event; of a date of a series, those of the dates that follow too. */
export interface PrintedRoster {
  event: EventSummary;
  /** Its duties went with it. */
  calledOff: CalledOff | null;
  shifts: RosterShift[];
  /** How many dates it holds. */
  dates: number;
  /** Without names for those who may know no more than how many are wanted. */
  named: boolean;
}

/** Rosters for paper. */
@Injectable()
export class PrintedRosters {
  constructor(
    private readonly db: Db,
    private readonly shifts: ShiftRepository,
    private readonly assignments: AssignmentRepository,
    private readonly events: Events,
    private readonly people: People,
    private readonly accessLog: AccessLog,
  ) {}

  /**
   * Open duties in the order of the days, people in kana order. Names and telephone numbers are for those who
   * lead the event, and reading them is logged; ward staff get places to write on. Refuses `event.not-found`
   * (404), `shift.not-yours-to-see` (403).
   */
  of(actor: Actor, eventId: string): Promise<PrintedRoster> {
    return this.db.transaction(async (tx) => {
      const event = await this.events.seen(tx, actor, eventId);
      const seen = shiftsSeenBy(actor, event);
      if (seen === 'not') return refuse('shift.not-yours-to-see', { status: 403 });
      const ids = isOff(event) ? [] : [event.id, ...(await this.events.datesAfter(tx, event))];
      const shifts = (await this.shifts.ofEvents(tx, ids)).filter(({ state }) => state === 'open');
      const people = seen === 'with-names' ? await this.read(tx, actor, eventId, ids) : new Map<string, RosterPerson[]>();
      return {
        event,
        calledOff: await this.events.calledOff(tx, event),
        dates: new Set(shifts.map((shift) => shift.eventId)).size,
        named: seen === 'with-names',
        shifts: shifts.map(({ id, eventId: of, duty, place, startsAt, endsAt, capacity }) => ({ id, eventId: of, duty, place, startsAt, endsAt, capacity, people: people.get(id) ?? [] })),
      };
    });
  }

  /** Who is on which shift; the line in the log is written in the transaction of the read. */
  private async read(tx: Tx, actor: Actor, eventId: string, eventIds: readonly string[]): Promise<Map<string, RosterPerson[]>> {
    const confirmed = (await this.assignments.ofEvents(tx, eventIds)).filter(({ status }) => status === 'confirmed');
    const found = await this.people.summaries(tx, [...new Set(confirmed.map(({ personId }) => personId))]);
    const people = new Map<string, RosterPerson[]>();
    for (const { shiftId, personId, phoneTold } of confirmed) {
      const { name = '', kana = '', kanaKey = '', phone = null } = found.get(personId) ?? {};
      people.set(shiftId, [...(people.get(shiftId) ?? []), { id: personId, name, kana, kanaKey, phone: phoneTold ? phone : null }]);
    }
    for (const each of people.values()) each.sort(byKana);
    await this.accessLog.add(tx, { actorPersonId: actor.personId, subject: `event:${eventId}`, action: 'duty-roster.printed', rowCount: confirmed.length });
    return people;
  }
}

/** By the sounds of the name; who sounds alike stands in one order. */
function byKana(a: RosterPerson, b: RosterPerson): number {
  return a.kanaKey < b.kanaKey ? -1 : a.kanaKey > b.kanaKey ? 1 : a.id < b.id ? -1 : 1;
}
