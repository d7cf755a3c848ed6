import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, Config, Db } from '@yoriai/platform';
import { Alerts, type GravestAlert } from './alerts.service.js';

/** So long an answer counts where nobody says of which moment it has to be (milliseconds). */
const KEPT_MS = 5_000;
/** So long a page waits for it; then it says what was known before (milliseconds). */
const PATIENCE_MS = 500;

interface Kept {
  at: number;
  /** The minute it was asked in: what can't be read any more is told for a while only. */
  minute: number;
  moment: string | undefined;
  answer: Promise<readonly GravestAlert[]>;
}

/**
 * What every page says while it stands ({@link Alerts.gravest}), asked of the database every few seconds at most, however many pages
 * are made, and never where no source is asked. A page that is kept until something changes asks for the moment that it is kept for.
 */
@Injectable()
export class GravestAlerts {
  private kept: Kept | undefined;
  private last: readonly GravestAlert[] = [];
  /** Tests change rows behind the process's back and look at once. */
  private readonly keptMs: number;

  constructor(
    private readonly db: Db,
    private readonly alerts: Alerts,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.keptMs = config.mode === 'test' ? 0 : KEPT_MS;
  }

  /** What stands; at `moment` of the database, or in the last seconds. It fails no page: where it can't be read, what was known last. */
  async now(moment?: string): Promise<readonly GravestAlert[]> {
    if (this.alerts.areNone) return [];
    if (!this.kept || !this.serves(this.kept, moment)) this.kept = { at: performance.now(), minute: this.minute(), moment, answer: this.read() };
    return Promise.race([this.kept.answer, pause(PATIENCE_MS, undefined, { ref: false }).then(() => this.last)]);
  }

  private serves(kept: Kept, moment: string | undefined): boolean {
    return moment === undefined ? performance.now() - kept.at < this.keptMs : kept.moment === moment && kept.minute === this.minute();
  }

  private minute(): number {
    return Math.floor(this.clock.now().getTime() / 60_000);
  }

  private async read(): Promise<readonly GravestAlert[]> {
    try {
      this.last = await this.db.read((tx) => this.alerts.gravest(tx));
    } catch {
      // The page that was asked for tells what is wrong, if anything is.
    }
    return this.last;
  }
}
