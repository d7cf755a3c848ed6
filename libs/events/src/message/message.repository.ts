import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import { In, IsNull } from 'typeorm';
import type { EventState } from '../event/event.rules.js';
import { MessageEntity } from './message.entity.js';
import type { DropReason } from './message.rules.js';

/** A message whose hour has come, and how its event stands. */
export interface DueMessage {
  id: string;
  eventId: string;
  writtenAt: Date;
  state: EventState;
  /** When the event was last put off; null where it never was. */
  putOffAt: Date | null;
}

/** SQL of messages. What was written is never written over. */
@Injectable()
export class MessageRepository {
  /** The newest first. */
  ofEvent(tx: Tx, eventId: string): Promise<MessageEntity[]> {
    return tx.find(MessageEntity, { where: { eventId }, order: { writtenAt: 'DESC', id: 'DESC' } });
  }

  /** Those that went or wait. */
  keptOf(tx: Tx, eventId: string): Promise<MessageEntity[]> {
    return tx.findBy(MessageEntity, { eventId, droppedAt: IsNull() });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<MessageEntity[]> {
    return tx.findBy(MessageEntity, { id: In([...ids]) });
  }

  lock(tx: Tx, id: string): Promise<MessageEntity | null> {
    return tx.findOne(MessageEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Two who write about one event at the same time come one after the other. */
  async lockEvent(tx: Tx, eventId: string): Promise<void> {
    await rows(tx, 'select id from events.event where id = $1 for no key update', [eventId]);
  }

  async insert(tx: Tx, message: MessageEntity): Promise<void> {
    await tx.insert(MessageEntity, message);
  }

  async drop(tx: Tx, id: string, { at, by, because }: { at: Date; by: string | null; because: DropReason }): Promise<void> {
    await tx.update(MessageEntity, { id }, { droppedAt: at, droppedBy: by, droppedBecause: because });
  }

  async sent(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.update(MessageEntity, { id }, { sentAt: at });
  }

  /** Those whose hour has come, passed over by whoever comes at the same time. Who calls off or moves the event at this moment is first, or comes after they went. */
  claimDue(tx: Tx, now: Date, limit: number): Promise<DueMessage[]> {
    return rows(
      tx,
      `select message.id, message.event_id as "eventId", message.written_at as "writtenAt", event.state,
         (select max(decided_at) from events.day_decision decision where decision.event_id = event.id and decision.kind = 'postponed') as "putOffAt"
       from events.message join events.event on event.id = message.event_id
       where message.send_at <= $1 and message.sent_at is null and message.dropped_at is null
       order by message.send_at, message.id limit $2 for update of message skip locked for share of event`,
      [now, limit],
    );
  }
}
