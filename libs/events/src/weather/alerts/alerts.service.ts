import { Injectable, Logger } from '@nestjs/common';
import { Clock, Db, rows, type Tx } from '@yoriai/platform';
import { AlertSources, type HotHour, type WeatherAlert } from './alert-source.js';

/** What is older is not known any more (milliseconds). */
const FRESH_MS = 45 * 60 * 1000;

/** What stands by one source; null: it can't be known now (わかりません). */
export interface AlertReading {
  source: string;
  alerts: readonly WeatherAlert[] | null;
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

  /** Asks every source; one that fails is written down as unknown, and holds nobody up. Answers how many were asked. */
  async poll(): Promise<number> {
    for (const source of this.sources.all) {
      const alerts = await source.read().catch((error: unknown) => {
        this.logger.warn(`${source.name}: ${error instanceof Error ? error.message : String(error)}`);
        return null;
      });
      await this.db.transaction((tx) =>
        rows(tx, 'insert into events.alert_reading (source, alerts, read_at) values ($1, $2, $3) on conflict (source) do update set alerts = excluded.alerts, read_at = excluded.read_at', [
          source.name,
          alerts === null ? null : JSON.stringify(alerts),
          this.clock.now(),
        ]),
      );
    }
    return this.sources.all.length;
  }

  /** The hot hours of the forecast; empty: below what is told, not known, or nobody is asked. */
  async hotHours(tx: Tx): Promise<HotHour[]> {
    return (await this.standing(tx)).flatMap(({ alerts }) => (alerts ?? []).flatMap(({ hours }) => hours ?? []));
  }

  /** What stands that stops whatever is planned: 危険警報 and 特別警報 (levels 4 and 5) of everything but heat, which each event has its own limit for. */
  async grave(tx: Tx): Promise<WeatherAlert[]> {
    return (await this.standing(tx)).flatMap(({ alerts }) => (alerts ?? []).filter(({ kind, level }) => kind !== 'heat' && level >= 4));
  }

  /** The last word of each source that is asked; empty where none is. */
  async standing(tx: Tx): Promise<AlertReading[]> {
    if (this.sources.all.length === 0) return [];
    const found = await rows<{ source: string; alerts: WeatherAlert[] | null; read_at: Date }>(tx, 'select source, alerts, read_at from events.alert_reading');
    const now = this.clock.now().getTime();
    return this.sources.all.map(({ name }) => {
      const read = found.find(({ source }) => source === name);
      return { source: name, alerts: read && now - read.read_at.getTime() <= FRESH_MS ? read.alerts : null };
    });
  }
}
