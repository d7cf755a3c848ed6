import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationChanges, Holdings, Postponements, SignUps } from '@yoriai/events';
import { rows, Secrets } from '@yoriai/platform';
import { Assignments, PostponedDuties, Shifts } from '@yoriai/rosters';
import { until } from '@yoriai/testing';
import { PostponementDesk } from '../../postponement-desk.js';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;
let ticket: string;
let duty: { id: string; path: string };

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish({ rainPolicy: 'postponed' });
  town.clock.set('2026-11-22T10:00:00+09:00');
  const { ticketUrl } = await town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0] ?? '', name: '山田 はな子', kana: 'やまだ はなこ', heads: 2, email: 'hanako@example.jp' });
  ticket = new URL(ticketUrl ?? '').pathname;
  const volunteer = await town.resident({ name: '青木 りん', kana: 'あおき りん', email: 'rin@example.jp' });
  await town.tx((tx) => town.api.get(Shifts).followPlan(tx, event.id));
  const [shift] = await town.tx((tx) => town.api.get(Shifts).ofEvent(tx, event.id));
  const { id } = await town.api.get(Assignments).take(volunteer.actor, shift!.id);
  duty = { id, path: `/d/${id}/${town.api.get(Secrets).sign('duty', id)}` };
  const [{ starts_at }] = (await town.sql<{ starts_at: Date }>('select starts_at from events.event where id = $1', [event.id])) as [{ starts_at: Date }];
  const before = await town.browser().open(ticket);
  expect(before.html).not.toContain('まだ来られますか');
  await town.api.get(Postponements).postpone(town.leader.actor, event.id, { day: '2026-12-06', cause: 'rain', reason: '大雨の予報のため', startsAt: starts_at.toISOString() });
  const [decision] = await town.sql<{ id: string }>('select id from events.day_decision where event_id = $1', [event.id]);
  await town.tx((tx) => town.api.get(PostponedDuties).follow(tx, { eventId: event.id, revision: 2, before: 1, decisionId: decision!.id }));
});
afterAll(() => town.close());

const answers = () => town.api.get(PostponementDesk).answersOf(town.leader.actor, event.id);
const yeses = () => town.sql<{ n: number }>('select count(*)::int as n from events.still_coming');

describe('まだ来られますか', () => {
  it('is answered by nobody for an event that was not put off: its pages ask, and nothing is missing', async () => {
    const other = await town.publish();
    expect(await town.api.get(PostponementDesk).answersOf(town.leader.actor, other.id)).toEqual({ decidedAt: null, reason: null, wasStartsAt: null, yes: 0, no: 0, unanswered: 0, applications: [], items: [] });
  });

  it('is asked on the ticket and on the page of the duty, and no GET answers it', async () => {
    for (const path of [ticket, `${ticket}/still-coming`, duty.path, `${duty.path}/answer`, `${duty.path}/answer?answer=no`]) await town.browser().open(path);
    expect((await town.browser().open(ticket)).html).toContain('まだ来られますか');
    expect((await town.browser().open(duty.path)).html).toContain('12月6日');
    // It is on another day already: no further one is known.
    for (const path of [ticket, `/events/${event.slug}`]) {
      const { html } = await town.browser().open(path);
      expect([path, html.includes('雨のときは、このページでお知らせします'), html.includes('雨のときは日を改めます')]).toEqual([path, true, false]);
    }
    expect(await yeses()).toEqual([{ n: 0 }]);
    expect(await answers()).toMatchObject({ yes: 0, no: 0, unanswered: 2, items: [{ name: '山田 はな子', duty: null, heads: 2, answer: 'none' }, { answer: 'none' }] });
    expect((await town.browser().open(`/d/${duty.id}/${'x'.repeat(43)}`)).status).toBe(404);
  });

  it('is answered with yes without a sign-in, once; with no the place is free', async () => {
    const browser = town.browser();
    const asked = await browser.open(ticket);
    for (let time = 0; time < 2; time += 1) await browser.submit(asked, `${ticket}/still-coming`);
    expect((await browser.open(ticket)).html).toContain('お答えありがとうございます');
    const helper = town.browser();
    const page = await helper.open(duty.path);
    await helper.submit(page, `${duty.path}/answer`, { answer: 'yes' });
    expect(await answers()).toMatchObject({ yes: 2, no: 0, unanswered: 0 });
    const again = await helper.open(duty.path);
    await helper.submit(again, `${duty.path}/answer`, { answer: 'no' });
    expect((await helper.open(duty.path)).html).toContain('この当番は取り消されています');
    expect(await answers()).toMatchObject({ yes: 1, no: 1, unanswered: 0, items: [{ answer: 'no' }] });
    await browser.submit(await browser.open(`${ticket}/cancel`), `${ticket}/cancellation`);
    expect(await answers()).toMatchObject({ yes: 0, no: 2 });
  });
});

