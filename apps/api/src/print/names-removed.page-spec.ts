import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckIns } from '@yoriai/attendance';
import { ApplicantNames, SignUps } from '@yoriai/events';
import { Nameless } from '@yoriai/identity';
import { SiteTown, type PlayedEvent } from '../site/testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;
const figures: string[] = [];

/** Every figure of the year as it is told and downloaded by number. */
const figuresNow = async (): Promise<string> => (await town.leader.browser.open('/api/participation?fiscalYear=2026')).html;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish({ title: 'たこ教室', frames: [{ name: '親子', capacity: 9, perApplicationMax: 3, companions: 'names' }], duties: [] });
  const { id } = await town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0]!, name: '標野 つばめ', kana: 'しめの つばめ', email: 'shimeno@example.jp', phone: '070-0000-4649', heads: 2, companions: [{ name: '標野 ひばり', kana: 'しめの ひばり' }] });
  await town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0]!, name: '標野 とび', kana: 'しめの とび', phone: '070-0000-4650', heads: 1, companions: [] });
  town.clock.set('2026-11-29T10:05:00+09:00');
  await town.api.get(CheckIns).checkIn(town.leader.actor, event.id, { nonce: 'removed-1', subjectKind: 'application', subjectId: id! });
  town.clock.set('2026-11-29T15:00:00+09:00');
  figures.push(await figuresNow());
  // As the worker does it in the night of the first of April a year later.
  await town.tx(async (tx) => {
    const names = town.api.get(ApplicantNames);
    const applications = await names.named(tx, event.id, 500);
    await town.api.get(Nameless).forget(tx, applications.map(({ personId }) => personId));
    await names.remove(tx, event.id, applications, new Map());
    await names.finish(tx, event.id);
  });
});
afterAll(() => town.close());

describe('the papers of an event whose names were removed', () => {
  it.each(['participant-list', 'sign-in-sheet', 'completion-list'])('%s says so, with the counts, and names and reaches nobody', async (paper) => {
    const { status, html } = await town.leader.browser.open(`/print/events/${event.id}/${paper}`);
    expect(status).toBe(200);
    expect(html).toContain('名前と連絡先は、きまりにより');
    expect(html).toContain('（消しました）');
    if (paper !== 'completion-list') expect(html).toContain('合計 2組 3人');
    for (const trace of ['標野', 'つばめ', 'ひばり', 'shimeno', '4649', 'erased@invalid.invalid']) expect(html).not.toContain(trace);
  });

  it('the list as a file has as many rows as before, and nobody to write to', async () => {
    const { status, html } = await town.leader.browser.post(`/print/events/${event.id}/participant-list.csv`, { why: 'report' });
    expect(status).toBe(200);
    expect(html.trim().split('\r\n')).toHaveLength(3);
    expect(html).not.toMatch(/標野|erased@|070/);
  });

  it('the App is told how many they were; every figure is as it was', async () => {
    const list = JSON.parse((await town.leader.browser.open(`/api/events/${event.id}/applications`)).html) as { items: unknown[]; namesRemoved: { applications: number; heads: number } };
    expect(list).toMatchObject({ items: [], namesRemoved: { applications: 2, heads: 3 } });
    expect(figures).toEqual([await figuresNow()]);
    expect(figures[0]).toContain('たこ教室');
  });
});

describe('a call sheet', () => {
  it('is shown until seven days after the event, on paper and in the App', async () => {
    town.clock.set('2026-11-22T10:00:00+09:00');
    const concert = await town.publish({ title: '音楽会', duties: [] });
    await town.api.get(SignUps).apply(null, { eventId: concert.id, frameId: concert.frameIds[0]!, name: '電話 のり', kana: 'でんわ のり', phone: '090-0000-1111', heads: 1 });
    await town.sql(`insert into notifications.delivery (id, dedupe_key, person_id, event_id, kind, purpose, channel, template, params, priority, any_hour, state, attempts, next_attempt_at, created_at)
      select gen_random_uuid(), 'call', person_id, event_id, 'application-confirmed', 'confirmation', 'none', 'application-confirmed', '{}', 1, true, 'no-channel', 0, now(), now() from events.application where event_id = $1`, [concert.id]);
    const seen = async (): Promise<boolean[]> => {
      const pages = [await town.leader.browser.open(`/print/events/${concert.id}/call-sheet`), await town.leader.browser.open(`/api/events/${concert.id}/call-sheet`)];
      expect(pages.map(({ status }) => status)).toEqual([200, 200]);
      return pages.map(({ html }) => html.includes('電話 のり'));
    };
    const [{ ends } = { ends: '' }] = await town.sql<{ ends: string }>('select ends_at::text as ends from events.event where id = $1', [concert.id]);
    const after = (ms: number): Date => new Date(Date.parse(ends) + 7 * 24 * 60 * 60 * 1000 + ms);
    town.clock.set(after(-60_000).toISOString());
    expect(await seen()).toEqual([true, true]);
    town.clock.set(after(60_000).toISOString());
    expect(await seen()).toEqual([false, false]);
    expect((await town.leader.browser.open(`/print/events/${concert.id}/call-sheet`)).html).toContain('7日たったので、電話の表は出しません');
  });
});
