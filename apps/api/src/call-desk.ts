import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events, leadsEvent, type EventSummary } from '@yoriai/events';
import { AccessLog } from '@yoriai/identity';
import { Calls, type CallSheetLine } from '@yoriai/notifications';
import { Clock, Db, refuse, type Tx } from '@yoriai/platform';
import type { Translate } from '@yoriai/ui';
import { CallSheets } from './call-sheets.js';
import { askedOf, sayAll, type CalledAbout } from './call-words.js';
import type { CallRequest, CallSheet, EventCallsList } from './deliveries.dto.js';

/** Who has to be telephoned about an event, and who was. Here, because events and letters don't know each other. */
@Injectable()
export class CallDesk {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly sheets: CallSheets,
    private readonly calls: Calls,
    private readonly accessLog: AccessLog,
  ) {}

  /** Names and telephone numbers of those no letter reached, for who leads the event; each look is logged. What to say is in the words of `t`. Refuses `event.not-found` (404), `notifications.leaders-only` (403). */
  sheet(actor: Actor, eventId: string, t: Translate): Promise<CallSheet> {
    return this.db.transaction(async (tx) => this.read(tx, actor, await this.ledBy(tx, actor, eventId), t));
  }

  /** Keeps that the actor telephoned somebody about these letters; logged. Refuses like {@link sheet}, and `notifications.not-on-call-sheet` (404). */
  mark(actor: Actor, eventId: string, { personId, letterIds }: CallRequest, t: Translate): Promise<CallSheet> {
    return this.db.transaction(async (tx) => {
      const event = await this.ledBy(tx, actor, eventId);
      await this.calls.mark(tx, { eventId, personId }, letterIds, actor.personId);
      await this.accessLog.add(tx, { actorPersonId: actor.personId, action: 'call.marked', subject: `person:${personId}`, reason: `event:${eventId}` });
      return this.read(tx, actor, event, t);
    });
  }

  /** Takes back that somebody was telephoned, whoever did; logged. Refuses like {@link sheet}. */
  undo(actor: Actor, eventId: string, personId: string, t: Translate): Promise<CallSheet> {
    return this.db.transaction(async (tx) => {
      const event = await this.ledBy(tx, actor, eventId);
      await this.calls.undo(tx, { eventId, personId });
      await this.accessLog.add(tx, { actorPersonId: actor.personId, action: 'call.undone', subject: `person:${personId}`, reason: `event:${eventId}` });
      return this.read(tx, actor, event, t);
    });
  }

  /** How many are still to be telephoned, of the events ahead that the actor leads. Without names: nothing for the access log. */
  left(actor: Actor): Promise<EventCallsList> {
    return this.db.read(async (tx) => {
      const events = await this.events.aheadLedBy(tx, actor, this.clock.now());
      const left = new Map((await this.calls.left(tx, events.map(({ id }) => id))).map((each) => [each.eventId, each]));
      return {
        items: events.flatMap(({ id: eventId, title, kana, field, startsAt }) => {
          const calls = left.get(eventId);
          return calls === undefined ? [] : [{ eventId, title, kana, field, startsAt: startsAt?.toISOString() ?? null, people: calls.people, offeredUntil: calls.offeredUntil?.toISOString() ?? null }];
        }),
      };
    });
  }

  private async read(tx: Tx, actor: Actor, event: EventSummary, t: Translate): Promise<CallSheet> {
    const lines = await this.sheets.of(tx, event);
    const because = (await this.events.calledOff(tx, event))?.because;
    await this.accessLog.add(tx, { actorPersonId: actor.personId, action: 'call-sheet.read', subject: `event:${event.id}`, rowCount: lines.length });
    return { items: lines.flatMap((line) => toCall(t, line, { ...event, because })) };
  }

  private async ledBy(tx: Tx, actor: Actor, eventId: string): Promise<EventSummary> {
    const event = await this.events.seen(tx, actor, eventId);
    return leadsEvent(actor, event) ? event : refuse('notifications.leaders-only', { status: 403 });
  }
}

function toCall(t: Translate, { personId, name, kana, phone, letters, called }: CallSheetLine, event: CalledAbout): CallSheet['items'] {
  const [newest] = letters;
  if (!newest) return [];
  const made = called && { at: called.at.toISOString(), by: called.by };
  return [{ personId, name, kana, phone, why: newest.why, kind: newest.kind, say: sayAll(t, letters, event), offeredId: offeredBy(newest), askedIds: askedOf(letters), letterIds: letters.map((letter) => letter.id), called: made }];
}

function offeredBy({ kind, params }: CallSheetLine['letters'][number]): string | null {
  return kind === 'application-offered' && typeof params['applicationId'] === 'string' ? params['applicationId'] : null;
}
