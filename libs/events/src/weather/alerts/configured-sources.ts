import { Injectable } from '@nestjs/common';
import { Clock, Config } from '@yoriai/platform';
import { AlertSource, AlertSources, NotKnownYet, type WeatherAlert } from './alert-source.js';
import { floodsIn } from './flood-forecasts.js';
import { heatIn } from './heat-forecast.js';
import { warningsIn } from './jma-warnings.js';
import { spanOf, tsunamiEntries, tsunamiIn } from './tsunami-warnings.js';

/** How long a source may take (milliseconds). */
const PATIENCE_MS = 10_000;

/** A document of the web that is read into alerts. */
export class WebAlerts extends AlertSource {
  constructor(
    readonly name: string,
    private readonly url: string,
    private readonly understand: (text: string) => readonly WeatherAlert[],
  ) {
    super();
  }

  async read(): Promise<readonly WeatherAlert[]> {
    return this.understand(await textOf(this.url));
  }
}

/** Messages looked at to find the newest that is no exercise. */
const LOOKED_AT = 5;
/** What was said so long ago and never lifted does not stand any more: the message that lifted it was missed (milliseconds). */
const FORGOTTEN_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * The warnings of a coast from the feed of earthquakes and volcanoes (Atom): its newest message tells all that stands. A feed forgets; where
 * it has no message, what was said before stands, if nothing was missed since it was read last. Where the short feed does not reach back
 * to then (or, read for the first time or not for three days, to three days ago) the feed of several days beside it (`…_l.xml`) is asked.
 */
export class TsunamiWarnings extends AlertSource {
  readonly name = 'tsunami';

  constructor(
    private readonly feedUrl: string,
    private readonly coast: string,
    private readonly clock: Clock,
    private readonly text: (url: string) => Promise<string> = textOf,
  ) {
    super();
  }

  async read(before: readonly WeatherAlert[], knownAt: Date | null = null): Promise<readonly WeatherAlert[]> {
    const feed = await this.text(this.feedUrl);
    const said = await this.saidIn(feed);
    if (said) return said;
    const oldest = this.clock.now().getTime() - FORGOTTEN_MS;
    const known = knownAt === null ? 0 : knownAt.getTime();
    const { from } = spanOf(feed);
    const stands = (alerts: readonly WeatherAlert[]): readonly WeatherAlert[] => alerts.filter(({ since }) => since === undefined || Date.parse(since) >= oldest);
    if (from > Math.max(known, oldest)) {
      const meanwhile = await this.saidMeanwhile(from);
      if (meanwhile) return stands(meanwhile);
    }
    return known < oldest ? [] : stands(before);
  }

  /** What the feed of several days says, which is written once an hour. Throws {@link NotKnownYet} as long as it can't be read, or does not reach the moment from which the short one tells all. */
  private async saidMeanwhile(from: number): Promise<readonly WeatherAlert[] | null> {
    const url = this.feedUrl.replace(/(?:_l)?\.xml$/, '_l.xml');
    const feed = await this.text(url).catch((error: unknown) => {
      throw new NotKnownYet(`${url} can't be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
    const said = await this.saidIn(feed);
    if (!(spanOf(feed).until >= from)) throw new NotKnownYet(`${url} does not tell yet what was said since it was read last`);
    return said;
  }

  /** What the newest message of a feed that is no exercise says; null: it has none. */
  private async saidIn(feed: string): Promise<readonly WeatherAlert[] | null> {
    for (const { href } of tsunamiEntries(feed).slice(0, LOOKED_AT)) {
      const message = tsunamiIn(await this.text(new URL(href, this.feedUrl).href), this.coast);
      if (message.kind === 'said') return message.alerts;
      if (message.kind === 'taken-back') return [];
    }
    return null;
  }
}

async function textOf(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.text();
}

/** What the settings name: the warnings of an office for an area, the floods of rivers, the tsunami warnings of a coast, the heat forecast of a point. Nothing by default. */
@Injectable()
export class ConfiguredSources extends AlertSources {
  readonly all: readonly AlertSource[];

  constructor({ jmaWarningsUrl, jmaArea, floodsUrl, floodRivers, tsunamiFeedUrl, tsunamiCoast, heatForecastUrl }: Config, clock: Clock) {
    super();
    this.all = [
      ...(jmaWarningsUrl && jmaArea ? [new WebAlerts('jma', jmaWarningsUrl, (text) => warningsIn(JSON.parse(text), jmaArea, clock.now()))] : []),
      ...(floodsUrl && floodRivers.length > 0 ? [new WebAlerts('flood', floodsUrl, (text) => floodsIn(JSON.parse(text), floodRivers, clock.now()))] : []),
      ...(tsunamiFeedUrl && tsunamiCoast ? [new TsunamiWarnings(tsunamiFeedUrl, tsunamiCoast, clock)] : []),
      ...(heatForecastUrl ? [new WebAlerts('heat', heatForecastUrl, heatIn)] : []),
    ];
  }
}
