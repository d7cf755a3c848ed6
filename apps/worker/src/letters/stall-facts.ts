import { Injectable } from '@nestjs/common';
import { StallApplications, type StallEntity } from '@yoriai/events';
import type { ClaimedDelivery } from '@yoriai/notifications';
import type { Tx } from '@yoriai/platform';
import { idsOf } from './desk.js';
import { LetterFacts, type EventFacts } from './facts.js';

/** A stall that a letter is about, and its event. */
export interface StallAndEvent {
  stall: StallEntity;
  event: EventFacts;
}

/** Finds what letters about stalls are about. */
@Injectable()
export class StallFacts {
  constructor(
    private readonly facts: LetterFacts,
    private readonly stalls: StallApplications,
  ) {}

  /** Of each delivery its stall and event, however many in three queries; undefined where one of them is gone. */
  async of(tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<(delivery: ClaimedDelivery) => StallAndEvent | undefined> {
    const stalls = await this.stalls.byIds(tx, deliveries.flatMap((one) => idsOf(one, 'stallId')));
    const events = await this.facts.eventsById(tx, [...stalls.values()].map(({ eventId }) => eventId));
    return (delivery) => {
      const stall = stalls.get(idsOf(delivery, 'stallId')[0] ?? '');
      const event = stall && events.get(stall.eventId);
      return event && { stall, event };
    };
  }
}
