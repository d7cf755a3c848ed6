import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { DueReminders } from './due-reminders.service.js';

/** The plan follows the event. */
@Injectable()
export class DueReminderSubscriber {
  constructor(private readonly reminders: DueReminders) {}

  @OnMessage('events.event-published', 'reminders.plan')
  async plan(tx: Tx, { eventId }: Messages['events.event-published'], { at }: MessageFacts): Promise<void> {
    await this.reminders.plan(tx, eventId, at);
  }

  @OnMessage('events.event-edited', 'reminders.plan-anew')
  async planAnew(tx: Tx, { eventId }: Messages['events.event-edited'], { at }: MessageFacts): Promise<void> {
    await this.reminders.plan(tx, eventId, at);
  }

  @OnMessage('events.event-changed', 'reminders.plan-changed')
  async planChanged(tx: Tx, { eventId }: Messages['events.event-changed'], { at }: MessageFacts): Promise<void> {
    await this.reminders.plan(tx, eventId, at);
  }

  @OnMessage('events.event-postponed', 'reminders.plan-postponed')
  async planPostponed(tx: Tx, { eventId }: Messages['events.event-postponed'], { at }: MessageFacts): Promise<void> {
    await this.reminders.plan(tx, eventId, at);
  }

  @OnMessage('events.event-cancelled', 'reminders.withdraw')
  async withdraw(tx: Tx, { eventId }: Messages['events.event-cancelled'], _facts: MessageFacts): Promise<void> {
    await this.reminders.withdraw(tx, eventId);
  }
}
