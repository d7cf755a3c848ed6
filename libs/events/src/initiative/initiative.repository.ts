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

  /** After the others. */
  async insert(tx: Tx, initiative: Omit<InitiativeEntity, 'sort'>): Promise<void> {
    const [row] = await rows<{ sort: number }>(tx, 'select coalesce(max(sort), -1) + 1 as sort from events.initiative', []);
    await tx.insert(InitiativeEntity, { ...initiative, sort: row!.sort });
  }

  async save(tx: Tx, { code, ...columns }: InitiativeEntity): Promise<void> {
    await tx.update(InitiativeEntity, { code }, columns);
  }
}
