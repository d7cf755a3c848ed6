import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { DayDecisions } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { Audience } from '@yoriai/reminders';
import { LetterFacts } from './facts.js';
import { waitsUntil } from './night.js';

/** Everybody of an event that was put off is told and asked, once: by letter or, without an address, by telephone. */
@Injectable()
export class PostponementLettersSubscriber {
  constructor(
    private readonly audience: Audience,
    private readonly deliveries: Deliveries,
    private readonly facts: LetterFacts,
    private readonly decisions: DayDecisions,
  ) {}

  /** After the duties went along, so that one letter says everything with the times that hold. */
  @OnMessage('rosters.duties-postponed', 'letters.event-postponed')
  async postponed(tx: Tx, { eventId, before, decisionId }: Messages['rosters.duties-postponed'], _facts: MessageFacts): Promise<void> {
    const event = (await this.facts.eventsById(tx, [eventId])).get(eventId);
    const decision = await this.decisions.byId(tx, decisionId);
    // Put off again meanwhile, only the last day is told.
    const last = await this.decisions.latestPostponement(tx, eventId);
    if (event?.state !== 'published' || !decision || last?.id !== decisionId) return;
    // A reminder of the old day that has not gone out is of no use any more.
    await this.deliveries.withdraw(tx, eventId, ['reminder']);
    await this.deliveries.unsay(tx, eventId, ['reminder']);
    await this.deliveries.supersede(tx, eventId, 'event-postponed');
    const members = await this.audience.ofChange(tx, eventId, { everybody: true, duties: new Set(), draws: new Set() });
    await this.deliveries.add(
      tx,
      members.map(({ personId, email, applicationIds, assignmentIds }) => ({
        dedupeKey: `event-postponed:${decisionId}:${personId}`,
        personId,
        eventId,
        kind: 'event-postponed',
        purpose: 'notice',
        address: email,
        template: 'event-postponed',
        params: { applicationIds, assignmentIds, before, decisionId, reason: decision.reason },
        morningBefore: waitsUntil(decision.wasStartsAt, assignmentIds.length > 0),
        validUntil: event.startsAt ?? undefined,
      })),
    );
  }
}
