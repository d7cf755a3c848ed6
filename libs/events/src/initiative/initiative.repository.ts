import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import { InitiativeEntity } from './initiative.entity.js';

/** SQL of initiatives. */
@Injectable()
export class InitiativeRepository {
  /** In their order. */
  all(tx: Tx): Promise<InitiativeEntity[]> {
    return tx.find(InitiativeEntity, { order: { sort: 'ASC', code: 'ASC' } });
  }

  byCode(tx: Tx, code: string): Promise<InitiativeEntity | null> {
    return tx.findOneBy(InitiativeEntity, { code });
  }

  lock(tx: Tx, code: string): Promise<InitiativeEntity | null> {
    return tx.findOne(InitiativeEntity, { where: { code }, lock: { mode: 'pessimistic_write' } });
  }

  /** What came of it so far: events that were reported and closed, as their figures count by now, and all who came. */
  async held(tx: Tx, code: string): Promise<{ events: number; people: number }> {
    const [row] = await rows<{ events: number; people: number }>(
      tx,
      `select count(*)::int as events, coalesce(sum(coalesce(correction.participants + correction.walk_ins, report.participants + report.walk_ins)), 0)::int as people
       from events.event event
       join lateral (select participants, walk_ins from events.event_report where event_id = event.id order by reported_at desc, id desc limit 1) report on true
       left join lateral (select participants, walk_ins from events.figure_correction where event_id = event.id order by number desc limit 1) correction on true
       where event.initiative = $1 and event.state = 'closed' and event.visibility is null`,
      [code],
    );
    return row!;
  }

  /** After the others. */
  async insert(tx: Tx, initiative: Omit<InitiativeEntity, 'sort'>): Promise<void> {
    const [row] = await rows<{ sort: number }>(tx, 'select coalesce(max(sort), -1) + 1 as sort from events.initiative', []);
    await tx.insert(InitiativeEntity, { ...initiative, sort: row!.sort });
  }

  async save(tx: Tx, { code, ...columns }: InitiativeEntity): Promise<void> {
    await tx.update(InitiativeEntity, { code }, columns);
  }
}
