import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConsentRounds, EventPublications, Postponements } from '@yoriai/events';
import { Secrets } from '@yoriai/platform';
import { HANAKO, apply } from '../testing/applying.js';
import { formOf } from '../testing/browser.js';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
});
afterAll(() => town.close());

const ASKED = { title: 'たこあげ大会', frames: [{ name: 'こども', capacity: 3, asks: { guardian: true, ages: { by: 'grade' as const, from: 7, to: 12 } } }], duties: [] };
const CHILD = { ...HANAKO, heads: '1', name: '標野 ひばり', kana: 'しめの ひばり', 'born-year': '2018', 'born-month': '5', 'born-day': '6' };
const idOf = async (about: PlayedEvent): Promise<string> => (await town.sql<{ id: string }>('select id from events.application where event_id = $1 order by created_at desc limit 1', [about.id]))[0]!.id;
const statusOf = async (about: PlayedEvent): Promise<unknown> => (await town.sql<{ status: string }>('select status from events.application where id = $1', [await idOf(about)]))[0]!.status;
const linkOf = async (about: PlayedEvent): Promise<string> => `/g/${town.api.get(Secrets).sign('guardian-consent', await idOf(about))}`;

describe('a guardian’s consent', () => {
  it('is asked of a child who applies alone: the place is kept, the link answers once it is pressed, the ticket follows', async () => {
    const open = await town.publish(ASKED);
    const browser = town.browser();
    expect((await browser.open(`/events/${open.slug}`)).html).toContain('保護者の同意がいります');
    const unsaid = await apply(browser, open, CHILD);
    expect([unsaid.status, unsaid.html.includes('href="#guardian.by"'), unsaid.html.includes('18歳以上の人だけで来ます')]).toEqual([422, true, false]);
    const wrong = await apply(browser, open, { ...CHILD, 'guardian.by': 'child' });
    for (const said of ['href="#guardian.email"', '来るこどもの名前です', 'こどもの生年月日']) expect(wrong.html).toContain(said);
    const checked = await browser.post(`/events/${open.slug}/apply/check`, { ...formOf(wrong, `/events/${open.slug}/applications`).fields, 'guardian.email': 'hana@example.jp' });
    expect(checked.html).toContain('こどもだけで申し込みます');
    const done = await browser.follow(await browser.submit(checked, `/events/${open.slug}/applications`));
    for (const said of ['席を取りました', '保護者の方へ', 'ha•••@example.jp に、同意をお願いする', 'まで、席を取ってあります']) expect(done.html).toContain(said);
    // Nobody asks a child to help.
    expect(done.html).not.toContain('id="help"');
    const ticket = /href="(\/t\/[\w-]{43})"/.exec(done.html)?.[1] ?? '';
    expect((await browser.open(ticket)).html).toContain('保護者の同意を待っています');

    const guardian = town.browser();
    const link = await linkOf(open);
    const page = await guardian.open(link);
    for (const said of ['お子さんの参加に同意しますか', '標野 ひばり', 'までにお答えください']) expect(page.html).toContain(said);
    expect((await guardian.open(`${link}/refusal`)).html).toContain('参加をやめますか');
    expect(await statusOf(open)).toBe('guardian_pending');
    const empty = await guardian.submit(page, link, { name: '', relation: '' });
    expect([empty.status, empty.html.includes('href="#relation"')]).toEqual([422, true]);
    const given = await guardian.follow(await guardian.submit(empty, link, { name: '標野 花', relation: '母' }));
    for (const said of ['同意をうけたまわりました', '標野 花 さん（母）']) expect(given.html).toContain(said);
    expect((await browser.open(ticket)).html).toContain('保護者の同意あり');
    expect((await guardian.open('/g/nobody')).status).toBe(404);
    const csv = (await town.leader.browser.post(`/print/events/${open.id}/participant-list.csv`, { why: 'door' })).html;
    expect(csv).toContain('保護者の同意あり：標野 花 さん（母）、メールのリンクで');
  });

  it('is given by a guardian who applies, and is no less a no when it is a no', async () => {
    const open = await town.publish(ASKED);
    const done = await apply(town.browser(), open, { ...CHILD, 'guardian.by': 'guardian', 'guardian.name': '標野 花', 'guardian.relation': '母' });
    expect([done.location, await statusOf(open)]).toEqual([`/events/${open.slug}/done`, 'confirmed']);
    await town.sql(`update events.guardian_consent set anew = true, given_at = null, revision = null, how = null where event_id = '${open.id}'`);
    await town.sql(`update events.application set consent = 'asked', status = 'guardian_pending' where event_id = '${open.id}'`);
    const anew = (await town.browser().open(`/t/${town.api.get(Secrets).sign('ticket', await idOf(open))}`)).html;
    for (const said of ['保護者の同意を待っています', '受付でこの画面をお見せください。']) expect(anew).toContain(said);
    await apply(town.browser(), open, { ...CHILD, name: '標野 すずめ', 'guardian.by': 'child', 'guardian.email': 'hana@example.jp' });
    const [guardian, link] = [town.browser(), await linkOf(open)];
    const over = await guardian.follow(await guardian.submit(await guardian.open(`${link}/refusal`), `${link}/refusal`));
    expect(over.html).toContain('この申込は終わっています。');
    expect([over.html.includes('いまは、お答えいただくことはありません'), over.html.includes('標野'), await statusOf(open)]).toEqual([true, false, 'cancelled_by_applicant']);
    const ticket = `/t/${town.api.get(Secrets).sign('ticket', await idOf(open))}`;
    expect((await guardian.open(ticket)).html).toContain('保護者の方が、同意しませんでした');
  });

  it('asked again says what is another day, keeps who they are, and asks nothing once the event is off', async () => {
    const open = await town.publish({ ...ASKED, title: '雨のたこあげ大会', rainPolicy: 'postponed' });
    const browser = town.browser();
    const done = await browser.follow(await apply(browser, open, { ...CHILD, 'guardian.by': 'child', 'guardian.email': 'hana@example.jp' }));
    const ticket = /href="(\/t\/[\w-]{43})"/.exec(done.html)?.[1] ?? '';
    const link = await linkOf(open);
    const guardian = town.browser();
    await guardian.submit(await guardian.open(link), link, { name: '標野 花', relation: '母' });
    const [{ starts_at }] = (await town.sql<{ starts_at: Date }>('select starts_at from events.event where id = $1', [open.id])) as [{ starts_at: Date }];
    await town.api.get(Postponements).postpone(town.leader.actor, open.id, { day: '2026-12-06', cause: 'rain', reason: '大雨の予報のため', startsAt: starts_at.toISOString() });
    await town.tx((tx) => town.api.get(ConsentRounds).follow(tx, open.id));
    const again = (await guardian.open(link)).html;
    for (const said of ['席はそのまま取ってあります', 'value="標野 花"', 'value="母"']) expect([said, again.includes(said)]).toEqual([said, true]);
    expect(again.replace(/<[^>]+>/g, '')).toMatch(/日時が変わりました.*前は.*11月29日.*12月6日/);
    await town.api.get(EventPublications).cancel(town.leader.actor, open.id, '台風が近づいています。');
    const off = (await guardian.open(link)).html;
    expect([off.includes('行事が中止になりました。同意はいりません。'), off.includes('標野'), off.includes('申込が終わ')]).toEqual([true, false, false]);
    const mine = (await browser.open(ticket)).html;
    expect([mine.includes('中止'), mine.includes('もう一度お願いしています')]).toEqual([true, false]);
  });

  it('of a child who waits promises no place: none is kept for them', async () => {
    const open = await town.publish({ ...ASKED, frames: [{ ...ASKED.frames[0]!, capacity: 1 }] });
    await apply(town.browser(), open, { ...CHILD, 'guardian.by': 'guardian', 'guardian.name': '標野 花', 'guardian.relation': '母' });
    await apply(town.browser(), open, { ...CHILD, _knows: 'waitlist', name: '標野 すずめ', 'guardian.by': 'child', 'guardian.email': 'hana@example.jp' });
    const page = await town.browser().open(await linkOf(open));
    expect([await statusOf(open), page.html.includes('お子さんの参加に同意しますか'), page.html.includes('席を取ってあります')]).toEqual(['waitlisted', true, false]);
    expect(page.html).toContain('いまは満員で、キャンセル待ちです');
    const ticket = `/t/${town.api.get(Secrets).sign('ticket', await idOf(open))}`;
    const waits = (await town.browser().open(ticket)).html;
    for (const said of ['保護者の同意がまだです', 'キャンセル待ち 1番目', '席があるとき、すぐ参加が決まります']) expect(waits).toContain(said);
    const form = (await town.browser().open(`/events/${open.slug}/apply`)).html;
    expect([form.includes('同意がすむまで、席を取っておきます'), form.includes('席があるとき、同意がすんでいれば')]).toEqual([false, true]);
  });

  it('where the host chooses says so, and nothing of lots', async () => {
    const open = await town.publish({ ...ASKED, frames: [{ ...ASKED.frames[0]!, method: 'chosen' }] });
    await apply(town.browser(), open, { ...CHILD, 'guardian.by': 'child', 'guardian.email': 'hana@example.jp' });
    const page = (await town.browser().open(await linkOf(open))).html;
    expect([page.includes('参加できるかどうかは、主催者が決めてお返事します'), page.includes('抽選')]).toEqual([true, false]);
  });

  it('is asked for at another address when the first was a slip; what the child answered is read with it', async () => {
    const open = await town.publish({ ...ASKED, frames: [{ ...ASKED.frames[0]!, asks: { ...ASKED.frames[0]!.asks, needs: ['allergy'] } }] });
    const browser = town.browser();
    const done = await browser.follow(await apply(browser, open, { ...CHILD, 'guardian.by': 'child', 'guardian.email': 'hnaa@example.jp', 'needs.allergy': 'on', needsText: 'たまご' }));
    expect(done.html).toContain('食べ物のアレルギー：たまご');
    const [first, ticket] = [await linkOf(open), /href="(\/t\/[\w-]{43})"/.exec(done.html)![1]!];
    expect((await town.browser().open(first)).html).toContain('食べ物のアレルギー：たまご');
    const wrong = await browser.submit(await browser.open(`${ticket}/guardian`), `${ticket}/guardian`, { email: 'hnaa' });
    expect([wrong.status, wrong.html.includes('href="#email"')]).toEqual([422, true]);
    const right = await browser.follow(await browser.submit(wrong, `${ticket}/guardian`, { email: 'hana@example.jp' }));
    expect(right.html).toMatch(/role="status".*ha•••@example.jp に送りました/s);
    expect((await browser.open(ticket)).html).not.toContain('に送りました</h2>');
    expect((await town.browser().open(first)).status).toBe(404);
    expect((await town.browser().open(`/g/${town.api.get(Secrets).sign('guardian-consent', `${await idOf(open)} 1`)}`)).html).toContain('お子さんの参加に同意しますか');
  });

  it('that does not come stands on the sign-in sheet, and then the place is let go', async () => {
    const open = await town.publish(ASKED);
    await apply(town.browser(), open, { ...CHILD, 'guardian.by': 'child', 'guardian.email': 'hana@example.jp' });
    for (const paper of ['sign-in-sheet', 'participant-list']) expect((await town.leader.browser.open(`/print/events/${open.id}/${paper}`)).html).toContain('保護者の同意がまだです');
    const [event] = await town.sql<{ starts_at: Date }>('select starts_at from events.event where id = $1', [open.id]);
    town.clock.set(new Date(event!.starts_at.getTime() - 2 * 86_400_000).toISOString());
    const ticket = `/t/${town.api.get(Secrets).sign('ticket', await idOf(open))}`;
    const { html: late } = await town.browser().open(ticket);
    expect([late.includes('をすぎました。席は、ほかの方にまわります'), late.includes('まで、席を取ってあります')]).toEqual([true, false]);
    await town.api.get(ConsentRounds).sweep(town.clock.now());
    expect(await statusOf(open)).toBe('cancelled_by_host');
    expect((await town.browser().open(ticket)).html).toContain('保護者の同意が、期限までにありませんでした');
  });
});
