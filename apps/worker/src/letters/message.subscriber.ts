import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { EventMessages } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { MessageRecipients } from '@yoriai/reminders';
import { TO_A_GUARDIAN } from './consent.subscriber.js';
import { LetterFacts } from './facts.js';

/** What a host wrote goes to its people, once each: by letter or, without an address, by telephone. */
@Injectable()
export class MessageLettersSubscriber {
  constructor(
    private readonly messages: EventMessages,
    private readonly recipients: MessageRecipients,
    private readonly deliveries: Deliveries,
    private readonly facts: LetterFacts,
  ) {}

  /** Who gets it is decided now: who cancelled is gone, who applied a minute ago is in. */
  @OnMessage('events.message-sent', 'letters.event-message')
  async sent(tx: Tx, { messageId, eventId }: Messages['events.message-sent'], { at }: MessageFacts): Promise<void> {
    const message = (await this.messages.byIds(tx, [messageId])).get(messageId);
    const event = (await this.facts.eventsById(tx, [eventId])).get(eventId);
    if (!message || !event || event.state === 'cancelled') return;
    const members = await this.recipients.of(tx, eventId, message);
    // Before the event it is of use until it is over; afterwards for as long as any letter is tried.
    const validUntil = event.endsAt !== null && event.endsAt > at ? event.endsAt : undefined;
    await this.deliveries.add(
      tx,
      // A guardian's is of a kind of its own: the address goes with the rest of what they left.
      members.map(({ key, personId, email, applicationIds, assignmentIds, stallId, guardianOf }) => ({
        dedupeKey: `event-message:${messageId}:${key}`,
        ...{ personId, eventId, kind: guardianOf === null ? 'event-message' : TO_A_GUARDIAN, template: 'event-message', address: email, validUntil },
        purpose: 'reminder' as const,
        params: { messageId, applicationIds, assignmentIds, ...(stallId !== null && { stallId }), ...(guardianOf !== null && { guardianOf }) },
      })),
    );
  }
}
