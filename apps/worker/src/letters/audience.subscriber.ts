import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { concernOf, Events } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { Audience, DueReminders } from '@yoriai/reminders';
import { LetterFacts } from './facts.js';
import { waitsUntil, waitsUntilSooner } from './night.js';

/** Letters to everybody of an event: a fan-out is rows, written here in one transaction and sent in slices later. */
@Injectable()
export class AudienceLettersSubscriber {
  constructor(
    private readonly reminders: DueReminders,
    private readonly audience: Audience,
    private readonly deliveries: Deliveries,
    private readonly facts: LetterFacts,
    private readonly events: Events,
  ) {}

  /** Who is reminded is decided now: who cancelled is gone, who applied a minute ago is in. */
  @OnMessage('reminders.reminder-due', 'letters.reminder')
  async remind(tx: Tx, { dueReminderId }: Messages['reminders.reminder-due'], _facts: MessageFacts): Promise<void> {
    const due = await this.reminders.byId(tx, dueReminderId);
    const event = due && (await this.facts.eventsById(tx, [due.eventId])).get(due.eventId);
    if (!due || event?.state !== 'published') return;
    const kind = `reminder-${due.kind}`;
    const members = await this.audience.of(tx, due.eventId);
    await this.deliveries.add(
      tx,
      members.map(({ personId, email, applicationIds, assignmentIds }) => ({
        dedupeKey: `${kind}:${due.eventId}:${personId}:${due.dueAt.toISOString()}`,
        personId,
        eventId: due.eventId,
        kind,
        purpose: 'reminder',
        address: email,
        template: 'reminder',
        params: { applicationIds, assignmentIds, held: due.heldAt !== null },
        scheduledFor: due.dueAt,
        validUntil: event.startsAt ?? undefined,
      })),
    );
  }

  /** Everybody whom it concerns is told what reads otherwise now, by letter or, without an address, by telephone; an event that was not public has told nobody anything yet. */
  @OnMessage('events.event-changed', 'letters.event-changed')
  async changed(tx: Tx, { eventId, revision, before }: Messages['events.event-changed'], _facts: MessageFacts): Promise<void> {
    if (before === null) return;
    const [was, is] = [await this.events.revision(tx, eventId, before), await this.events.revision(tx, eventId, revision)];
    const members = was && is ? await this.audience.ofChange(tx, eventId, concernOf(was, is)) : [];
    await this.deliveries.add(
      tx,
      members.map(({ personId, email, applicationIds, assignmentIds }) => ({
        dedupeKey: `event-changed:${eventId}:${revision}:${personId}`,
        personId,
        eventId,
        kind: 'event-changed',
        purpose: 'notice',
        address: email,
        template: 'event-changed',
        params: { applicationIds, assignmentIds, before },
        morningBefore: waitsUntilSooner([was?.startsAt, is?.startsAt], assignmentIds.length > 0),
      })),
    );
  }

  /** Everybody who was in, waited or helped is told, once; what had not gone out yet stays unsent. */
  @OnMessage('events.event-cancelled', 'letters.event-cancelled')
  async cancelled(tx: Tx, { eventId }: Messages['events.event-cancelled'], _facts: MessageFacts): Promise<void> {
    await this.deliveries.withdraw(tx, eventId, ['reminder', 'confirmation']);
    await this.deliveries.unsay(tx, eventId, ['reminder']);
    const event = (await this.facts.eventsById(tx, [eventId])).get(eventId);
    const members = await this.audience.ofCancelled(tx, eventId);
    await this.deliveries.add(
      tx,
      members.map(({ personId, email, applicationIds, assignmentIds }) => ({
        dedupeKey: `event-cancelled:${eventId}:${personId}`,
        personId,
        eventId,
        kind: 'event-cancelled',
        purpose: 'cancellation',
        address: email,
        template: 'event-cancelled',
        params: { applicationIds, assignmentIds },
        morningBefore: waitsUntil(event?.startsAt, assignmentIds.length > 0),
      })),
    );
  }
}
