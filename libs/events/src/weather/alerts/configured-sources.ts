import { Injectable } from '@nestjs/common';
import { Clock, Config } from '@yoriai/platform';
import { AlertSource, AlertSources, type WeatherAlert } from './alert-source.js';
import { heatIn } from './heat-forecast.js';
import { warningsIn } from './jma-warnings.js';

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
    const answer = await fetch(this.url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) throw new Error(`${this.url} answered ${answer.status}`);
    return this.understand(await answer.text());
  }
}

/** What the settings name: the warnings of an office for an area, the heat forecast of a point. Nothing by default. */
@Injectable()
export class ConfiguredSources extends AlertSources {
  readonly all: readonly AlertSource[];

  constructor({ jmaWarningsUrl, jmaArea, heatForecastUrl }: Config, clock: Clock) {
    super();
    this.all = [
      ...(jmaWarningsUrl && jmaArea ? [new WebAlerts('jma', jmaWarningsUrl, (text) => warningsIn(JSON.parse(text), jmaArea, clock.now()))] : []),
      ...(heatForecastUrl ? [new WebAlerts('heat', heatForecastUrl, heatIn)] : []),
    ];
  }
}
