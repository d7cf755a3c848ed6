import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { DRILL_MARK, EventMessages, Events, maySeeInside, type EventTold, type MessageEntity, type MessageRequest } from '@yoriai/events';
import { OptOuts, isPlainAddress } from '@yoriai/notifications';
import { Db, refuse, type Tx } from '@yoriai/platform';
import { MessageRecipients } from '@yoriai/reminders';
import { messageRead, translator, type Lang } from '@yoriai/ui';
import { isCallSheetOver } from '../call-sheets.js';
import { MessageLines } from './message-lines.js';
import type { MessageList, MessagePreview } from './messages.dto.js';

/** What hosts write to the people of their events: to whom it would go, and what became of it. */
@Injectable()
export class MessageDesk {
  constructor(
    private readonly db: Db,
    private readonly events: Events,
    private readonly messages: EventMessages,
    private readonly lines: MessageLines,
    private readonly recipients: MessageRecipients,
    private readonly optOuts: OptOuts,
  ) {}

  /** For the officers of the host and the ward office. Refuses `event.not-found` (404), `message.officers-only` (403). */
  list(actor: Actor, eventId: string): Promise<MessageList> {
    return this.db.read((tx) => this.read(tx, actor, eventId));
  }

  /** What would become of a message, which nobody gets by that. Refuses what writing it does. */
  preview(actor: Actor, eventId: string, request: MessageRequest): Promise<MessagePreview> {
    return this.db.read(async (tx) => {
      const message = await this.messages.draft(tx, actor, eventId, request);
      const told = (await this.events.snapshots(tx, [eventId])).get(eventId);
      const calls = !isCallSheetOver(await this.events.seen(tx, actor, eventId), message.sendAt);
      return { ...(await this.countsOf(tx, message)), calls, sendAt: message.sendAt.toISOString(), letters: languagesOf(message).map((language) => letterIn(language, message, told)) };
    });
  }

  /** Writes one, which goes at its hour. Refuses what {@link EventMessages.draft} does, and `message.nobody` (409) where it is to go now and there is nobody. */
  write(actor: Actor, eventId: string, request: MessageRequest): Promise<MessageList> {
    return this.db.transaction(async (tx) => {
      const { people } = await this.countsOf(tx, await this.messages.draft(tx, actor, eventId, request));
      if (people === 0 && (request.sendAt ?? null) === null) return refuse('message.nobody');
      await this.messages.write(tx, actor, eventId, { request, people });
      return this.read(tx, actor, eventId);
    });
  }

  /** Takes one back that has not gone. Refuses what {@link EventMessages.takeBack} does. */
  takeBack(actor: Actor, eventId: string, id: string): Promise<MessageList> {
    return this.db.transaction(async (tx) => {
      await this.messages.takeBack(tx, actor, eventId, id);
      return this.read(tx, actor, eventId);
    });
  }

  private async read(tx: Tx, actor: Actor, eventId: string): Promise<MessageList> {
    const event = await this.events.seen(tx, actor, eventId);
    if (!maySeeInside(actor, event)) return refuse('message.officers-only', { status: 403 });
    return { ...(await this.lines.of(tx, event)), ...(await this.messages.standing(tx, actor, event)) };
  }

  private async countsOf(tx: Tx, message: MessageEntity): Promise<Omit<MessagePreview, 'calls' | 'sendAt' | 'letters'>> {
    const members = await this.recipients.of(tx, message.eventId, message);
    const declined = await this.optOuts.declined(tx, members.flatMap(({ personId }) => personId ?? []));
    const told = members.filter(({ personId }) => personId === null || !declined.has(personId));
    const byMail = told.filter(({ email }) => email !== null && isPlainAddress(email)).length;
    return { people: members.length, byMail, byPhone: told.length - byMail, optedOut: members.length - told.length };
  }
}

function languagesOf({ easy, english }: MessageEntity): Lang[] {
  return ['ja', ...(easy ? (['ja-easy'] as const) : []), ...(english ? (['en'] as const) : [])];
}

function letterIn(language: Lang, message: MessageEntity, told: EventTold | undefined): MessagePreview['letters'][number] {
  const { title, category, organisation } = told?.snapshot ?? { title: '', category: null, organisation: { name: '' } };
  return { language, ...messageRead(translator(language), { ...message, text: message.body, eventTitle: title ?? '', hostName: organisation.name, mark: category === 'drill' ? DRILL_MARK : null }) };
}
