import { Injectable } from '@nestjs/common';
import { Events, EventMessages, MESSAGE_AUDIENCES, type EventSummary, type MessageEntity } from '@yoriai/events';
import { People } from '@yoriai/identity';
import { Ledger, type MessageSums } from '@yoriai/notifications';
import type { Tx } from '@yoriai/platform';
import { MessageRecipients } from '@yoriai/reminders';
import { isCallSheetOver } from '../call-sheets.js';
import { messageStarts } from './message-starts.js';
import type { MessageLine, MessageList } from './messages.dto.js';

/** The messages of an event with what became of them. Here, because events, letters and duties don't know each other. */
@Injectable()
export class MessageLines {
  constructor(
    private readonly events: Events,
    private readonly messages: EventMessages,
    private readonly ledger: Ledger,
    private readonly people: People,
    private readonly recipients: MessageRecipients,
  ) {}

  /** Sums and what hosts wrote; nobody's rights are asked here. */
  async of(tx: Tx, event: EventSummary): Promise<Omit<MessageList, 'can' | 'left'>> {
    const messages = await this.messages.ofEvent(tx, event.id);
    const frames = ((await this.events.snapshots(tx, [event.id])).get(event.id)?.snapshot.frames ?? []).map(({ id, name }) => ({ id, name }));
    const tallies = await this.ledger.ofMessages(tx, event.id);
    const writers = await this.people.summaries(tx, [...new Set(messages.map(({ writtenBy }) => writtenBy))]);
    const members = await this.recipients.ofEach(tx, event.id, MESSAGE_AUDIENCES.map((audience) => ({ audiences: [audience], frameIds: [] })));
    const nameOf = new Map(frames.map(({ id, name }) => [id, name]));
    return {
      items: messages.map((message) => toLine(event, message, { frames: message.frameIds.flatMap((id) => nameOf.get(id) ?? []), writtenBy: writers.get(message.writtenBy)?.name ?? '', tally: tallies.get(message.id) ?? null })),
      groups: MESSAGE_AUDIENCES.map((audience, index) => ({ audience, people: members[index]?.length ?? 0 })),
      starts: messageStarts,
      frames,
    };
  }
}

function toLine(event: EventSummary, message: MessageEntity, { tally, ...named }: { frames: string[]; writtenBy: string; tally: MessageSums | null }): MessageLine {
  const { id, audiences, title, body: text, easy, english, writtenAt, sendAt, sentAt, droppedAt, droppedBecause: because } = message;
  return {
    ...{ id, audiences, title, text, easy, english, because, tally },
    ...named,
    calls: !isCallSheetOver(event, sentAt ?? sendAt),
    state: sentAt !== null ? 'sent' : droppedAt !== null ? 'dropped' : 'waiting',
    writtenAt: writtenAt.toISOString(),
    sendAt: (sentAt ?? sendAt).toISOString(),
  };
}
