import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { DayDecisions } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { Audience } from '@yoriai/reminders';
import { LetterFacts } from './facts.js';
import { waitsUntil } from './night.js';

/** Everybody of an event that takes place in a smaller form is told once: by letter or, without an address, by telephone. */
@Injectable()
export class ReductionLettersSubscriber {
  constructor(
    private readonly audience: Audience,
    private readonly deliveries: Deliveries,
    private readonly facts: LetterFacts,
    private readonly decisions: DayDecisions,
  ) {}

  /** Decided anew meanwhile, only what counts is told. */
  @OnMessage('events.event-reduced', 'letters.event-reduced')
  async reduced(tx: Tx, { eventId, decisionId }: Messages['events.event-reduced'], _facts: MessageFacts): Promise<void> {
    const event = (await this.facts.eventsById(tx, [eventId])).get(eventId);
    const decision = await this.decisions.latest(tx, eventId);
    if (event?.state !== 'published' || decision?.id !== decisionId) return;
    await this.deliveries.supersede(tx, eventId, 'event-reduced');
    const members = await this.audience.ofChange(tx, eventId, { everybody: true, duties: new Set(), draws: new Set() });
    await this.deliveries.add(
      tx,
      members.map(({ personId, email, applicationIds, assignmentIds }) => ({
        dedupeKey: `event-reduced:${decisionId}:${personId}`,
        ...{ personId, eventId, kind: 'event-reduced', purpose: 'notice' as const, address: email, template: 'event-reduced' },
        params: { applicationIds, assignmentIds, decisionId, reason: decision.reason },
        morningBefore: waitsUntil(decision.wasStartsAt, assignmentIds.length > 0),
        validUntil: event.endsAt ?? event.startsAt ?? undefined,
      })),
    );
  }
}
