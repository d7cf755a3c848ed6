import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HANAKO, apply } from '../testing/applying.js';
import type { Browser } from '../testing/browser.js';
import { SiteTown, type PlayedEvent } from '../testing/site-town.js';

let town: SiteTown;
let event: PlayedEvent;
let path: string;

beforeAll(async () => {
  town = await SiteTown.open();
  event = await town.publish();
  const sheet = await town.leader.browser.open(`/print/events/${event.id}/venue-code`);
  path = /(\/v\/[a-z0-9]{6}-[a-z0-9]{6})/.exec(sheet.html)?.[1] ?? '';
});
beforeEach(() => town.clock.set('2026-11-29T09:40:00+09:00'));
afterAll(() => town.close());

/** Somebody applies a week before the day; answers the number of their ticket. */
async function applied(browser: Browser, given: Partial<typeof HANAKO> = {}): Promise<string> {
  town.clock.set('2026-11-22T10:00:00+09:00');
  await apply(browser, event, { ...HANAKO, ...given });
  town.clock.set('2026-11-29T09:40:00+09:00');
  const [row] = await town.sql<{ number: string }>('select number from events.application where event_id = $1 order by id desc limit 1', [event.id]);
  return row!.number;
}

describe('the sheet at the entrance', () => {
  it('is printed by the leader with the others, and tells its address', async () => {
    const sheet = await town.leader.browser.open(`/print/events/${event.id}/venue-code`);
    expect(sheet.status).toBe(200);
    expect(sheet.html).toMatch(/受付はこちら.*申込番号（切符の6文字）.*スマートフォンのない方は/s);
    expect(path).not.toBe('');
  });

  it('asks for heads first where nobody applied', async () => {
    town.clock.set('2026-11-22T10:00:00+09:00');
    const free = await town.publish();
    town.clock.set('2026-11-29T09:40:00+09:00');
    const sheet = await town.leader.browser.open(`/print/events/${free.id}/venue-code`);
    const code = /(\/v\/[a-z0-9]{6}-[a-z0-9]{6})/.exec(sheet.html)?.[1] ?? '';
    const { html } = await town.browser().open(code);
    expect(html.indexOf('申し込んでいない方')).toBeLessThan(html.indexOf('申し込んだ方'));
const kindOf = (words: string): string[] => new RegExp(`<button[^>]*class="([^"]*)"[^>]*>[^<]*${words}`).exec(html)?.[1]?.split(' ') ?? [];
    expect([kindOf('この人数で').includes('o'), kindOf('この番号で').includes('o')]).toEqual([false, true]);
  });

  it('is not for other residents', async () => {
    const other = await town.resident({ name: '町 とおる', kana: 'まち とおる', email: 'passer@example.jp' });
    expect((await other.browser.open(`/print/events/${event.id}/venue-code`)).status).toBe(403);
  });
});

