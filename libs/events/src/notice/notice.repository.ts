import { Injectable } from '@nestjs/common';
import { rows, type DateOnly, type Tx } from '@yoriai/platform';
import { NoticeEntity, type NoticePlace } from './notice.entity.js';
import type { Reach } from './notice.rules.js';

/** A notice as everybody reads it. */
export interface ShownNotice {
  id: string;
  title: string;
  text: string;
  link: string | null;
  linkLabel: string | null;
}

/** SQL of notices. */
@Injectable()
export class NoticeRepository {
  /** The newest first. */
  all(tx: Tx, most: number): Promise<NoticeEntity[]> {
    return tx.find(NoticeEntity, { order: { writtenAt: 'DESC', id: 'DESC' }, take: most });
  }

  lock(tx: Tx, id: string): Promise<NoticeEntity | null> {
    return tx.findOne(NoticeEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Tx, notice: NoticeEntity): Promise<void> {
    await tx.insert(NoticeEntity, notice);
  }

  async save(tx: Tx, { id, ...columns }: NoticeEntity): Promise<void> {
    await tx.update(NoticeEntity, { id }, columns);
  }

  /** What stands on a day, the newest first; beside which events, or of which areas, is the rule's to say. */
  standingOn(tx: Tx, day: DateOnly, placed: NoticePlace): Promise<(ShownNotice & Reach)[]> {
    return rows(
      tx,
      `select id, title, body as text, link, link_label as "linkLabel", from_day::text as "fromDay", until_day::text as "untilDay", ended_at as "endedAt", audiences, areas, fields
       from events.notice where ended_at is null and placed = $2 and $1 between from_day and until_day order by written_at desc, id desc`,
      [day, placed],
    );
  }
}
