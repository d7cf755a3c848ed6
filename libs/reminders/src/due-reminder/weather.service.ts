import { Injectable } from '@nestjs/common';
import { Alerts, DayDecisions } from '@yoriai/events';
import type { Tx } from '@yoriai/platform';

/** 特別警報, レベル5, 特別警戒アラート: the level at which nobody is told "come" before somebody has decided. */
const GRAVEST = 5;

/** What reminders know of the weather. */
@Injectable()
export class Weather {
  constructor(
    private readonly alerts: Alerts,
    private readonly decisions: DayDecisions,
  ) {}

  /** The events of these about whose day somebody has to decide: a warning of the gravest level stands, and nobody said that they are held. What can't be known holds nothing back. */
  async undecided(tx: Tx, eventIds: readonly string[]): Promise<Set<string>> {
    const grave = (await this.alerts.standing(tx)).some(({ alerts }) => alerts?.some(({ level }) => level >= GRAVEST));
    if (!grave) return new Set();
    const held = await this.decisions.heldOf(tx, eventIds);
    return new Set(eventIds.filter((id) => !held.has(id)));
  }
}
