import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events, leadsEvent, maySeeInside } from '@yoriai/events';
import { Calls, Ledger, afterQuiet, quietAt } from '@yoriai/notifications';
import { Clock, Db, refuse } from '@yoriai/platform';
import { DueReminders } from '@yoriai/reminders';
import type { DeliveryList } from './deliveries.dto.js';

/** Who was written to about an event. Here, because events and letters don't know each other. */
@Injectable()
export class DeliveryDesk {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly deliveries: Ledger,
    private readonly reminders: DueReminders,
    private readonly calls: Calls,
  ) {}

  /** How the event's letters stand, for its host and the ward office; letter by letter, with masked addresses, only for who leads the event. Refuses `event.not-found` (404), `notifications.officers-only` (403). */
  ledger(actor: Actor, eventId: string, after?: string): Promise<DeliveryList> {
    return this.db.read(async (tx) => {
      const event = await this.events.seen(tx, actor, eventId);
      if (!maySeeInside(actor, event)) return refuse('notifications.officers-only', { status: 403 });
      const lines = leadsEvent(actor, event) ? await this.deliveries.ofEvent(tx, eventId, after) : [];
      const now = this.clock.now();
      const balance = await this.deliveries.balance(tx, eventId);
      const reminders = await this.reminders.ofEvent(tx, eventId);
      const [left] = await this.calls.left(tx, [eventId]);
      return {
        items: lines.map((line) => ({
          ...line,
          scheduledFor: iso(line.scheduledFor),
          acceptedAt: iso(line.acceptedAt),
          createdAt: line.createdAt.toISOString(),
        })),
        balance: balance.map(({ held, ...sum }) => ({ ...sum, heldUntil: held > 0 && quietAt(now) ? afterQuiet(now).toISOString() : null, scheduledFor: iso(sum.scheduledFor) })),
        reminders: reminders.map(({ kind, dueAt, state }) => ({ kind, dueAt: dueAt.toISOString(), state })),
        callsLeft: left?.people ?? 0,
      };
    });
  }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
