import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock } from '@yoriai/testing';
import { NotKnownYet, type WeatherAlert } from './alert-source.js';
import { TsunamiWarnings } from './configured-sources.js';
import { heatIn } from './heat-forecast.js';
import { warningsIn } from './jma-warnings.js';
import { tsunamiIn } from './tsunami-warnings.js';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
const SAID = '2026-11-28T07:20:00.000Z';
const NOW = new Date('2026-11-28T17:00:00+09:00');
const warnings = (): unknown => JSON.parse(fixture('warnings.json'));

describe('warnings of an office', () => {
  it('are those that stand in the area, the gravest first: the status counts, not the code alone', () => {
    expect(warningsIn(warnings(), '9900100', NOW)).toEqual([
      { kind: 'rain', title: 'レベル3大雨警報', level: 3, since: SAID },
      { kind: 'wind', title: '強風注意報', level: 2, since: SAID },
    ]);
    expect(warningsIn(warnings(), '9900200', NOW)).toEqual([{ kind: 'rain', title: 'レベル4大雨危険警報', level: 4, since: SAID }]);
  });

  it('are unknown, and not none, of an area that nobody names and of another document', () => {
    expect(() => warningsIn(warnings(), '9900300', NOW)).toThrow('9900300');
    expect(() => warningsIn({ areaTypes: [] }, '9900100', NOW)).toThrow();
  });

  it('that have no name here are told, and no lighter than a warning', () => {
    const strange = JSON.parse(fixture('warnings.json').replace('"code": "15"', '"code": "77"')) as unknown;
    expect(warningsIn(strange, '9900100', NOW)).toContainEqual({ kind: 'other', title: '名前のわからない警報・注意報（番号77）', level: 3, since: SAID });
  });

  it('are unknown where nothing was said for three days', () => {
    expect(() => warningsIn(warnings(), '9900100', new Date('2026-12-01T16:21:00+09:00'))).toThrow('2026-11-28');
  });
});

describe('warnings of a coast', () => {
  const message = fixture('tsunami.xml');
  const said = (coast: string, text = message): WeatherAlert[] => {
    const heard = tsunamiIn(text, coast);
    if (heard.kind !== 'said') throw new Error(heard.kind);
    return heard.alerts;
  };
  const coded = (code: string): string => message.replace('<Code>51</Code>', `<Code>${code}</Code>`);

  it('are those that stand there, in the words of the office', () => {
    const since = '2026-11-28T07:23:00.000Z';
    expect(said('991')).toEqual([{ kind: 'tsunami', title: '大津波警報', level: 5, since, area: '試験の外海' }]);
    expect(said('992')).toEqual([{ kind: 'tsunami', title: '津波警報', level: 4, since, area: '試験の内海' }]);
    expect([said('993'), said('994')]).toEqual([[], []]);
    expect(['52', '62', '50', '71', '00'].map((code) => said('992', coded(code)).map(({ level }) => level))).toEqual([[5], [2], [], [], []]);
    expect(said('992', coded('59'))).toMatchObject([{ title: '津波警報', level: 3 }]);
  });

  it('are not those of an exercise or of a message taken back, and unknown where it is another document', () => {
    expect(tsunamiIn(message.replace('>通常<', '>訓練<'), '991')).toEqual({ kind: 'exercise' });
    expect(tsunamiIn(message.replace('>発表<', '>取消<'), '991')).toEqual({ kind: 'taken-back' });
    expect(() => tsunamiIn(fixture('feed.xml'), '991')).toThrow('Control');
    expect(() => tsunamiIn('{}', '991')).toThrow();
  });

  it('are read from the newest message that is no exercise; a feed that has forgotten changes nothing, for three days', async () => {
    const clock = new TestClock('2026-11-28T17:00:00+09:00');
    const web = new Map([['https://feed.example/eqvol.xml', fixture('feed.xml')], ['https://feed.example/data/20261128072310_0_VTSE41_990000.xml', message], ['https://feed.example/data/20261128071500_0_VTSE41_990000.xml', coded('52')]]);
    const source = new TsunamiWarnings('https://feed.example/eqvol.xml', '992', clock, (url) => Promise.resolve(web.get(url) ?? ''));
    const standing = await source.read([]);
    expect(standing).toMatchObject([{ title: '津波警報' }]);
    web.set('https://feed.example/data/20261128072310_0_VTSE41_990000.xml', message.replace('>通常<', '>訓練<'));
    expect(await source.read([])).toMatchObject([{ title: '大津波警報' }]);
    web.set('https://feed.example/eqvol.xml', fixture('feed.xml').replace(/_VTSE41_/g, '_VXSE53_'));
    expect(await source.read(standing, new Date('2026-11-28T16:50:00+09:00'))).toEqual(standing);
    clock.set('2026-12-01T17:00:00+09:00');
    expect(await source.read(standing, new Date('2026-12-01T16:55:00+09:00'))).toEqual([]);
    web.set('https://feed.example/eqvol.xml', '<html></html>');
    await expect(source.read(standing)).rejects.toThrow('feed');
  });
});

