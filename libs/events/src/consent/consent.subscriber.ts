import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { ConsentRounds } from './consent-rounds.service.js';

/** A yes is bound to what was read: another day, place or cost asks for another. */
@Injectable()
export class ConsentSubscriber {
  constructor(private readonly rounds: ConsentRounds) {}

  @OnMessage('events.event-changed', 'events.consents-follow-change')
  changed(tx: Tx, { eventId }: Messages['events.event-changed'], _facts: MessageFacts): Promise<void> {
    return this.rounds.follow(tx, eventId);
  }

  @OnMessage('events.event-postponed', 'events.consents-follow-postponement')
  postponed(tx: Tx, { eventId, decisionId }: Messages['events.event-postponed'], _facts: MessageFacts): Promise<void> {
    return this.rounds.follow(tx, eventId, decisionId);
  }
}
