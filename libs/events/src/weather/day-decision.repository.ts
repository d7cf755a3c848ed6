import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '@yoriai/platform';
import { DayDecisionEntity } from './day-decision.entity.js';
import { heldOf } from './held.js';

/** SQL of decisions about the day. */
@Injectable()
export class DayDecisionRepository {
  /** Writes a decision down; answers it with its id. */
  async add(tx: Tx, decision: Omit<DayDecisionEntity, 'id' | 'dropped'> & Partial<Pick<DayDecisionEntity, 'dropped'>>): Promise<DayDecisionEntity> {
    const written = { id: newId(), dropped: null, ...decision };
    await tx.insert(DayDecisionEntity, written);
    return written;
  }

  byId(tx: Tx, id: string): Promise<DayDecisionEntity | null> {
    return tx.findOneBy(DayDecisionEntity, { id });
  }

  /** The last time the event was put off, whatever was decided since; null where it never was. */
  latestPostponement(tx: Tx, eventId: string): Promise<DayDecisionEntity | null> {
    return tx.findOne(DayDecisionEntity, { where: { eventId, kind: 'postponed' }, order: { decidedAt: 'DESC', id: 'DESC' } });
  }

  /** Which of these events are said to take place on the day that they have, as planned or in a smaller form; `since`: said then or later. */
  heldOf(tx: Tx, eventIds: readonly string[], since: Date | null = null): Promise<Set<string>> {
    return heldOf(tx, eventIds, since);
  }

  /** What counts for an event; null where nobody had to decide. */
  latest(tx: Tx, eventId: string): Promise<DayDecisionEntity | null> {
    return tx.findOne(DayDecisionEntity, { where: { eventId }, order: { decidedAt: 'DESC', id: 'DESC' } });
  }
}
