import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '@yoriai/platform';
import { EventEntity } from '../event/event.entity.js';
import type { EventState } from '../event/event.rules.js';
import { CoHostEntity } from './co-host.entity.js';

/** SQL of those who hold an event together. */
@Injectable()
export class CoHostRepository {
  /** All that were ever asked about an event, of a date of a series about any of its dates, in the order in which they were; each with how its event stands. */
  async ofEvent(tx: Tx, { id, seriesId }: Pick<EventEntity, 'id' | 'seriesId'>): Promise<{ row: CoHostEntity; state: EventState }[]> {
    const { entities, raw } = await tx
      .createQueryBuilder(CoHostEntity, 'asked')
      .innerJoin(EventEntity, 'held', 'held.id = asked.eventId')
      .addSelect('held.state', 'held_state')
      .where('held.id = :id or held.seriesId = :seriesId', { id, seriesId })
      .orderBy('asked.invitedAt')
      .addOrderBy('asked.id')
      .getRawAndEntities<{ held_state: EventState }>();
    return entities.map((row, index) => ({ row, state: raw[index]!.held_state }));
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
