import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Clock, Db, Outbox, constraintRefusals, newId, refuse, type Tx } from '@yoriai/platform';
import { leadsEvent } from '../event/event.policy.js';
import { Events, type EventSummary } from '../event/events.service.js';
import type { MessageRequest } from './message.dto.js';
import type { MessageEntity } from './message.entity.js';
import { MessageRepository } from './message.repository.js';
import { besidesVerdict, fateOf, filledVerdict, hourVerdict, leftOn, soonest, wordsVerdict, writeVerdict } from './message.rules.js';

// Signs of two code points count as one where a text is typed, and as two in the table.
constraintRefusals({ message_title: { code: 'platform.invalid', status: 422 }, message_body: { code: 'platform.invalid', status: 422 } });

/** Messages of one sweep. */
const SLICE = 50;

/**
 * What the host of an event writes to its people (docs/adr/0082). Who they are is decided when it goes: who cancelled meanwhile is
 * gone. It is a reminder: nobody hears it at night, and who declined reminders gets none.
 */
@Injectable()
export class EventMessages {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly messages: MessageRepository,
    private readonly outbox: Outbox,
    private readonly log: AccessLog,
  ) {}

  /** May the actor write, and how many more may go today? */
  async standing(tx: Tx, actor: Actor, event: EventSummary): Promise<{ can: true | string; left: number }> {
    const now = this.clock.now();
    const can = leadsEvent(actor, event) ? writeVerdict(event, now) : 'message.leaders-only';
    return { can, left: leftOn(soonest(now), await this.messages.keptOf(tx, event.id)) };
  }

  /** All messages of an event, the newest first. Who may see the inside of the event is asked by the caller. */
  ofEvent(tx: Tx, eventId: string): Promise<MessageEntity[]> {
    return this.messages.ofEvent(tx, eventId);
  }

  /** For letters and calls; an unknown id is absent. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, MessageEntity>> {
    if (ids.length === 0) return new Map();
    return new Map((await this.messages.byIds(tx, ids)).map((message) => [message.id, message]));
  }

  /**
   * What would be kept, which nobody has yet. Refuses `event.not-found` (404), `message.leaders-only` (403), `message.not-public`, `message.over`,
   * `message.twice`, `message.too-many` (409), `message.past`, `message.night`, `message.too-late`, `message.frame-unknown`, `message.not-a-drill`, `message.unfilled` (422).
   */
  async draft(tx: Tx, actor: Actor, eventId: string, request: MessageRequest): Promise<MessageEntity> {
    const event = await this.events.seen(tx, actor, eventId);
    if (!leadsEvent(actor, event)) return refuse('message.leaders-only', { status: 403 });
    const now = this.clock.now();
    const open = writeVerdict(event, now);
    if (open !== true) return refuse(open);
    const { audiences, title, text, easy = null, english = null, sendAt = null } = request;
    const frameIds = request.frameIds ?? [];
    const words = wordsVerdict([{ title, text }, ...(easy ? [easy] : []), ...(english ? [english] : [])], event.category);
    if (words !== true) return refuse(words, { status: 422, fields: [{ field: 'title', code: words }] });
    const unfilled = Object.entries({ text, 'easy.text': easy?.text, 'english.text': english?.text }).filter(([, words]) => words !== undefined && filledVerdict(words) !== true);
    if (unfilled.length > 0) return refuse('message.unfilled', { status: 422, fields: unfilled.map(([field]) => ({ field, code: 'message.unfilled' })) });
    const hour = sendAt === null ? true : hourVerdict(new Date(sendAt), event, now);
    if (hour !== true) return refuse(hour, { status: 422, fields: [{ field: 'sendAt', code: hour }] });
    await this.insistOnFrames(tx, eventId, frameIds);
    const goes = sendAt === null ? soonest(now) : new Date(sendAt);
    const kept = (await this.messages.keptOf(tx, eventId)).map((each) => ({ ...each, text: each.body }));
    const besides = besidesVerdict({ audiences, frameIds, title, text, writtenAt: now, sendAt: goes }, kept);
    if (besides !== true) return refuse(besides);
    const plain = (of: typeof easy) => of && { title: of.title, text: of.text };
    const fresh = { sentAt: null, droppedAt: null, droppedBy: null, droppedBecause: null };
    return { id: newId(), eventId, audiences, frameIds, title, body: text, easy: plain(easy), english: plain(english), writtenBy: actor.personId, writtenAt: now, sendAt: goes, ...fresh };
  }

  /** Keeps a message, which goes at its hour; `people`: how many it would reach now. Two at once wait for each other. Refuses as {@link draft}. */
  async write(tx: Tx, actor: Actor, eventId: string, { request, people }: { request: MessageRequest; people: number }): Promise<void> {
    await this.messages.lockEvent(tx, eventId);
    const message = await this.draft(tx, actor, eventId, request);
    await this.messages.insert(tx, message);
    await this.log.add(tx, { actorPersonId: actor.personId, action: 'message.written', subject: `event:${eventId}`, reason: `message:${message.id}`, rowCount: people });
  }

  /** It does not go. Again does nothing. Refuses `event.not-found`, `message.not-found` (404), `message.leaders-only` (403), and `message.gone` (409) once it went. */
  async takeBack(tx: Tx, actor: Actor, eventId: string, id: string): Promise<void> {
    const event = await this.events.seen(tx, actor, eventId);
    if (!leadsEvent(actor, event)) return refuse('message.leaders-only', { status: 403 });
    const message = await this.messages.lock(tx, id);
    if (message?.eventId !== eventId) return refuse('message.not-found', { status: 404 });
    if (message.droppedAt !== null) return;
    if (message.sentAt !== null) return refuse('message.gone');
    await this.messages.drop(tx, id, { at: this.clock.now(), by: actor.personId, because: 'taken-back' });
    await this.log.add(tx, { actorPersonId: actor.personId, action: 'message.taken-back', subject: `event:${eventId}`, reason: `message:${id}` });
  }

  /** Sends what was to go by `now`, each once however many workers sweep; what does not hold any more is dropped. Answers how many came to their hour. */
  sweep(now: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      const due = await this.messages.claimDue(tx, now, SLICE);
      for (const message of due) {
        const fate = fateOf(message);
        if (fate === 'send') {
          await this.messages.sent(tx, message.id, now);
          await this.outbox.add(tx, 'events.message-sent', { messageId: message.id, eventId: message.eventId });
        } else await this.messages.drop(tx, message.id, { at: now, by: null, because: fate });
      }
      return due.length;
    });
  }

  private async insistOnFrames(tx: Tx, eventId: string, frameIds: readonly string[]): Promise<void> {
    if (frameIds.length === 0) return;
    const frames = (await this.events.snapshots(tx, [eventId])).get(eventId)?.snapshot.frames ?? [];
    if (frameIds.some((id) => !frames.some((frame) => frame.id === id))) return refuse('message.frame-unknown', { status: 422, fields: [{ field: 'frameIds', code: 'message.frame-unknown' }] });
  }
}
