import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventApprovals, EventDrafts, EventEnds, EventPublications, EventReports, SignUps } from '@yoriai/events';
import { Assignments, Shifts } from '@yoriai/rosters';
import { NISHISENBA, SiteTown, concert, type Resident } from '../site/testing/site-town.js';

let town: SiteTown;
let other: Resident;
const path = (id = town.organisationId): string => `/print/organisations/${id}/handover`;

beforeAll(async () => {
  town = await SiteTown.open();
  const elsewhere = await town.organisation('堀江連合振興町会');
  other = await town.resident({ name: '堀江 長', kana: 'ほりえ おさ', email: 'horie-c@example.jp', office: { organisationId: elsewhere, role: 'leader' } });
  await town.resident({ name: '会員 だけ', kana: 'かいいん だけ', email: 'member@example.jp', office: { organisationId: town.organisationId, role: 'member' } });
  // Held in the spring, sent back once, helped by one, reported with a word for the next time.
  const drafts = town.api.get(EventDrafts);
  const approvals = town.api.get(EventApprovals);
  const held = await drafts.create(town.leader.actor, { ...concert(town.organisationId), title: '春の音楽会', startsAt: '2026-11-23T10:00:00+09:00', endsAt: '2026-11-23T12:00:00+09:00', rainDecisionAt: '2026-11-22T17:00:00+09:00', frames: [{ name: 'いす席', capacity: 20 }], duties: [{ duty: '受付', startsAt: '2026-11-23T09:00:00+09:00', endsAt: '2026-11-23T10:00:00+09:00', people: 2 }] });
  await approvals.submit(town.leader.actor, held.id);
  await approvals.return(town.approver.actor, held.id, { revision: 1, reason: '雨のときの場所を書いてください。', remarks: [{ field: 'placeName', text: 'バラ園のどちら側ですか。' }] });
  await approvals.submit(town.leader.actor, held.id);
  await approvals.approve(town.approver.actor, held.id, { revision: 2 });
  await town.api.get(EventPublications).publish(town.leader.actor, held.id);
  await town.tx((tx) => town.api.get(Shifts).followPlan(tx, held.id));
  const helper = await town.resident({ name: '手伝 い子', kana: 'てつだ いこ', email: 'helper@example.jp', phone: '09000007777' });
  const [shift] = await town.tx((tx) => town.api.get(Shifts).ofEvent(tx, held.id));
  await town.api.get(Assignments).take(helper.actor, shift?.id ?? '');
  await town.api.get(SignUps).apply(null, { eventId: held.id, frameId: held.frames[0]?.id ?? '', name: '申込 した子', kana: 'もうしこみ', heads: 1, phone: '09011112222' });
  town.clock.set('2026-11-24T10:00:00+09:00');
  await town.api.get(EventEnds).sweep(town.clock.now());
  await town.api.get(EventReports).report(town.leader.actor, held.id, { participants: 31, volunteers: 1, walkIns: 4, nextTimeNote: 'いすは60きゃくで足ります。' });
  // Under way: published with duties, and a draft.
  const winter = await town.publish({ title: '冬の音楽会', startsAt: '2026-12-20T10:00:00+09:00', endsAt: '2026-12-20T12:00:00+09:00', rainDecisionAt: '2026-12-19T17:00:00+09:00', frames: [{ name: 'いす席', capacity: 20 }, { name: '立ち見', capacity: 10, asks: { guardian: true } }], totalPlaces: 25, duties: [{ duty: '受付', startsAt: '2026-12-20T09:00:00+09:00', endsAt: '2026-12-20T10:00:00+09:00', people: 2 }] });
  const [{ id: standing }] = (await town.sql(`select id from events.frame where event_id = $1 and name = '立ち見'`, [winter.id])) as [{ id: string }];
  await town.api.get(SignUps).apply(null, { eventId: winter.id, frameId: standing, name: 'ひとり こども', kana: 'ひとり こども', heads: 1, email: 'child@example.jp', guardian: { by: 'child', email: 'guardian@example.jp' } });
  await drafts.create(town.leader.actor, { organisationId: town.organisationId, title: '来年のたこあげ', frames: [], duties: [] });
  await town.sql(`insert into events.venue (name, kana, kind, unfit_for, refuge, area_id, note, version, updated_at) values ('西船場小学校', 'にしせんばしょうがっこう', 'school', '{}', 'shelter', $1, 'かぎは教頭先生', 1, now())`, [NISHISENBA]);
});
afterAll(() => town.close());