describe('that it takes place after all', () => {
  it('is told with its day; that it was put off stays, and nothing is left to be decided', async () => {
    const page = async () => (await town.browser().open(`/events/${event.slug}`)).html.replace(/<[^>]+>/g, '');
    const before = await page();
    expect([before.includes('延期になりました'), before.includes('決めるのは')]).toEqual([true, true]);
    await town.api.get(Holdings).hold(town.leader.actor, event.id, '2026-12-06T01:00:00.000Z');
    const after = await page();
    for (const words of ['12月6日(日)に、予定どおり開催します', '前の日から延期になった行事です。', '大雨の予報のため', '日時が変わりました']) expect([words, after.includes(words)]).toEqual([words, true]);
    for (const words of ['延期になりました', '決めるのは']) expect([words, after.includes(words)]).toEqual([words, false]);
  });
});

describe('what somebody said to it on the telephone', () => {
  interface Kept {
    yes: number;
    unanswered: number;
    code?: string;
  }
  let put: PlayedEvent;
  let id: string;
  /** When that was decided which they were told of. */
  const toldOf = async (eventId: string): Promise<string> => {
    const [last] = await town.sql<{ at: Date }>(`select decided_at as at from events.day_decision where event_id = $1 and kind = 'postponed' order by decided_at desc limit 1`, [eventId]);
    return (last?.at ?? new Date(0)).toISOString();
  };
  const heard = async (who = town.leader, ids: readonly string[] = [id], eventId = put.id, decidedAt?: string) => {
    const { status, html } = await who.browser.json(`/api/events/${eventId}/postponement/yes`, { applicationIds: ids, decidedAt: decidedAt ?? (await toldOf(eventId)) });
    return { status, body: JSON.parse(html) as Kept };
  };

  beforeAll(async () => {
    put = await town.publish({ title: '雨の朝市', rainPolicy: 'postponed', duties: [] });
    const applied = await town.api.get(SignUps).apply(null, { eventId: put.id, frameId: put.frameIds[0] ?? '', name: '川口 まさる', kana: 'かわぐち まさる', heads: 3, phone: '090-3333-2002' });
    id = applied.id!;
    const [{ starts_at }] = (await town.sql<{ starts_at: Date }>('select starts_at from events.event where id = $1', [put.id])) as [{ starts_at: Date }];
    expect((await heard()).body.code).toBe('event.nobody-asks');
    await town.api.get(Postponements).postpone(town.leader.actor, put.id, { day: '2026-12-06', cause: 'rain', reason: '大雨の予報のため', startsAt: starts_at.toISOString() });
  });

  it('is kept by who leads the event, once, and logged; nobody else may, and not of another event', async () => {
    expect(await heard(town.approver)).toMatchObject({ status: 403, body: { code: 'notifications.leaders-only' } });
    expect(await heard(town.leader, [id], event.id)).toMatchObject({ status: 404, body: { code: 'application.not-found' } });
    expect(await heard(town.leader, [])).toMatchObject({ status: 422 });
    for (let time = 0; time < 2; time += 1) expect(await heard()).toMatchObject({ status: 201, body: { yes: 1, unanswered: 0 } });
    const log = await town.sql(`select actor_person_id, subject from identity.access_log where action = 'postponement.yes-heard'`);
    expect(log).toEqual([{ actor_person_id: town.leader.actor.personId, subject: `application:${id}` }]);
  });

  it('is no yes to a day that they were not told of', async () => {
    const told = await toldOf(put.id);
    town.clock.set('2026-11-22T11:00:00+09:00');
    await town.api.get(Postponements).postpone(town.leader.actor, put.id, { day: '2026-12-13', cause: 'rain', reason: 'また雨の予報のため', startsAt: '2026-12-06T01:00:00.000Z' });
    expect(await heard(town.leader, [id], put.id, told)).toMatchObject({ status: 409, body: { code: 'event.postponed-meanwhile' } });
    expect(await heard(town.leader, [id], put.id, '昨日')).toMatchObject({ status: 422 });
    expect(await heard()).toMatchObject({ status: 201, body: { yes: 1 } });
  });

  it('nor to one that is being decided on at this moment', async () => {
    const told = await toldOf(put.id);
    let answer: ReturnType<typeof heard> | undefined;
    await town.tx(async (tx) => {
      await rows(tx, 'select from events.event where id = $1 for update', [put.id]);
      answer = heard(town.leader, [id], put.id, told);
      await until('the yes waits', async () => (await town.sql(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0);
      await town.sql(`update events.day_decision set decided_at = decided_at + interval '1 second' where event_id = $1 and decided_at = $2`, [put.id, told]);
    });
    expect(await answer).toMatchObject({ status: 409, body: { code: 'event.postponed-meanwhile' } });
  });

  it('is no yes any more of who cancelled', async () => {
    await town.api.get(ApplicationChanges).cancel(town.leader.actor, id, null);
    expect(await heard()).toMatchObject({ status: 409, body: { code: 'event.nobody-asks' } });
  });
});
