import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CheckIns } from '@yoriai/attendance';
import { EventDrafts, EventPublications, SignUps } from '@yoriai/events';
import { Assignments } from '@yoriai/rosters';
import { newToken } from '@yoriai/platform';
import { SiteTown, type PlayedEvent, type Resident } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;
let board: string;
let other: Resident;

const open = (id: string, who = town.leader) => who.browser.open(`/print/events/${id}/board`);

beforeAll(async () => {
  town = await SiteTown.open();
  const elsewhere = await town.organisation('堀江連合振興町会');
  other = await town.resident({ name: '堀江 長', kana: 'ほりえ おさ', email: 'horie-c@example.jp', office: { organisationId: elsewhere, role: 'leader' } });
  event = await town.publish({ frames: [{ name: 'いす席', capacity: 120, perApplicationMax: 6 }] });
  const tickets: string[] = [];
  for (const [name, heads] of [['申込 した子', 3], ['申込 する男', 2]] as const) {
    const { ticketUrl } = await town.api.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameIds[0] ?? '', name, kana: 'もうしこみ', heads, phone: `0901111222${heads}` });
    tickets.push(ticketUrl?.split('/').at(-1) ?? '');
  }
  const helper = await town.resident({ name: '手伝 い子', kana: 'てつだ いこ', email: 'helper@example.jp' });
  await town.api.get(Assignments).take(helper.actor, event.shifts[1]?.id ?? '');
  town.clock.set('2026-11-29T10:42:00+09:00');
  town.leader = await town.resident({ name: '佐藤 みのる', kana: 'さとう みのる', email: 'chair@example.jp' });
  const act = (more: object) => town.api.get(CheckIns).checkIn(town.leader.actor, event.id, { nonce: newToken().slice(0, 20), ...more });
  await act({ ticket: tickets[0] });
  await act({ subjectKind: 'walk-in', heads: 4 });
  board = (await open(event.id)).location ?? '';
});
afterAll(() => town.close());

it('is opened by who leads the event, and by nobody else', async () => {
  expect(board).toMatch(/^\/board\/[a-z0-9]{6}-[a-z0-9]{6}\?renew=on$/);
  const clerk = await town.resident({ name: '区 担当', kana: 'く たんとう', email: 'clerk@example.jp', office: { organisationId: town.officeId, role: 'staff' } });
  expect([(await open(event.id, other)).status, (await open(event.id, clerk)).status]).toEqual([403, 403]);
  const draft = await town.api.get(EventDrafts).create(town.leader.actor, { organisationId: town.organisationId, title: 'たこあげ', frames: [], duties: [] });
  expect((await open(draft.id)).status).toBe(409);
});

it('tells everybody behind its link how many came, who is still to come in numbers, and which duties lack people', async () => {
  const { html, status } = await town.browser().open(board);
  expect(status).toBe(200);
  for (const said of ['7人', '申込なしで来た人 4人', '席 120', '受付はあと2人', '>受付</b>', 'あと3人', '救護', '10時42分']) expect([said, html.includes(said)]).toEqual([said, true]);
  // Over since half past nine.
  expect(html).not.toContain('会場づくり');
});

it('asks for no hands where none are wanted, and waits for nobody where nobody applied', async () => {
  const concert = await town.publish({ title: '手の足りた会', startsAt: '2026-12-13T10:00:00+09:00', endsAt: '2026-12-13T12:00:00+09:00', rainDecisionAt: '2026-12-12T17:00:00+09:00', frames: [{ name: 'いす席', capacity: 5 }], duties: [] });
  const { html } = await town.browser().open((await open(concert.id)).location ?? '');
  expect([html.includes('席 5'), html.includes('手伝ってください'), html.includes('受付はあと')]).toEqual([true, false, false]);
});

it('names nobody', async () => {
  const { html } = await town.browser().open(board);
  for (const kept of ['申込 した子', '申込 する男', '手伝 い子', '佐藤', '090', 'example.jp']) expect([kept, html.includes(kept)]).toEqual([kept, false]);
});

it('makes itself anew only where that was asked for, without a script, and can be stopped', async () => {
  const plain = board.split('?')[0] ?? '';
  const [moving, still] = [(await town.browser().open(board)).html, (await town.browser().open(plain)).html];
  expect([moving.includes('http-equiv="refresh" content="20"'), moving.includes(`href="${plain}"`), moving.includes('<script')]).toEqual([true, true, false]);
  expect([still.includes('http-equiv'), still.includes(`href="${board}"`)]).toEqual([false, true]);
});

it('is not guessed from the poster or from another event', async () => {
  const [short] = /[a-z0-9]{6}/.exec(board.slice('/board/'.length)) ?? [];
  const later = await town.publish({ title: '冬の会', startsAt: '2026-12-20T10:00:00+09:00', endsAt: '2026-12-20T12:00:00+09:00', rainDecisionAt: '2026-12-19T17:00:00+09:00', frames: [{ name: 'いす席', capacity: 5 }], duties: [] });
  const signed = ((await open(later.id)).location ?? '').slice('/board/xxxxxx-'.length, '/board/xxxxxx-yyyyyy'.length);
  for (const code of [short, `${short}-000000`, `${short}-${signed}`]) expect([code, (await town.browser().open(`/board/${code}`)).status]).toEqual([code, 404]);
});

it('says of an event that is called off only that', async () => {
  await town.api.get(EventPublications).cancel(town.leader.actor, event.id, '雨のため。');
  const { html } = await town.browser().open(board);
  expect([html.includes('この行事は中止になりました'), html.includes('来た人'), html.includes('手伝ってください')]).toEqual([true, false, false]);
});
