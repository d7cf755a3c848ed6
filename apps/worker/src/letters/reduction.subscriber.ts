import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { Audience } from '@yoriai/reminders';
import { LetterFacts } from './facts.js';
import { waitsUntil } from './night.js';

/** Everybody of an event that takes place in a smaller form, or as planned after all, is told once: by letter or, without an address, by telephone. */
@Injectable()
export class ReductionLettersSubscriber {
  constructor(
    private readonly audience: Audience,
    private readonly deliveries: Deliveries,
    private readonly facts: LetterFacts,
  ) {}

  /** Decided anew meanwhile, only what counts is told. */
  @OnMessage('events.event-reduced', 'letters.event-reduced')
  async reduced(tx: Tx, { eventId, decisionId }: Messages['events.event-reduced'], _facts: MessageFacts): Promise<void> {
    const event = (await this.facts.eventsById(tx, [eventId])).get(eventId);
    const decision = (await this.facts.reducedOrWhole(tx, [eventId])).get(eventId);
    if (event?.state !== 'published' || decision?.decisionId !== decisionId) return;
    for (const said of ['event-reduced', 'event-whole']) await this.deliveries.supersede(tx, eventId, said);
    const kind = decision.isWhole ? 'event-whole' : 'event-reduced';
    const members = await this.audience.ofChange(tx, eventId, { everybody: true, duties: new Set(), draws: new Set() });
    await this.deliveries.add(
      tx,
      members.map(({ personId, email, applicationIds, assignmentIds }) => ({
        dedupeKey: `event-reduced:${decisionId}:${personId}`,
        ...{ personId, eventId, kind, purpose: 'notice' as const, address: email, template: 'event-reduced' },
        params: { applicationIds, assignmentIds, decisionId, reason: decision.reason, dropped: decision.dropped.map(({ title }) => title) },
        morningBefore: waitsUntil(event.startsAt ?? undefined, assignmentIds.length > 0),
        validUntil: event.endsAt ?? event.startsAt ?? undefined,
      })),
    );
  }
}
