import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Alerts, AlertSources, SignUps, type WeatherAlert } from '@yoriai/events';
import { textsOf } from '@yoriai/testing';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;
let ticket: string;
const office = { name: 'jma', says: [] as readonly WeatherAlert[] | Error, read: () => (office.says instanceof Error ? Promise.reject(office.says) : Promise.resolve(office.says)) };
const rain: WeatherAlert = { kind: 'rain', title: 'レベル5大雨特別警報', level: 5, since: '2026-11-22T09:40:00+09:00' };

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
  const applied = await town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0]!, name: '町民 一', kana: 'ちょうみん はじめ', email: 'one@example.jp', heads: 1 });
  ticket = new URL(applied.ticketUrl ?? '').pathname;
});
beforeEach(() => {
  Object.assign(town.api.get(AlertSources), { all: [office] });
});
afterAll(() => town.close());

const poll = async (says: typeof office.says): Promise<void> => {
  office.says = says;
  await town.api.get(Alerts).poll();
};
const html = async (path: string, headers: Record<string, string> = {}): Promise<string> => (await town.browser().open(path, headers)).html;
const alarmOf = (page: string): string | undefined => /<aside class="alarm".*?<\/aside>/s.exec(page)?.[0];

describe('while a warning of the gravest kind stands', () => {
  it('every page says what, where, since when, what to do and where to look; none does once it is lifted', async () => {
    const pages = ['/', '/events', '/areas', '/volunteer', `/events/${event.slug}`, ticket, `/events/${event.slug}/apply`];
    for (const path of pages) expect([path, alarmOf(await html(path))]).toEqual([path, undefined]);
    await poll([rain]);
    for (const path of pages) {
      const alarm = alarmOf(await html(path)) ?? '';
      expect([path, alarm.includes('大雨特別警報（レベル5）が出ています')]).toEqual([path, true]);
      for (const part of ['role="alert"', '西区をふくむ地域・11月22日(日) 9時40分から（気象庁）', 'まず身の安全を。行事に来る前に、開くかどうかを主催に確かめてください。', 'href="tel:', 'https://www.jma.go.jp/bosai/warning/']) expect(alarm).toContain(part);
    }
    expect(alarmOf((await town.leader.browser.open('/me')).html)).toContain('大雨特別警報');
    expect(alarmOf(await html('/events', { cookie: 'yoriai_lang=en' })) ?? alarmOf(await html('/events', { 'accept-language': 'en' }))).toContain('In force now: Heavy Rain Emergency Warning (Level 5)');
    await poll([{ ...rain, level: 4, title: 'レベル4大雨危険警報' }]);
    for (const path of pages) expect([path, alarmOf(await html(path))]).toEqual([path, undefined]);
    expect(alarmOf((await town.leader.browser.open('/me')).html)).toBeUndefined();
  });

  it('several are named by their kinds, each in full behind one press, with a link past them; a place can be read in every language', async () => {
    await poll([rain, { kind: 'tide', title: 'レベル5高潮特別警報', level: 5 }, { kind: 'tsunami', title: '津波警報', level: 4, area: '大阪府' }]);
    const said = alarmOf(await html('/events')) ?? '';
    const [first = '', more = ''] = said.split('<details');
    expect(first).toContain('特別警報、津波警報が出ています');
    expect(first).not.toMatch(/大雨|高潮/);
    for (const part of ['大雨特別警報（レベル5）：', '高潮特別警報（レベル5）：', '津波警報：西区に近い沿岸（大阪府）', 'href="#main"']) expect(more).toContain(part);
    expect(alarmOf(await html('/events', { 'accept-language': 'en' }))).toContain('The coast near Nishi Ward (Osaka Prefecture)');
    expect(alarmOf(await html('/events', { cookie: 'yoriai_lang=ja-easy' }))).toMatch(/<ruby>大阪府<rp>（<\/rp><rt>おおさかふ<\/rt>/);
    const told = await town.leader.browser.open('/api/alerts');
    expect(JSON.parse(told.html)).toMatchObject({ gravest: [{ source: 'jma', kind: 'rain' }, { kind: 'tide' }, { kind: 'tsunami', area: '大阪府' }] });
  });

  it('a river that floods is named, with its reading and where to look', async () => {
    await poll([{ kind: 'flood', title: 'レベル5氾濫特別警報（淀川）', level: 5, area: '淀川' }]);
    const alarm = alarmOf(await html('/events')) ?? '';
    for (const part of ['川の氾濫特別警報（レベル5）が出ています', '西区に近い川（淀川）']) expect(alarm).toContain(part);
    expect(alarmOf(await html('/events', { 'accept-language': 'en' }))).toContain('The river near Nishi Ward (Yodo River)');
    expect(alarmOf(await html('/events', { cookie: 'yoriai_lang=ja-easy' }))).toMatch(/<ruby>淀川<rp>（<\/rp><rt>よどがわ<\/rt>/);
    await poll([{ kind: 'flood', title: 'レベル4氾濫危険警報（淀川）', level: 4, area: '淀川' }]);
    expect(alarmOf(await html('/events'))).toBeUndefined();
  });

  it('and can’t be read again, pages say when it was read, politely, for 45 minutes', async () => {
    await poll([{ kind: 'tsunami', title: '津波警報', level: 4, area: '大阪府' }]);
    expect(alarmOf(await html('/events'))).toContain('西区に近い沿岸（大阪府）');
    await poll(new Error('nobody answers'));
    const alarm = alarmOf(await html('/events')) ?? '';
    for (const part of ['role="status"', '津波警報が出ていました', 'いまも出ているかは、わかりません。']) expect(alarm).toContain(part);
    town.clock.advance(46);
    expect(alarmOf(await html('/events'))).toBeUndefined();
  });

  it('a page is still kept for all who ask for it, and nothing is asked where no source is', async () => {
    await poll([rain]);
    await html('/events');
    const asked = async (): Promise<number> => (await textsOf(() => html('/events'))).filter((text) => text.includes('alert_reading')).length;
    expect(await asked()).toBeLessThanOrEqual(1);
    Object.assign(town.api.get(AlertSources), { all: [] });
    expect(alarmOf((await town.leader.browser.open('/me')).html)).toBeUndefined();
    expect((await textsOf(() => town.leader.browser.open('/me'))).filter((text) => text.includes('alert_reading'))).toEqual([]);
  });
});
