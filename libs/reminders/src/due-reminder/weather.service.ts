import { Injectable } from '@nestjs/common';
import { Alerts, DayDecisions } from '@yoriai/events';
import type { Tx } from '@yoriai/platform';

/** What reminders know of the weather. */
@Injectable()
export class Weather {
  constructor(
    private readonly alerts: Alerts,
    private readonly decisions: DayDecisions,
  ) {}

  /** The events of these about whose day somebody has to decide: a warning of the gravest kind stands (特別警報, レベル5, 特別警戒アラート, 津波警報以上), and nobody said since that began that they are held. What can't be known holds nothing back. */
  async undecided(tx: Tx, eventIds: readonly string[]): Promise<Set<string>> {
    const since = await this.alerts.gravestSince(tx);
    if (since === null) return new Set();
    const held = await this.decisions.heldOf(tx, eventIds, since);
    return new Set(eventIds.filter((id) => !held.has(id)));
  }
}
