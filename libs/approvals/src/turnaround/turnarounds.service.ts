import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { atJst, Clock, Db, fiscalYear, jstDate, refuse } from '@yoriai/platform';
import { maySeeDesk } from '../approval-case/approval-case.policy.js';
import { BUSINESS_DAYS_TO_DECIDE } from '../approval-case/due.rules.js';
import type { Turnaround } from './turnaround.dto.js';
import { TurnaroundRepository } from './turnaround.repository.js';
import { yearOf } from './turnaround.rules.js';

/** How long the ward takes to decide, for the ward office to look at itself. */
@Injectable()
export class Turnarounds {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly decisions: TurnaroundRepository,
  ) {}

  /** This fiscal year and the one before, and what waits longer than it should. Two statements. Refuses `approval.staff-only` (403). */
  figures(actor: Actor): Promise<Turnaround> {
    if (!maySeeDesk(actor)) return refuse('approval.staff-only', { status: 403 });
    return this.db.read(async (tx) => {
      const today = jstDate(this.clock.now());
      const year = fiscalYear(today);
      const decided = await this.decisions.decidedSince(tx, atJst(`${year - 1}-04-01`, '00:00'));
      return { promise: BUSINESS_DAYS_TO_DECIDE, late: await this.decisions.late(tx, today), years: [yearOf(year, decided), yearOf(year - 1, decided)] };
    });
  }
}
