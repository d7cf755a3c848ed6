import { Injectable } from '@nestjs/common';
import type { Tx } from '@yoriai/platform';
import type { DayDecisionEntity } from './day-decision.entity.js';
import { DayDecisionRepository } from './day-decision.repository.js';
import { reducedOf, type Reduced } from './held.js';

/** A decision about the day, as letters and pages tell it. */
export type DayDecision = Pick<DayDecisionEntity, 'id' | 'kind' | 'cause' | 'reason' | 'dropped' | 'wasStartsAt' | 'wasEndsAt' | 'revision' | 'decidedBy' | 'decidedAt'>;

/** What was decided about the day of events. Everybody may know it of what is public; the caller asks. */
@Injectable()
export class DayDecisions {
  constructor(private readonly decisions: DayDecisionRepository) {}

  byId(tx: Tx, id: string): Promise<DayDecision | null> {
    return this.decisions.byId(tx, id);
  }

  /** Which of these events are said to take place on the day that they have, as planned or in a smaller form; `since`: said then or later. */
  heldOf(tx: Tx, eventIds: readonly string[], since: Date | null = null): Promise<Set<string>> {
    return this.decisions.heldOf(tx, eventIds, since);
  }

  /** Which of these events take place in a smaller form on the day that they have, and what is left out; or did until that was taken back (`isWhole`). */
  reducedOf(tx: Tx, eventIds: readonly string[]): Promise<Map<string, Reduced>> {
    return reducedOf(tx, eventIds);
  }

  /** The last time an event was put off, whatever was decided since; null where it never was. */
  latestPostponement(tx: Tx, eventId: string): Promise<DayDecision | null> {
    return this.decisions.latestPostponement(tx, eventId);
  }

  /** What counts; null where nobody had to decide. */
  latest(tx: Tx, eventId: string): Promise<DayDecision | null> {
    return this.decisions.latest(tx, eventId);
  }
}
