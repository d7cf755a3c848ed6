import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events, maySeeInside, StallApplications } from '@yoriai/events';
import { heldUntil, waitsUntil } from '@yoriai/notifications';
import { Clock, Db, refuse } from '@yoriai/platform';
import { Audience } from '@yoriai/reminders';
import { countsOf } from './change-desk.js';
import type { EverybodyOfEvent } from './deliveries.dto.js';

/** Who would be told when an event is called or put off: people, and stalls, who are no people here. */
@Injectable()
export class EverybodyDesk {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly audience: Audience,
    private readonly stalls: StallApplications,
  ) {}

  /** How many people and stalls are told, and when, were it decided now. Refuses `event.not-found` (404), `notifications.officers-only` (403). */
  of(actor: Actor, eventId: string): Promise<EverybodyOfEvent> {
    return this.db.read(async (tx) => {
      const event = await this.events.seen(tx, actor, eventId);
      if (!maySeeInside(actor, event)) return refuse('notifications.officers-only', { status: 403 });
      const now = this.clock.now();
      const at = (helps: boolean): string | null => heldUntil(now, waitsUntil(event.startsAt, helps))?.toISOString() ?? null;
      const stalls = (await this.stalls.concerned(tx, eventId)).length;
      return { ...countsOf(await this.audience.ofChange(tx, eventId, { everybody: true, duties: new Set(), draws: new Set() })), stalls, comingAt: at(false), helpingAt: at(true) };
    });
  }
}
