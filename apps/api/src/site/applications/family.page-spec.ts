import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HANAKO, apply } from '../testing/applying.js';
import { formOf } from '../testing/browser.js';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
});
afterAll(() => town.close());

const rowsOf = (about: PlayedEvent) => town.sql<{ status: string; heads: number }>('select status, heads from events.application where event_id = $1 order by created_at', [about.id]);

describe('a family', () => {
  const NAMED = { frames: [{ name: '親子', capacity: 4, perApplicationMax: 4, companions: 'names' as const, queue: 'who-fits' as const }], duties: [] };
  const WITH = { ...HANAKO, 'companions.0.name': '山田 太郎', 'companions.0.kana': 'やまだ たろう', 'companions.2.name': '山田 花', 'companions.2.kana': 'やまだ はな' };

  it('is asked for by name where the host asks, one box after the other, and counts itself', async () => {
    const open = await town.publish({ title: 'たこ教室', ...NAMED });
    const browser = town.browser();
    const form = await browser.open(`/events/${open.slug}/apply`);
    expect(form.html).toContain('いっしょに来る方を書く');
    expect(form.html).not.toMatch(/<select[^>]*name="heads"/);
    const wrong = await apply(browser, open, { ...WITH, 'companions.0.kana': '太郎' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#companions.0.kana"');
    expect(wrong.html).toContain('value="山田 花"');
    const done = await browser.follow(await apply(browser, open, WITH));
    for (const said of ['申し込みました', '山田 太郎 さん', '山田 花 さん', '3人']) expect(done.html).toContain(said);
    const path = /href="(\/t\/[\w-]{43})"/.exec(done.html)?.[1] ?? '';
    expect((await town.browser().open(path)).html).toContain('山田 太郎 さん');
    // Who comes alone sends the form as it is.
    expect((await apply(town.browser(), open, { ...HANAKO, name: '西 ひとり', phone: '090-0000-0144' })).location).toBe(`/events/${open.slug}/done`);
    expect(await rowsOf(open)).toEqual([{ status: 'confirmed', heads: 3 }, { status: 'confirmed', heads: 1 }]);
  });

  it('of a school class is asked when each was born, where the host has a rule about ages; who is not meant is told so', async () => {
    const open = await town.publish({ title: 'たこ教室', frames: [{ ...NAMED.frames[0]!, asks: { ages: { by: 'grade', from: 6, to: 12 } } }], duties: [] });
    const browser = town.browser();
    expect((await browser.open(`/events/${open.slug}`)).html).toContain('年長から小6までの方');
    const born = (name: string, year: string, month = '4', day = '2') => ({ [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: day });
    const boxes = { ...HANAKO, 'companions.0.name': '山田 太郎', 'companions.0.kana': 'やまだ たろう' };
    const missing = await apply(browser, open, boxes);
    expect(missing.html).toContain('この席は年齢や学年が決まっています');
    const outside = await apply(browser, open, { ...boxes, ...born('born', 'H30'), ...born('companions.0.born', '1984') });
    expect([outside.status, outside.html.includes('href="#companions.0.born"'), outside.html.includes('value="1984"')]).toEqual([422, true, true]);
    for (const said of ['対象は「年長から小6まで」です', '主催（', 'こどものお名前', '来るこどもの名前です']) expect(outside.html).toContain(said);
    const checked = await browser.post(`/events/${open.slug}/apply/check`, { ...formOf(outside, `/events/${open.slug}/applications`).fields, ...boxes, ...born('born', 'H30'), ...born('companions.0.born', '2020', '4', '1') });
    for (const said of ['2018年4月2日', '山田 太郎（やまだ たろう）　2020年4月1日']) expect(checked.html).toContain(said);
    expect((await browser.submit(checked, `/events/${open.slug}/applications`, {})).location).toBe(`/events/${open.slug}/done`);
    expect(await town.sql('select born::text as born, companions from events.application where event_id = $1', [open.id])).toEqual([
      { born: '2018-04-02', companions: [{ name: '山田 太郎', kana: 'やまだ たろう', born: '2020-04-01' }] },
    ]);
    // A frame without a rule asks nobody.
    expect((await town.browser().open(`/events/${(await town.publish({ ...NAMED })).slug}/apply`)).html).not.toContain('生年月日');
  });

  it('answers what the host asks, and says it otherwise by its ticket; the host has it on paper and as a file', async () => {
    const asks = { questions: [{ key: 'form', kind: 'choice' as const, label: '=たこの形', required: true, choices: ['四角', 'ひし形'] }], needs: ['wheelchair' as const] };
    const open = await town.publish({ title: 'たこ教室', frames: [{ ...NAMED.frames[0]!, asks }], duties: [] });
    const browser = town.browser();
    const wrong = await apply(browser, open, { ...HANAKO, 'needs.wheelchair': 'on', needsText: '@電動です' });
    expect([wrong.status, wrong.html.includes('href="#answers.form"'), wrong.html.includes('value="@電動です"')]).toEqual([422, true, true]);
    const checked = await browser.post(`/events/${open.slug}/apply/check`, { ...formOf(wrong, `/events/${open.slug}/applications`).fields, 'needs.wheelchair': 'on', 'answers.form': '四角' });
    expect(checked.html).toContain('車いすの席：@電動です');
    const done = await browser.follow(await browser.submit(checked, `/events/${open.slug}/applications`));
    const path = /href="(\/t\/[\w-]{43})"/.exec(done.html)?.[1] ?? '';
    expect((await browser.open(path)).html).toContain('=たこの形：四角');
    const change = await browser.open(`${path}/answers`);
    const saved = await browser.post(`${path}/answers`, { _key: formOf(change, `${path}/answers`).fields['_key']!, 'answers.form': 'ひし形' });
    expect((await browser.follow(saved)).html).toContain('=たこの形：ひし形');
    const leader = town.leader.browser;
    const list = await leader.open(`/print/events/${open.id}/participant-list`);
    expect(list.html).toContain('=たこの形：ひし形');
    const file = await leader.post(`/print/events/${open.id}/participant-list.csv`, { why: 'door' });
    expect([file.status, file.headers['cache-control'], file.headers['content-disposition'], file.html.includes('=たこの形：ひし形'), /(^|[,"\n])=/.test(file.html)]).toEqual([200, 'no-store', expect.stringMatching(/filename="participants-2026-11-\d\d\.csv"/), true, false]);
  });

  it('that is too large for what is free says whether a part is fine, and keeps its names', async () => {
    const open = await town.publish({ title: 'たこ教室', ...NAMED });
    await apply(town.browser(), open, { ...WITH, name: '東 一', phone: '090-0000-0145' });
    const browser = town.browser();
    const asked = await apply(browser, open, WITH);
    expect(asked.status).toBe(200);
    for (const said of ['いま空いているのは1人分です', '一部だけでもよい（先に1人の席を取り、2人はキャンセル待ち）']) expect(asked.html).toContain(said);
    const done = await browser.follow(await browser.submit(asked, `/events/${open.slug}/applications`, { partIsFine: 'on' }));
    expect(done.html).toContain('1人の席を取りました。ほかの2人は、キャンセル待ち1番目です。');
    expect(await rowsOf(open)).toEqual([{ status: 'confirmed', heads: 3 }, { status: 'confirmed', heads: 1 }, { status: 'waitlisted', heads: 2 }]);
    const [mine, others] = [...done.html.matchAll(/href="(\/t\/[\w-]{43})"/g)].map(([, path]) => path!);
    expect((await town.browser().open(mine!)).html).toContain('いっしょに申し込んだ方の切符');
    const waiting = await town.browser().open(others!);
    for (const said of ['キャンセル待ち 1番目', '2人（山田 はな子 さんといっしょに申し込んだ方）', '山田 花 さん']) expect(waiting.html).toContain(said);
    // Whoever comes to the full event is told how its queue moves.
    const page = await town.browser().open(`/events/${open.slug}`);
    expect(page.html).toContain('待っている順に、人数の入る方から');
    expect((await town.browser().open(`/events/${open.slug}/apply`)).html).toContain('2人以上のとき：');
    expect((await town.browser().open(`/events/${open.slug}/apply`)).html).toMatch(/name="partIsFine"/);
  });
});

describe('a group', () => {
  it('is asked for its name and who speaks for it, and is called by it on ticket and lists', async () => {
    const open = await town.publish({ title: '将棋大会', frames: [{ name: '団体の部', kind: 'group', capacity: 30, perApplicationMax: 10 }], duties: [] });
    const browser = town.browser();
    const form = await browser.open(`/events/${open.slug}/apply`);
    for (const said of ['団体の名前', '代表の方のお名前', '代表の方も入れた人数']) expect(form.html).toContain(said);
    const missing = await apply(browser, open, { ...HANAKO, heads: '5' });
    expect([missing.status, missing.html.includes('href="#groupName"'), missing.html.includes('団体の名前を書いてください')]).toEqual([422, true, true]);
    const checked = await browser.post(`/events/${open.slug}/apply/check`, { ...formOf(form, `/events/${open.slug}/applications`).fields, ...HANAKO, heads: '5', groupName: '江戸堀<将棋>クラブ' });
    expect(checked.html).toContain('江戸堀&lt;将棋&gt;クラブ');
    const done = await browser.follow(await browser.submit(checked, `/events/${open.slug}/applications`, {}));
    for (const said of ['申し込みました', '江戸堀&lt;将棋&gt;クラブ', '5人']) expect(done.html).toContain(said);
    const path = /href="(\/t\/[\w-]{43})"/.exec(done.html)?.[1] ?? '';
    const ticket = await town.browser().open(path);
    for (const said of ['団体の名前', '江戸堀&lt;将棋&gt;クラブ', '代表の方のお名前']) expect(ticket.html).toContain(said);
    const leader = town.leader.browser;
    expect((await leader.post(`/print/events/${open.id}/participant-list.csv`, { why: 'door' })).html).toMatch(/江戸堀(<|&lt;)将棋/);
    for (const page of ['participant-list', 'sign-in-sheet']) expect((await leader.open(`/print/events/${open.id}/${page}`)).html).toMatch(/江戸堀(<|&lt;)将棋/);
    expect((await leader.open(`/print/events/${open.id}/application-form`)).html).toContain('団体の名前');
  });

  it('finds only its own questions beside other seats, and each seat no more people than it takes, with its own deadline', async () => {
    const frames = [
      { name: 'こどもの部', capacity: 9, perApplicationMax: 2, closesAt: '2026-11-25T17:00:00+09:00', asks: { guardian: true, photos: true } },
      { name: '団体の部', kind: 'group' as const, capacity: 30, perApplicationMax: 6, closesAt: '2026-11-26T10:00:00+09:00' },
    ];
    const mixed = await town.publish({ title: 'たこ大会', frames, duties: [] });
    const [ofChild, ofGroup] = mixed.frameIds;
    const { html } = await town.browser().open(`/events/${mixed.slug}/apply`);
    const parts = (seat: string): string => html.split('<div class="of-seat ').filter((part) => part.startsWith(`${seat}"`)).join('');
    for (const box of ['name="guardian.by"', 'name="photos"', 'name="heads-2"']) expect([box, parts('s1').includes(box), parts('s2').includes(box)]).toEqual([box, true, false]);
    for (const box of ['name="groupName"', 'name="heads-6-group"']) expect([box, parts('s2').includes(box), parts('s1').includes(box)]).toEqual([box, true, false]);
    expect(html).toContain('<span class="of-seat s2">代表の方のお名前</span>');
    for (const said of ['1回の申込で2人まで', '締切：11月25日(水) 17時', '1回の申込で6人まで', '締切：11月26日(木) 10時']) expect(html).toContain(said);
    const page = (await town.browser().open(`/events/${mixed.slug}`)).html;
    for (const said of ['こどもの部の締切：11月25日(水) 17時', '団体の部の締切：11月26日(木) 10時']) expect(page.split(said)).toHaveLength(3);

    // A club's leader is not asked what is asked of children; what stands in the hidden boxes says nothing.
    const { heads, ...who } = HANAKO;
    const club = town.browser();
    const sent = await apply(club, mixed, { ...who, frameId: ofGroup!, 'heads-6-group': '5', 'heads-2': '1', groupName: '凧クラブ' });
    expect(sent.location).toBe(`/events/${mixed.slug}/done`);
    const done = (await club.follow(sent)).html;
    for (const said of ['団体の部', '切符のページで直せます']) expect(done).toContain(said);
    expect(done.indexOf('切符のページで直せます')).toBeLessThan(done.indexOf('href="tel:', done.indexOf('id="given"')));
    expect(await rowsOf(mixed)).toEqual([{ status: 'confirmed', heads: 5 }]);
    const lacking = await apply(town.browser(), mixed, { ...who, frameId: ofChild!, 'heads-6-group': '5', 'heads-2': heads });
    expect([lacking.status, lacking.html.includes('href="#guardian.by"'), lacking.html.includes('href="#groupName"'), lacking.html.includes('href="#heads"')]).toEqual([422, true, false, false]);
  });
});

describe('applications that open later', () => {
  it('are told with day and hour, also where other places can be had now; who sends the form before hears so', async () => {
    const later = await town.publish({ title: '茶会', frames: [{ name: '午後の席', capacity: 9, opensAt: '2026-11-25T09:00:00+09:00' }], duties: [] });
    const page = await town.browser().open(`/events/${later.slug}`);
    expect(page.html).toContain('11月25日(水) 9時から申し込めます。');
    expect((await town.browser().open(`/events/${later.slug}/apply`)).html).not.toContain('name="kana"');
    const early = await town.browser().post(`/events/${later.slug}/applications`, { ...HANAKO, frameId: later.frameIds[0]! });
    expect([early.status >= 400, await rowsOf(later)]).toEqual([true, []]);
    const both = await town.publish({ title: '花見', frames: [{ name: '午前の席', capacity: 9 }, { name: '午後の席', capacity: 9, opensAt: '2026-11-25T09:00:00+09:00' }], duties: [] });
    const open = await town.browser().open(`/events/${both.slug}`);
    for (const said of ['申し込む', '「午後の席」は、11月25日(水) 9時から申し込めます。']) expect(open.html).toContain(said);
    const paper = await town.leader.browser.open(`/print/events/${later.id}/poster`);
    expect(paper.html).toContain('受付開始 11月25日(水) 9時');
  });
});