describe('whoever scans it', () => {
  it('types the number of their ticket, and is received without their name being told', async () => {
    const browser = town.browser();
    const number = await applied(browser);
    const asked = await browser.open(path);
    expect(asked.html).toMatch(/<h1>受付しますか<\/h1>.*靱公園バラ園コンサート/s);
    expect(asked.html).not.toContain('山田');
    const received = await browser.follow(await browser.submit(asked, `${path}/number`, { number: number.toLowerCase() }));
    expect(received.html).toMatch(/<title>受付しました 靱公園バラ園コンサート.*受付しました.*申し込んだ方 2人.*靱公園バラ園コンサート/s);
    expect(received.html).not.toContain('山田');
    const again = await browser.follow(await browser.submit(await browser.open(path), `${path}/number`, { number }));
    expect(again.html).toContain('もう受付ずみです');
  });

  it('hears at the box that nobody has this number; what was typed is kept', async () => {
    const browser = town.browser();
    const answer = await browser.submit(await browser.open(path), `${path}/number`, { number: 'QQQQQQ', came: '2' });
    expect(answer.status).toBe(422);
    expect(answer.html).toMatch(/この番号はありません/);
    expect(answer.html).toContain('value="QQQQQQ"');
    expect(answer.html).toMatch(/<option value="2" selected[^>]*>2人/);
  });

  it('sees and receives what is their own once they are signed in', async () => {
    const me = await town.resident({ name: '海老 さくら', kana: 'えび さくら', email: 'sakura@example.jp' });
    await applied(me.browser, { name: '海老 さくら', kana: 'えび さくら', email: 'sakura@example.jp', heads: '3' });
    await town.sql('update events.application set person_id = $2 where event_id = $1 and heads = 3', [event.id, me.actor.personId]);
    const asked = await me.browser.open(path);
    expect(asked.html).toMatch(/海老 さくら さんの受付.*申込 3人/s);
    const received = await me.browser.follow(await me.browser.submit(asked, `${path}/own`));
    expect(received.html).toMatch(/受付しました.*海老 さくら さん 3人/s);
    expect((await me.browser.open(path)).html).toMatch(/9時40分に受付しました/);
    const list = await town.leader.browser.open(`/api/events/${event.id}/reception`);
    const { people } = JSON.parse(list.html) as { people: { name: string; bySelf: boolean; presentHeads: number }[] };
    expect(people.find(({ name }) => name === '海老 さくら')).toMatchObject({ bySelf: true, presentHeads: 3 });
  });

  it('says how many they are where nobody applied', async () => {
    const browser = town.browser();
    const received = await browser.follow(await browser.submit(await browser.open(path), `${path}/walk-ins`, { heads: '4' }));
    expect(received.html).toMatch(/受付しました.*申し込んでいない方 4人/s);
    const list = await town.leader.browser.open(`/api/events/${event.id}/reception`);
    expect((JSON.parse(list.html) as { counts: { walkIns: number } }).counts.walkIns).toBe(4);
  });

  it.each([
    ['ja', '受付しますか'],
    ['ja-easy', 'もうしこ'],
    ['en', 'Check in?'],
  ])('reads it in %s', async (lang, words) => {
    const browser = town.browser();
    await browser.open(`/display/${lang}`);
    expect((await browser.open(path)).html).toContain(words);
  });
});

describe('says no with a page', () => {
  it.each([
    ['the day before', '2026-11-28T18:00:00+09:00', 409, '行事の日（11月29日(日)）から'],
    ['the day after', '2026-11-30T08:00:00+09:00', 409, 'この行事の受付は終わりました'],
  ])('%s', async (_, now, status, words) => {
    const browser = town.browser();
    town.clock.set(now);
    const answer = await browser.open(path);
    expect([answer.status, answer.html.includes(words)]).toEqual([status, true]);
    expect(answer.html).toMatch(/靱公園バラ園コンサート.*11月29日.*href="\/events\//s);
    expect(answer.html).not.toMatch(/<form[^>]*action="\/v|attendance\.self/);
  });

  it('to a code that nobody knows, also to one that only a poster tells', async () => {
    const browser = town.browser();
    for (const code of ['/v/zzzzzz-zzzzzz', path.slice(0, -7), '/v/%E3%81%82']) {
      const answer = await browser.open(code);
      expect([answer.status, answer.html.includes('入口の紙を')]).toEqual([404, true]);
    }
  });

  it.each(['0', '11', '-1', 'x', ''])('to %j people', async (heads) => {
    const browser = town.browser();
    expect((await browser.submit(await browser.open(path), `${path}/walk-ins`, { heads })).status).toBe(422);
  });

  it('without a form, back to where it is', async () => {
    const browser = town.browser();
    for (const step of ['own', 'number', 'walk-ins', 'received']) expect((await browser.open(`${path}/${step}`)).location).toBe(path);
    expect((await browser.post(`${path}/walk-ins`, { heads: '1' })).status).toBe(422);
    expect((await browser.post(`${path}/own`, { _key: 'k'.repeat(43) })).location).toMatch(/^\/sign-in\?next=/);
  });

  it('to whoever guesses numbers on and on; the right one is taken all the same', async () => {
    const browser = town.browser();
    const number = await applied(town.browser(), { name: '堀江 まもる', kana: 'ほりえ まもる', phone: '090-0000-0188' });
    const form = await browser.open(path);
    let status = 422;
    for (let guess = 0; guess < 70 && status === 422; guess += 1) ({ status } = await browser.submit(form, `${path}/number`, { number: 'QQQQQZ' }));
    expect(status).toBe(429);
    expect((await browser.follow(await browser.submit(form, `${path}/number`, { number }))).html).toContain('受付しました');
  });
});
