import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Events, leadsEvent, type EventSummary } from '@yoriai/events';
import { Clock, jstDate, refuse, type Tx } from '@yoriai/platform';
import { mayReceive } from './check-in.rules.js';

/** Who may stand at the reception of which event, and when it is open. */
@Injectable()
export class Gate {
  constructor(
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * The event, for those who lead it: officers of its host, ward staff where the ward office is the host.
   * Refuses `event.not-found` (404) to those who don't see the event at all, else `attendance.not-yours` (403).
   */
  async eventOf(tx: Tx, actor: Actor, eventId: string): Promise<EventSummary> {
    const event = await this.events.seen(tx, actor, eventId);
    return leadsEvent(actor, event) ? event : refuse('attendance.not-yours', { status: 403 });
  }

  /** The same without a refusal: null for everybody who doesn't lead it. */
  async eventIfLed(tx: Tx, actor: Actor, eventId: string): Promise<EventSummary | null> {
    const event = await this.events.byId(tx, eventId);
    return event && leadsEvent(actor, event) ? event : null;
  }

  /** The event whoever asks. Refuses `event.not-found` (404). */
  async event(tx: Tx, eventId: string): Promise<EventSummary> {
    return (await this.events.byId(tx, eventId)) ?? refuse('event.not-found', { status: 404 });
  }

  /** Refuses where no reception is held now; `attendance.not-today` names the day. */
  open(event: EventSummary, deviceTime?: Date): void {
    const verdict = mayReceive(event, this.clock.now(), deviceTime);
    if (verdict !== true) refuse(verdict, { params: { day: this.day(event) } });
  }

  /** True, or why not. */
  verdict(event: EventSummary): true | string {
    return mayReceive(event, this.clock.now());
  }

  /** The day of the event in Japan, `2026-11-22`: whoever says the sentence puts it into words. */
  day(event: EventSummary): string {
    return event.startsAt ? jstDate(event.startsAt) : '';
  }
}
