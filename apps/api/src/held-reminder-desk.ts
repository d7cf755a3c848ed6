import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events, leadsEvent, maySeeInside } from '@yoriai/events';
import { AccessLog } from '@yoriai/identity';
import { Db, refuse, type Tx } from '@yoriai/platform';
import { DueReminders } from '@yoriai/reminders';
import type { HeldReminders } from './held-reminders.controller.js';

/** Reminders of an event that wait for a decision about its day. Here, because reminders know no screens. */
@Injectable()
export class HeldReminderDesk {
  constructor(
    private readonly db: Db,
    private readonly log: AccessLog,
    private readonly events: Events,
    private readonly reminders: DueReminders,
  ) {}

  /** For its host's officers and the ward office. Refuses `event.not-found` (404), `notifications.officers-only` (403). */
  heldOf(actor: Actor, eventId: string): Promise<HeldReminders> {
    return this.db.read(async (tx) => {
      if (!maySeeInside(actor, await this.events.seen(tx, actor, eventId))) return refuse('notifications.officers-only', { status: 403 });
      return this.answer(tx, eventId);
    });
  }

  /** Sends them; for those who lead the event, logged. Refuses `event.not-found` (404), `event.host-only` (403). */
  release(actor: Actor, eventId: string): Promise<HeldReminders> {
    return this.db.transaction(async (tx) => {
      if (!leadsEvent(actor, await this.events.seen(tx, actor, eventId))) return refuse('event.host-only', { status: 403 });
      await this.reminders.release(tx, eventId, actor.personId);
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'reminders.released', subject: `event:${eventId}` });
      return this.answer(tx, eventId);
    });
  }

  private async answer(tx: Tx, eventId: string): Promise<HeldReminders> {
    const held = await this.reminders.heldOf(tx, eventId);
    return { items: held.flatMap(({ kind, dueAt, heldUntil }) => (kind === 'd7' || !heldUntil ? [] : [{ kind, dueAt: dueAt.toISOString(), heldUntil: heldUntil.toISOString() }])) };
  }
}