describe('引継書', () => {
  it('tells the next officers what to do first, who is who, what is under way and what the year was', async () => {
    const { html, status } = await town.leader.browser.open(path());
    expect(status).toBe(200);
    expect(html).toMatch(/まず、すること.*会長は区役所（電話/s);
    for (const said of ['当番がたりない行事 1件', '書きかけの行事 1件', '佐藤 みのる', '令和10年', '冬の音楽会', '席 1／25　当番 0／2　保護者の同意がまだの申込 1件', '保護者の同意がまだの申込 1件を、電話などで', '来年のたこあげ', '日はまだ', '下書き']) expect([said, html.includes(said)]).toEqual([said, true]);
    for (const said of ['春の音楽会', '35人', '差戻し・条件：雨のときの場所を書いてください。', '差戻し・条件：バラ園のどちら側ですか。', '次の回へ：いすは60きゃくで足ります。', '西船場小学校', '災害時避難所', 'かぎは教頭先生', '1人が、のべ1回の当番を引き受けました', 'かぎ（どこの・だれが持つ）']) expect([said, html.includes(said)]).toEqual([said, true]);
  });

  it('names officers and nobody else, and is in the access log with how many', async () => {
    const { html } = await town.leader.browser.open(path());
    for (const kept of ['手伝 い子', '申込 した子', 'ひとり こども', '会員 だけ', '090-', '0900000', 'example.jp']) expect([kept, html.includes(kept)]).toEqual([kept, false]);
    const [line] = await town.sql<{ row_count: number; subject: string }>(`select row_count, subject from identity.access_log where action = 'handover.printed' order by id desc limit 1`);
    expect(line).toEqual({ row_count: 1, subject: `organisation:${town.organisationId}` });
  });

  it('is nobody else’s: another association does not see it, the ward office is told whose it is', async () => {
    expect((await other.browser.open(path())).status).toBe(404);
    const clerk = await town.resident({ name: '区 担当', kana: 'く たんとう', email: 'clerk@example.jp', office: { organisationId: town.officeId, role: 'staff' } });
    const staff = await clerk.browser.open(path());
    expect([staff.status, staff.html.includes('春の音楽会'), staff.html.includes('引継書は、この団体の役員だけが見られます')]).toEqual([403, false, true]);
    expect((await other.browser.open(path('0192f0c0-0000-7000-8000-00000000dead'))).status).toBe(404);
  });

  it('speaks the language that is asked for', async () => {
    const { html } = await town.leader.browser.open(`${path()}?lang=en`);
    for (const said of ['What to do first', 'Find helpers for 1 event that lacks some.', 'Decide on 1 draft: go on with it or not.', 'Next time: いすは60きゃくで足ります。']) expect([said, html.includes(said)]).toEqual([said, true]);
  });

  it('has nothing but lines for the pen where there was nothing', async () => {
    const empty = await town.organisation('あたらしい町会');
    const president = await town.resident({ name: '新 会長', kana: 'しん かいちょう', email: 'new-c@example.jp', office: { organisationId: empty, role: 'leader' } });
    const { html } = await president.browser.open(path(empty));
    for (const said of ['進んでいる行事はありません', 'この一年に公開した行事はありません', '当番についた方はいません', '手で書くこと']) expect([said, html.includes(said)]).toEqual([said, true]);
    expect(html).not.toContain('音楽会');
  });
});
