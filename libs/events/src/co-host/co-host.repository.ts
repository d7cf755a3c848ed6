import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '@yoriai/platform';
import { CoHostEntity } from './co-host.entity.js';

/** SQL of those who hold an event together. */
@Injectable()
export class CoHostRepository {
  /** All that were ever asked about an event, in the order in which they were. */
  ofEvent(tx: Tx, eventId: string): Promise<CoHostEntity[]> {
    return tx.find(CoHostEntity, { where: { eventId }, order: { invitedAt: 'ASC', id: 'ASC' } });
  }

  /** What these associations were asked, the newest first. */
  ofOrganisations(tx: Tx, organisationIds: readonly string[], most: number): Promise<CoHostEntity[]> {
    return tx.find(CoHostEntity, { where: { organisationId: In([...organisationIds]), state: In(['invited', 'accepted']) }, order: { invitedAt: 'DESC', id: 'DESC' }, take: most });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<CoHostEntity[]> {
    return tx.findBy(CoHostEntity, { id: In([...ids]) });
  }

  lock(tx: Tx, id: string): Promise<CoHostEntity | null> {
    return tx.findOne(CoHostEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(tx: Tx, row: CoHostEntity): Promise<void> {
    await tx.insert(CoHostEntity, row);
  }

  async save(tx: Tx, { id, ...columns }: CoHostEntity): Promise<void> {
    await tx.update(CoHostEntity, { id }, columns);
  }
}
