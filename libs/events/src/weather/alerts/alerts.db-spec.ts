import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, textsOf, type TestApp } from '@yoriai/testing';
import { aCast, anEvent } from '../../an-event.builder.js';
import { EventsModule } from '../../events.module.js';
import { AlertSource, AlertSources, NotKnownYet, type WeatherAlert } from './alert-source.js';
import { Alerts } from './alerts.service.js';
import { GravestAlerts } from './gravest-alerts.service.js';

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

const standing = async () => (await app.tx((tx) => app.get(Alerts).standing(tx))).map(({ source, alerts }) => ({ source, alerts }));
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
    const stands = { ...rain, since: app.clock.now().toISOString(), graveSince: app.clock.now().toISOString(), gravestSince: app.clock.now().toISOString() };
    asked(new Said('jma', [rain]), new Said('heat', new Error('nobody answers')));
    expect(await app.get(Alerts).poll()).toBe(2);
    expect(await standing()).toEqual([
      { source: 'jma', alerts: [stands] },
      { source: 'heat', alerts: null },
    ]);
    expect(await rowsOf()).toEqual(before);
    expect((await app.outbox()).length).toBe(messages);
    expect(await app.database.asOwner('select * from events.day_decision')).toEqual([]);
    app.clock.set(new Date(app.clock.now().getTime() + 46 * 60_000).toISOString());
    expect((await standing())[0]).toEqual({ source: 'jma', alerts: null });
  });

  it('of who can say it soon stand as they were read last, until that is old', async () => {
    const source = new Said('tsunami', []);
    asked(source);
    source.says = new NotKnownYet('the long feed is of the hour before');
    await app.get(Alerts).poll();
    expect(await standing()).toEqual([{ source: 'tsunami', alerts: null }]);
    source.says = [];
    await app.get(Alerts).poll();
    const later = async (minutes: number) => {
      app.clock.set(new Date(app.clock.now().getTime() + minutes * 60_000).toISOString());
      source.says = new NotKnownYet('the long feed is of the hour before');
      await app.get(Alerts).poll();
      return standing();
    };
    expect(await later(11)).toEqual([{ source: 'tsunami', alerts: [] }]);
    expect(await later(35)).toEqual([{ source: 'tsunami', alerts: null }]);
  });

  it('are told to everybody where they are of the gravest kind, and 45 minutes longer where nobody can say whether they still stand', async () => {
    const gravest = () => app.get(GravestAlerts).now();
    const office = new Said('jma', [{ kind: 'wind', title: '暴風警報', level: 3 }, { kind: 'rain', title: 'レベル4大雨危険警報', level: 4 }]);
    const coast = new Said('tsunami', []);
    const poll = async (at: string): Promise<unknown> => {
      app.clock.set(at);
      await app.get(Alerts).poll();
      return (await gravest()).map(({ title, since, lastReadAt }) => [title, since, lastReadAt]);
    };
    asked(office, coast);
    expect(await poll('2026-12-01T10:00:00+09:00')).toEqual([]);
    office.says = [{ ...rain, since: '2026-12-01T10:05:00+09:00' }];
    coast.says = [{ kind: 'tsunami', title: '津波警報', level: 4, since: '2026-12-01T10:08:00+09:00', area: '大阪府' }];
    const both = [['レベル5大雨特別警報', '2026-12-01T01:05:00.000Z', undefined], ['津波警報', '2026-12-01T01:08:00.000Z', undefined]];
    expect(await poll('2026-12-01T10:10:00+09:00')).toEqual(both);
    // Said again later: it has stood since it was said first.
    office.says = [{ ...rain, since: '2026-12-01T10:15:00+09:00' }];
    expect(await poll('2026-12-01T10:20:00+09:00')).toEqual(both);
    expect(await app.tx((tx) => app.get(Alerts).gravestSince(tx))).not.toBeNull();
    [office.says, coast.says] = [new Error('nobody answers'), []];
    const unread = [['レベル5大雨特別警報', '2026-12-01T01:05:00.000Z', '2026-12-01T01:20:00.000Z']];
    expect(await poll('2026-12-01T10:30:00+09:00')).toEqual(unread);
    expect(await poll('2026-12-01T11:00:00+09:00')).toEqual(unread);
    expect(await poll('2026-12-01T11:10:00+09:00')).toEqual([]);
    expect(await app.tx((tx) => app.get(Alerts).gravestSince(tx))).toBeNull();
    office.says = [];
    expect(await poll('2026-12-01T11:20:00+09:00')).toEqual([]);
  });

  it('of several rivers stand since each was said of each', async () => {
    const flood = (area: string, since: string): WeatherAlert => ({ kind: 'flood', title: `レベル4氾濫危険警報（${area}）`, level: 4, area, since });
    const office = new Said('flood', [flood('淀川', '2026-12-03T10:00:00+09:00')]);
    asked(office);
    app.clock.set('2026-12-03T10:10:00+09:00');
    await app.get(Alerts).poll();
    office.says = [flood('寝屋川', '2026-12-03T11:00:00+09:00'), flood('淀川', '2026-12-03T11:00:00+09:00')];
    app.clock.set('2026-12-03T11:10:00+09:00');
    await app.get(Alerts).poll();
    expect((await standing())[0]?.alerts).toMatchObject([{ area: '寝屋川', since: '2026-12-03T02:00:00.000Z' }, { area: '淀川', since: '2026-12-03T01:00:00.000Z' }]);
  });

  it('stand since now where nobody asked for more than a day: nobody knows whether it is the same', async () => {
    asked(new Said('jma', [rain]));
    for (const at of ['2026-12-05T10:00:00.000Z', '2026-12-05T12:00:00.000Z', '2026-12-12T10:00:00.000Z']) {
      app.clock.set(at);
      await app.get(Alerts).poll();
      const since = at.replace('T12', 'T10');
      expect(await app.tx((tx) => app.get(Alerts).grave(tx))).toMatchObject([{ since, graveSince: since, gravestSince: since }]);
    }
  });

  it('cost no question where nobody is asked, and one for all pages of a moment', async () => {
    asked();
    expect(await textsOf(() => app.get(GravestAlerts).now('a'))).toEqual([]);
    asked(new Said('jma', [rain]));
    expect((await textsOf(() => Promise.all([1, 2, 3].map(() => app.get(GravestAlerts).now('b'))))).filter((text) => text.includes('alert_reading'))).toHaveLength(1);
    expect(await textsOf(() => app.get(GravestAlerts).now('b'))).toEqual([]);
  });
});
