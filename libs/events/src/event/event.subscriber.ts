import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { EventRepository } from './event.repository.js';

/** The event keeps a headcount of its own, told by the reception; it never asks to its right. */
@Injectable()
export class EventSubscriber {
  constructor(private readonly events: EventRepository) {}

  @OnMessage('attendance.headcount-changed', 'events.keep-headcount')
  async keepHeadcount(tx: Tx, { eventId, ...count }: Messages['attendance.headcount-changed'], _facts: MessageFacts): Promise<void> {
    await this.events.setHeadcount(tx, eventId, count);
  }
}
