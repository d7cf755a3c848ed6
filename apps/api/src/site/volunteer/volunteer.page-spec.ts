import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignUps } from '@yoriai/events';
import type { ShownPage } from '../testing/browser.js';
import { SiteTown, type PlayedEvent, type Resident } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;
let hanako: Resident;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
  hanako = await town.resident({ name: '山田 はな子', kana: 'やまだ はなこ', email: 'hanako@example.jp' });
});
afterAll(() => town.close());

/** 「この当番に入る」 of the list, then the one filled button of the shift's page. */
async function take(who: Resident, duty: string): Promise<ShownPage> {
  const page = `/events/${event.slug}/shifts/${shift(duty)}`;
  expect((await who.browser.open('/volunteer')).html).toContain(`href="${page}?duties="`);
  return who.browser.submit(await who.browser.open(page), `/shifts/${shift(duty)}/assignments`);
}

const shift = (duty: string) => event.shifts.find((each) => each.duty === duty)?.id ?? '';

describe('free shifts', () => {
  it('are shown to everybody, and lead to the entrance and back', async () => {
    const browser = town.browser();
    const list = await browser.open('/volunteer');
    expect(list.html).toContain('会場づくり・いす並べ');
    expect(list.html).not.toContain('/assignments"');
    const page = await browser.open(`/events/${event.slug}/shifts/${shift('受付')}`);
    expect(page.html).toContain(`/sign-in?next=${encodeURIComponent(`/events/${event.slug}/shifts/${shift('受付')}`)}`);
  });

  it('show what they are before they are taken', async () => {
    const list = await hanako.browser.open('/volunteer');
    expect(list.html).not.toContain('/assignments"');
    const page = await hanako.browser.open(`/events/${event.slug}/shifts/${shift('受付')}`);
    for (const words of [`<a href="/events/${event.slug}">靱公園バラ園コンサート</a>`, '北の入口', '<span class="nb">9時30分〜13時</span>', 'すわってできます', '<title>受付 — 靱公園バラ園コンサート']) expect(page.html).toContain(words);
    expect(page.html).toMatch(/<h1><span class="phr">受付 — 靱公園(<wbr\/>)?バラ園/u);
    expect(page.html.match(/<button[^>]*>この当番に入る/g)).toHaveLength(1);
  });

  it('are narrowed by day, area and kind, in the address', async () => {
    const browser = town.browser();
    const sent = await browser.open('/volunteer?when=2026-11-29..2026-11-29&area=&kind=desk');
    expect([sent.status, sent.location]).toEqual([303, '/volunteer?from=2026-11-29&to=2026-11-29&kind=desk']);
    const { html } = await browser.follow(sent);
    expect(html).toContain(`/shifts/${shift('受付')}?`);
    expect(html).not.toContain(`/shifts/${shift('救護')}?`);
    expect(html).toContain('条件でしぼる（2つえらび中）');
    expect(html).toContain('<a class="chip on" href="/volunteer?kind=desk">11月29日(日)');
    expect(html).toContain('href="/sign-in?next=%2Fvolunteer%3Ffrom%3D2026-11-29%26to%3D2026-11-29%26kind%3Ddesk"');
    expect(html).toContain('name="robots" content="noindex"');
    const none = (await browser.open('/volunteer?area=horie')).html;
    expect(none).toContain('この条件で空いている当番はありません');
    expect(none).toContain('空いている当番をすべて見る（3件）');
    expect((await browser.open('/volunteer?area=nishisenba')).html).toContain(`/shifts/${shift('救護')}?`);
    expect((await browser.open('/volunteer?kind=cats&area=%27&when=x')).status).toBe(303);
  });

  it('that come again stand in one row, which opens to its days; a list that is cut says so', async () => {
    const day = (date: string, people = 4) => ({ key: date, duty: '角に立つ', place: '', note: '', people, startsAt: `2026-12-${date}T14:30:00+09:00`, endsAt: `2026-12-${date}T16:00:00+09:00` });
    const watch = await town.publish({ title: '見守り', startsAt: '2026-12-02T14:00:00+09:00', endsAt: '2026-12-09T17:00:00+09:00', rainDecisionAt: '2026-12-01T17:00:00+09:00', duties: [day('02'), day('03'), day('08', 2)] });
    const { html } = await town.browser().open('/volunteer');
    expect(html.match(/角に立つ<\/h3>/g)).toHaveLength(1);
    const row = /12月2日\(水\)から.*?<\/details>/su.exec(html)?.[0] ?? '';
    expect(row).toContain('火曜日・水曜日・木曜日 <span class="nb">14時30分〜16時</span>');
    expect(row).toMatch(/<summary>.*日をえらぶ（3日分あいています）<\/summary>/su);
    for (const { id } of watch.shifts) expect(row).toContain(`href="/events/${watch.slug}/shifts/${id}?duties="`);
    expect(row).not.toContain('<h4>');
    expect(row).toMatch(/12月8日\(火\).*?あと<b>2<\/b>人/su);
    expect(html.indexOf('>今週　')).toBeLessThan(html.indexOf('>来週　'));
    expect(html).not.toContain('class="pgn"');
    const turn = (key: string, date: string) => ({ ...day('02'), key, duty: '年をこえる', startsAt: `${date}T08:00:00+09:00`, endsAt: `${date}T09:00:00+09:00` });
    await town.publish({ title: '冬の見回り', startsAt: '2026-12-28T08:00:00+09:00', endsAt: '2027-01-05T09:00:00+09:00', rainDecisionAt: '2026-12-27T17:00:00+09:00', duties: [turn('a', '2026-12-28'), turn('b', '2027-01-04'), turn('c', '2027-01-05')] });
    const winter = /年をこえる<\/h3>.*?<\/details>/su.exec((await town.browser().open('/volunteer')).html)?.[0] ?? '';
    expect(winter).toMatch(/<h4>12月<\/h4>.*12月28日.*<h4>1月<\/h4>.*1月4日.*1月5日/su);
    const many = Array.from({ length: 25 }, (_, at) => ({ ...day('20'), key: `k${at}`, duty: `役${at}` }));
    await town.publish({ title: '大きな行事', startsAt: '2026-12-20T10:00:00+09:00', endsAt: '2026-12-20T17:00:00+09:00', rainDecisionAt: '2026-12-19T17:00:00+09:00', duties: many });
    expect((await town.browser().open('/volunteer')).html).toMatch(/class="pgn".*href="\/volunteer\?page=2"/su);
    const last = (await town.browser().open('/volunteer?page=2')).html;
    expect([last.includes('役24</h3>'), last.includes('角に立つ')]).toEqual([true, false]);
  });

  it('lead back to the list where they were found, also over the entrance; else to their event', async () => {
    const browser = town.browser();
    const list = await browser.open('/volunteer?kind=desk');
    const way = /href="(\/events\/[^"]*\/shifts\/[^"]*)"/u.exec(list.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const page = await browser.open(way);
    expect(page.html).toContain('href="/volunteer?kind=desk"');
    expect(page.html).toContain(`/sign-in?next=${encodeURIComponent(way)}`);
    const direct = await browser.open(way.split('?')[0]!);
    expect([direct.html.includes('href="/volunteer?kind=desk"'), direct.html.includes('行事のページを見る')]).toEqual([false, true]);
  });

  it('are taken by two presses; what collides is gone from the list', async () => {
    const { browser } = hanako;
    const taken = await take(hanako, '受付');
    expect(taken.status).toBe(303);
    const done = await browser.follow(taken);
    expect(done.html).toContain('当番に入りました');
    expect(done.html).toContain('18時に、もう一度お知らせします。');
    expect(done.html).toMatch(/href="\/me\/duties\/[\w-]+\/cancel"[^>]*>(<[^>]*>)*まちがえた・やめる/);
    const after = await browser.open('/volunteer');
    expect(after.html).toContain('あなたのつぎの当番');
    expect(after.html).not.toContain(`/shifts/${shift('救護')}?`);
    expect(after.html).toContain(`/shifts/${shift('会場づくり・いす並べ')}?`);
  });

  it('say why not, on the list itself', async () => {
    const key = { _key: 'k'.repeat(43) };
    const collides = await hanako.browser.post(`/shifts/${shift('救護')}/assignments`, key);
    expect(collides.status).toBe(409);
    expect(collides.html).toContain('入れる当番');
    expect(collides.html).toContain('role="alert"');
  });

  it('are given back in two steps', async () => {
    const { browser } = hanako;
    const me = await browser.open('/me');
    const path = /href="(\/me\/duties\/[\w-]+)"/.exec(me.html)?.[1] ?? '';
    const asked = await browser.open(`${path}/cancel`);
    const given = await browser.submit(asked, `${path}/cancellation`);
    expect([given.status, given.location]).toEqual([303, '/me?said=duty-cancelled']);
    expect((await browser.follow(given)).html).toContain('当番を取り消しました');
    expect((await browser.open('/volunteer')).html).toContain(`/shifts/${shift('救護')}?`);
    const after = await browser.open('/me');
    expect(after.html).not.toMatch(/取り消した当番[\s\S]*これからの当番/);
    expect(after.html).toMatch(/これからの当番<\/h2><p>つぎの当番はありません<\/p><details[^>]*><summary>取り消した当番（1件）/);
  });

  it.each([
    ['2026-11-28T19:00:00+09:00', '7時30分に、もう一度お知らせします。'],
    ['2026-11-29T07:45:00+09:00', null],
  ])('promise at %s only what will still come', async (now, promise) => {
    const late = await town.resident({ name: '堀江 遅子', kana: 'ほりえ おそこ', email: `late${now.length}${promise?.length ?? 0}@example.jp` });
    town.clock.set(now);
    try {
      const done = await late.browser.follow(await take(late, '受付'));
      expect(done.html).toContain('当番に入りました');
      expect(done.html).not.toContain('18時に、もう一度');
      if (promise === null) expect(done.html).not.toContain('もう一度お知らせします');
      else expect(done.html).toContain(promise);
    } finally {
      town.clock.set('2026-11-22T10:00:00+09:00');
    }
  });

  it('of others can’t be looked at', async () => {
    const taken = await take(hanako, '救護');
    const path = taken.location?.split('?')[0] ?? '';
    expect((await hanako.browser.open(path)).status).toBe(200);
    expect((await town.leader.browser.open(path)).status).toBe(404);
  });
});

describe('one’s own page', () => {
  it('offers records that gave the same address, and joins only those', async () => {
    const request = { eventId: event.id, frameId: event.frameIds[0] ?? '', name: '山田 花子', kana: 'やまだ はなこ', heads: 1, email: hanako.email };
    await town.api.get(SignUps).apply(null, request);
    const me = await hanako.browser.open('/me');
    expect(me.html).toContain('この申込もあなたのものですか');
    const personId = /name="personIds"[^>]*value="([\w-]+)"|value="([\w-]+)"[^>]*name="personIds"/.exec(me.html)?.slice(1).find(Boolean) ?? '';
    const foreign = await hanako.browser.submit(me, '/me/joinings', { personIds: town.leader.actor.personId });
    expect(foreign.status).toBe(404);
    const joined = await hanako.browser.submit(await hanako.browser.open('/me'), '/me/joinings', { personIds: personId });
    expect(joined.location).toBe('/me?said=joined');
    expect((await hanako.browser.open('/me')).html).not.toContain('この申込もあなたのものですか');
  });

  it('lists the devices and signs another one out', async () => {
    const phone = await town.resident({ name: '山田 はな子', kana: 'やまだ はなこ', email: hanako.email });
    const me = await hanako.browser.open('/me');
    expect(me.html).toContain('iPhone の Safari');
    const action = /action="(\/me\/sessions\/[\w-]+\/end)"/.exec(me.html)?.[1] ?? '';
    const ended = await hanako.browser.submit(me, action);
    expect(ended.location).toBe('/me?said=session-ended');
    expect((await phone.browser.open('/me')).status).toBe(303);
    expect((await hanako.browser.open('/me')).status).toBe(200);
  });

  it('shows officers the way to the App, and nobody else', async () => {
    expect((await town.leader.browser.open('/me')).html).toContain('href="/app"');
    expect((await hanako.browser.open('/me')).html).not.toContain('担当者の画面を開く');
  });
});

describe('the first page', () => {
  it('asks for one duty of each of several events, also where the next has more of them than a list has rows', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ duty: `持ち場 ${index + 1}`, people: 1, startsAt: '2026-11-28T18:00:00+09:00', endsAt: '2026-11-28T20:00:00+09:00' }));
    await town.publish({ title: '夕べの大清掃', startsAt: '2026-11-28T18:00:00+09:00', duties: many });
    const { html } = await town.browser().open('/');
    const asked = html.slice(html.indexOf('id="help"'));
    for (const title of ['夕べの大清掃', '靱公園バラ園コンサート']) expect(asked.replaceAll('<wbr/>', '')).toContain(title);
  });
});
