import { Injectable, Logger } from '@nestjs/common';
import { Clock, Db, rows, type Tx } from '@yoriai/platform';
import { AlertSources, NotKnownYet, type HotHour, type WeatherAlert } from './alert-source.js';
import { isGrave, isGravest, withSince } from './alert.rules.js';

/** What is older is not known any more (milliseconds). */
const FRESH_MS = 45 * 60 * 1000;
/** After so long without a word nobody knows whether what stands is what stood (milliseconds). */
const ONE_DANGER_MS = 24 * 60 * 60 * 1000;

/** What stands by one source; null: it can't be known now (わかりません). */
export interface AlertReading {
  source: string;
  alerts: readonly WeatherAlert[] | null;
  /** What it said when it could be read last, and when that was. */
  known: readonly WeatherAlert[];
  knownAt: Date | null;
}

/** Something of the gravest kind, see {@link isGravest}. */
export interface GravestAlert extends WeatherAlert {
  source: string;
  /** When it was read last, where it can't be read now: nobody knows whether it still stands. */
  lastReadAt?: string;
}

/** What stands, by those who are asked. It is told and changes nothing: a person decides. */
@Injectable()
export class Alerts {
  private readonly logger = new Logger(Alerts.name);

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sources: AlertSources,
  ) {}

  /** Asks every source; one that fails is written down as unknown, with what it said last, and holds nobody up; of one that can't say it yet what was read last stands until that is old. Answers how many were asked. */
  async poll(): Promise<number> {
    for (const source of this.sources.all) {
      const { known: before = [], knownAt = null } = (await this.db.read((tx) => this.standing(tx))).find((reading) => reading.source === source.name) ?? {};
      const said = await source.read(before, knownAt).catch((error: unknown) => {
        this.logger.warn(`${source.name}: ${error instanceof Error ? error.message : String(error)}`);
        return error instanceof NotKnownYet ? undefined : null;
      });
      if (said === undefined) continue;
      const now = this.clock.now();
      await this.db.transaction((tx) => rows(tx, WRITE_DOWN, [source.name, said && JSON.stringify(withSince(said, knownAt && now.getTime() - knownAt.getTime() <= ONE_DANGER_MS ? before : [], now)), now]));
    }
    return this.sources.all.length;
  }

  /** The hot hours of the forecast; empty: below what is told, not known, or nobody is asked. */
  async hotHours(tx: Tx): Promise<HotHour[]> {
    return (await this.standing(tx)).flatMap(({ alerts }) => (alerts ?? []).flatMap(({ hours }) => hours ?? []));
  }

  /** What stands that stops whatever is planned, see {@link isGrave}. */
  async grave(tx: Tx): Promise<WeatherAlert[]> {
    return (await this.standing(tx)).flatMap(({ alerts }) => (alerts ?? []).filter(isGrave));
  }

  /** Since when there is such a danger: the latest to begin of those that stand by any source; null: none stands, or it can't be known now. */
  async gravestSince(tx: Tx): Promise<Date | null> {
    const gravest = (await this.standing(tx)).flatMap(({ alerts }) => (alerts ?? []).filter(isGravest));
    const latest = gravest.map(({ gravestSince, since }) => gravestSince ?? since ?? new Date(0).toISOString()).sort().at(-1);
    return latest === undefined ? null : new Date(latest);
  }

  /** What everybody is told: the gravest that stands, and that stood when its source could be read last, no longer than 45 minutes ago. */
  async gravest(tx: Tx): Promise<GravestAlert[]> {
    return (await this.standing(tx)).flatMap(({ source, alerts, known, knownAt }) => {
      if (alerts) return alerts.filter(isGravest).map((alert) => ({ ...alert, source }));
      if (!knownAt || !this.isFresh(knownAt)) return [];
      return known.filter(isGravest).map((alert) => ({ ...alert, source, lastReadAt: knownAt.toISOString() }));
    });
  }

  /** Nobody is asked: nothing can ever stand. */
  get areNone(): boolean {
    return this.sources.all.length === 0;
  }

  /** The last word of each source that is asked; empty where none is. */
  async standing(tx: Tx): Promise<AlertReading[]> {
    if (this.areNone) return [];
    const found = await rows<AlertReading & { readAt: Date }>(tx, `select source, alerts, read_at as "readAt", coalesce(known, '[]') as known, known_at as "knownAt" from events.alert_reading`);
    return this.sources.all.map(({ name }) => {
      const { readAt = new Date(0), alerts = null, known = [], knownAt = null } = found.find(({ source }) => source === name) ?? {};
      return { source: name, alerts: this.isFresh(readAt) ? alerts : null, known, knownAt };
    });
  }

  private isFresh(at: Date): boolean {
    return this.clock.now().getTime() - at.getTime() <= FRESH_MS;
  }
}

/** What can't be read now takes nothing from what was known. */
const WRITE_DOWN = `
  insert into events.alert_reading as reading (source, alerts, read_at, known, known_at)
  values ($1, $2::jsonb, $3, $2::jsonb, case when $2::jsonb is not null then $3::timestamptz end)
  on conflict (source) do update set alerts = excluded.alerts, read_at = excluded.read_at,
    known = coalesce(excluded.known, reading.known), known_at = coalesce(excluded.known_at, reading.known_at)`;