describe('warnings of a coast after a gap', () => {
  // The short feed tells all from 16:15 on; it has no message of a coast.
  const short = fixture('feed.xml').replace(/_VTSE41_/g, '_VXSE53_');
  const lifting = 'https://feed.example/data/20261128071000_0_VTSE41_990000.xml';
  const long = (updated: string, entries = ''): string => `<feed><updated>${updated}</updated>${entries}</feed>`;
  const stood: WeatherAlert[] = [{ kind: 'tsunami', title: '津波警報', level: 4, since: '2026-11-28T04:00:00.000Z' }];
  const read = (knownAt: string, longFeed: string | null, now = '2026-11-28T16:30:00+09:00'): Promise<readonly WeatherAlert[]> => {
    const web = new Map([['https://feed.example/eqvol.xml', short], ['https://feed.example/eqvol_l.xml', longFeed], [lifting, fixture('tsunami.xml').replace('<Code>51</Code>', '<Code>50</Code>')]]);
    const text = (url: string): Promise<string> => (web.get(url) ? Promise.resolve(web.get(url)!) : Promise.reject(new Error('404')));
    return new TsunamiWarnings('https://feed.example/eqvol.xml', '992', new TestClock(now), text).read(stood, new Date(knownAt));
  };
  const lifted = `<entry><updated>2026-11-28T07:10:00Z</updated><link href="${lifting}"/></entry>`;

  it('are what stood before where the feed reaches back to when it was read last', async () => {
    expect(await read('2026-11-28T16:20:00+09:00', null)).toEqual(stood);
  });

  it('are what the feed of several days says, and unknown until it can say it', async () => {
    const before = '2026-11-28T16:05:00+09:00';
    await expect(read(before, null)).rejects.toThrow('404');
    await expect(read(before, long('2026-11-28T16:05:00+09:00'))).rejects.toThrow('since it was read last');
    expect(await read(before, long('2026-11-28T16:20:00+09:00', lifted))).toEqual([]);
    expect(await read(before, long('2026-11-28T16:20:00+09:00'))).toEqual(stood);
  });

  it('are asked of the feed of several days after three days too, and forgotten where that says nothing', async () => {
    const before = '2026-11-25T16:00:00+09:00';
    await expect(read(before, null)).rejects.toThrow('404');
    expect(await read(before, long('2026-11-28T16:20:00+09:00'))).toEqual([]);
  });
});

describe('warnings of a coast that is asked for the first time', () => {
  // A weather office with files of its own: nothing of what it serves is in the program.
  const files = new Map<string, string>();
  const office = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  let url: string;

  beforeAll(async () => {
    await new Promise<void>((ready) => office.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${(office.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((closed) => office.close(closed)));

  const MESSAGE = '/data/20261128040000_0_VTSE41_990000.xml';
  const read = (now: string): Promise<readonly WeatherAlert[]> => new TsunamiWarnings(`${url}/eqvol.xml`, '992', new TestClock(now)).read([], null);
  const feed = (updated: string, entries = ''): string => `<feed><updated>${updated}</updated>${entries}</feed>`;
  const entry = (at: string, path: string): string => `<entry><updated>${at}</updated><link href="${url}${path}"/></entry>`;

  it('are those of the feed of several days, which the short one has forgotten', async () => {
    files.set('/eqvol.xml', feed('2026-11-28T16:30:00+09:00', entry('2026-11-28T16:25:00+09:00', '/data/20261128072500_0_VXSE53_990000.xml')));
    await expect(read('2026-11-28T16:30:00+09:00')).rejects.toBeInstanceOf(NotKnownYet);
    files.set('/eqvol_l.xml', feed('2026-11-28T16:25:00+09:00', entry('2026-11-28T13:00:00+09:00', MESSAGE)));
    files.set(MESSAGE, fixture('tsunami.xml'));
    expect(await read('2026-11-28T16:30:00+09:00')).toMatchObject([{ kind: 'tsunami', title: '津波警報' }]);
  });

  it('are none where nothing was said for three days, without asking further where the short feed reaches so far', async () => {
    files.clear();
    files.set('/eqvol.xml', feed('2026-12-20T16:30:00+09:00', entry('2026-12-17T16:00:00+09:00', '/data/20261217070000_0_VXSE53_990000.xml')));
    expect(await read('2026-12-20T16:30:00+09:00')).toEqual([]);
  });
});

describe('the heat forecast of a point', () => {
  it('is an alert from 28 on, graver from 31 and 35', () => {
    expect(heatIn(fixture('heat.csv'))).toEqual([
      {
        ...{ kind: 'heat', title: '暑さ指数31.8', level: 4, wbgt: 31.8 },
        hours: [
          { at: '2026-08-07T00:00:00.000Z', wbgt: 29 },
          { at: '2026-08-07T03:00:00.000Z', wbgt: 31.2 },
          { at: '2026-08-07T06:00:00.000Z', wbgt: 31.8 },
          { at: '2026-08-07T09:00:00.000Z', wbgt: 30 },
          { at: '2026-08-07T12:00:00.000Z', wbgt: 28 },
        ],
      },
    ]);
    expect(heatIn(fixture('heat.csv').replace(' 270', ' 290'))[0]!.hours!.at(-1)).toEqual({ at: '2026-08-07T15:00:00.000Z', wbgt: 29 });
    expect(heatIn(fixture('heat.csv').replace(' 318', ' 351'))).toMatchObject([{ level: 5 }]);
    expect(heatIn(fixture('heat.csv').replace(' 318', ' 309').replace(' 312', ' 300'))).toMatchObject([{ level: 3, wbgt: 30.9 }]);
    const mild = fixture('heat.csv').replace(/ (?:2[89]|3\d)\d\b/g, ' 279');
    expect(heatIn(mild)).toEqual([]);
  });

  it.each(['', 'a,b\nc,d', '99999,試験,2026080709\n99999,x,'])('is unknown where the table is not what it should be: %j', (text) => {
    expect(() => heatIn(text)).toThrow();
  });
});
