import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Reception, type ReceptionList } from '@yoriai/attendance';
import { ApplicantList, Events, leadsEvent, type ApplicationLine, type CalledOff, type EventSummary } from '@yoriai/events';
import { AccessLog, type LoggedAction } from '@yoriai/identity';
import type { CallSheetLine } from '@yoriai/notifications';
import { Db, refuse, type Tx } from '@yoriai/platform';
import { CallSheets } from '../call-sheets.js';
import { isClosedCourse } from './list-export.rules.js';
import type { ListedEvent } from './name-list-parts.js';

/** A list on paper with the event it belongs to. */
export interface SignInList extends ReceptionList {
  placeName: string;
  calledOff: CalledOff | null;
  /** Of a closed course: a file tells nobody's name. */
  closedCourse: boolean;
  namesRemovedAt: Date | null;
}

/** Who comes and how to reach them. */
export interface ParticipantList {
  eventId: string;
  event: ListedEvent;
  people: readonly ApplicationLine[];
  /** Since when nobody is named any more, nor can be reached. */
  namesRemovedAt: Date | null;
  /** Of a closed course: a file tells nobody's name. */
  closedCourse: boolean;
}

/** It is taken along as a file, and not printed: what for, as the log keeps it, or a refusal; asked in the transaction of the read, of whoever may have it alone. */
export type Export = (tx: Tx, event: EventSummary) => Promise<string>;

/** Whom to telephone. */
export interface CallSheet {
  event: EventSummary;
  calledOff: CalledOff | null;
  lines: readonly CallSheetLine[];
}

/** Reads lists of names for paper. Nothing is shown unlogged: the line is written in the transaction of the read. */
@Injectable()
export class ListReader {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly applicants: ApplicantList,
    private readonly reception: Reception,
    private readonly sheets: CallSheets,
    private readonly accessLog: AccessLog,
  ) {}

  /** Refuses `event.not-found` (404), `print.leaders-only` (403). */
  signIn(actor: Actor, eventId: string): Promise<SignInList> {
    return this.db.transaction(async (tx) => {
      const event = await this.ledBy(tx, actor, eventId);
      const list = await this.reception.list(tx, eventId);
      await this.log(tx, actor, eventId, { action: 'sign-in-sheet.printed', rowCount: list.people.length });
      return { ...list, placeName: event.placeName ?? '', calledOff: await this.events.calledOff(tx, event), closedCourse: isClosedCourse(event), namesRemovedAt: event.namesRemovedAt };
    });
  }

  /** Who of those who applied was there; helpers are not among them. Refuses like {@link signIn}, and what `taken` refuses. */
  completions(actor: Actor, eventId: string, taken?: Export): Promise<SignInList> {
    return this.db.transaction(async (tx) => {
      const event = await this.ledBy(tx, actor, eventId);
      const done = await given(tx, event, 'completion-list', taken);
      const list = await this.reception.list(tx, eventId);
      const people = list.people.filter(({ subjectKind }) => subjectKind === 'application');
      await this.log(tx, actor, eventId, { ...done, rowCount: people.length });
      return { ...list, people, placeName: event.placeName ?? '', calledOff: await this.events.calledOff(tx, event), closedCourse: isClosedCourse(event), namesRemovedAt: event.namesRemovedAt };
    });
  }

  /** Refuses like {@link completions}. */
  participants(actor: Actor, eventId: string, taken?: Export): Promise<ParticipantList> {
    return this.db.transaction(async (tx) => {
      const found = await this.ledBy(tx, actor, eventId);
      const done = await given(tx, found, 'participant-list', taken);
      const { title, startsAt, endsAt, placeName, ...event } = found;
      const listed = await this.applicants.list(tx, eventId);
      const people = event.namesRemovedAt === null ? listed : listed.map((line) => ({ ...line, phone: null, email: null }));
      await this.log(tx, actor, eventId, { ...done, rowCount: people.length });
      return { eventId, event: { title: title ?? '', startsAt, endsAt, placeName: placeName ?? '', calledOff: await this.events.calledOff(tx, event) }, people, closedCourse: isClosedCourse(event), namesRemovedAt: event.namesRemovedAt };
    });
  }

  /** Refuses like {@link signIn}. */
  calls(actor: Actor, eventId: string): Promise<CallSheet> {
    return this.db.transaction(async (tx) => {
      const event = await this.ledBy(tx, actor, eventId);
      const lines = await this.sheets.of(tx, event);
      await this.log(tx, actor, eventId, { action: 'call-sheet.printed', rowCount: lines.length });
      return { event, calledOff: await this.events.calledOff(tx, event), lines };
    });
  }

  private async ledBy(tx: Tx, actor: Actor, eventId: string): Promise<EventSummary> {
    const event = await this.events.seen(tx, actor, eventId);
    return leadsEvent(actor, event) ? event : refuse('print.leaders-only', { status: 403 });
  }

  private async log(tx: Tx, actor: Actor, eventId: string, what: { action: LoggedAction; reason?: string; rowCount: number }): Promise<void> {
    await this.accessLog.add(tx, { actorPersonId: actor.personId, subject: `event:${eventId}`, ...what });
  }
}

async function given(tx: Tx, event: EventSummary, list: 'completion-list' | 'participant-list', taken: Export | undefined): Promise<{ action: LoggedAction; reason?: string }> {
  return taken === undefined ? { action: `${list}.printed` } : { action: `${list}.exported`, reason: await taken(tx, event) };
}
