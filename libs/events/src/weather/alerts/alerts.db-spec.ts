import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent } from '../../an-event.builder.js';
import { EventsModule } from '../../events.module.js';
import { AlertSource, AlertSources, type WeatherAlert } from './alert-source.js';
import { Alerts } from './alerts.service.js';

class Said extends AlertSource {
  constructor(
    readonly name: string,
    public says: readonly WeatherAlert[] | Error,
  ) {
    super();
  }

  async read(): Promise<readonly WeatherAlert[]> {
    if (this.says instanceof Error) throw this.says;
    return this.says;
  }
}

const rain: WeatherAlert = { kind: 'rain', title: 'レベル5大雨特別警報', level: 5 };
let app: TestApp;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
});
afterAll(() => app.close());

const standing = () => app.tx((tx) => app.get(Alerts).standing(tx));
const asked = (...all: AlertSource[]): void => {
  Object.assign(app.get(AlertSources), { all });
};

describe('alerts', () => {
  it('are asked of nobody unless the settings say so', async () => {
    expect(await app.get(Alerts).poll()).toBe(0);
    expect(await standing()).toEqual([]);
  });

  it('alone change nothing; who fails to answer is unknown, and so is what is old', async () => {
    const event = await anEvent(app, await aCast(app), 'published');
    const rowsOf = () => app.database.asOwner('select * from events.event where id = $1', [event.id]);
    const [before, messages] = [await rowsOf(), (await app.outbox()).length];
    asked(new Said('jma', [rain]), new Said('heat', new Error('nobody answers')));
    expect(await app.get(Alerts).poll()).toBe(2);
    expect(await standing()).toEqual([
      { source: 'jma', alerts: [rain] },
      { source: 'heat', alerts: null },
    ]);
    expect(await rowsOf()).toEqual(before);
    expect((await app.outbox()).length).toBe(messages);
    expect(await app.database.asOwner('select * from events.day_decision')).toEqual([]);
    app.clock.set(new Date(app.clock.now().getTime() + 46 * 60_000).toISOString());
    expect((await standing())[0]).toEqual({ source: 'jma', alerts: null });
  });
});
