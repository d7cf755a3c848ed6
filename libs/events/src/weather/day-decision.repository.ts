import { Injectable } from '@nestjs/common';
import { newId, rows, type Tx } from '@yoriai/platform';
import { DayDecisionEntity } from './day-decision.entity.js';

/** SQL of decisions about the day. */
@Injectable()
export class DayDecisionRepository {
  /** Writes a decision down; answers it with its id. */
  async add(tx: Tx, decision: Omit<DayDecisionEntity, 'id'>): Promise<DayDecisionEntity> {
    const written = { id: newId(), ...decision };
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

  /** Which of these events are said to take place on the day that they have. */
  async heldOf(tx: Tx, eventIds: readonly string[]): Promise<Set<string>> {
    const found = await rows<{ event_id: string }>(
      tx,
      `select event_id from events.day_decision decision join events.event event on event.id = decision.event_id
       where event_id = any($1::uuid[]) and decision.kind = 'held' and decision.was_starts_at = event.starts_at`,
      [eventIds],
    );
    return new Set(found.map(({ event_id }) => event_id));
  }

  /** What counts for an event; null where nobody had to decide. */
  latest(tx: Tx, eventId: string): Promise<DayDecisionEntity | null> {
    return tx.findOne(DayDecisionEntity, { where: { eventId }, order: { decidedAt: 'DESC', id: 'DESC' } });
  }
}
