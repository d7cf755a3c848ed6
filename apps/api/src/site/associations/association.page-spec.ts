import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventEnds, EventPublications } from '@yoriai/events';
import { textsOf } from '@yoriai/testing';
import { SiteTown } from '../testing/site-town.js';

let town: SiteTown;
let slug: string;

const slugOf = async (id: string): Promise<string> => (await town.sql<{ slug: string }>('select slug from associations.organisation where id = $1', [id]))[0]!.slug;

beforeAll(async () => {
  town = await SiteTown.open();
  slug = await slugOf(town.organisationId);
  await town.publish();
  const off = await town.publish({ title: '夕涼みの会', startsAt: '2026-11-30T17:00:00+09:00', endsAt: '2026-11-30T19:00:00+09:00', duties: [] });
  await town.api.get(EventPublications).cancel(town.leader.actor, off.id, '台風のため');
  town.clock.set('2026-12-02T10:00:00+09:00');
  await town.api.get(EventEnds).sweep(town.clock.now());
  await town.publish({ title: '防災訓練', field: 'bousai', startsAt: '2026-12-12T10:00:00+09:00', endsAt: '2026-12-12T12:00:00+09:00', rainDecisionAt: '2026-12-11T17:00:00+09:00', frames: [{ name: '自由', method: 'open' }], duties: [] });
});
afterAll(() => town.close());

describe('the page of an association', () => {
  it('says who they are, what comes, what they did through the year, and how to come in', async () => {
    const { status, html } = await town.browser().open(`/organisations/${slug}`);
    expect(status).toBe(200);
    expect(html).toContain('<h1>西船場連合振興町会</h1>');
    expect(html).toContain('href="/areas/nishisenba"');
    expect(html.indexOf('防災訓練')).toBeGreaterThan(html.indexOf('これからの行事'));
    const year = html.slice(html.indexOf('この1年にしたこと'));
    expect(year).toContain('11月29日(日)');
    expect(year).toContain('文化・スポーツ 1件');
    // What was called off was not done.
    expect(year).not.toContain('夕涼み');
    expect(html).toContain('href="tel:0600000120"');
    expect(html).toContain(`<link rel="alternate" type="application/atom+xml" href="/events.atom?host=${slug}"`);
    expect(html).not.toMatch(/佐藤|090-0000/);
  });

  it('is there on one sheet of paper too', async () => {
    const { status, html } = await town.browser().open(`/organisations/${slug}/sheet`);
    expect(status).toBe(200);
    for (const said of ['西船場連合振興町会', 'この1年にしたこと', '文化・スポーツ 1件', '防災訓練', '06-0000-0120', 'aria-label="QRコード"']) expect(html).toContain(said);
    expect(html).not.toContain('夕涼み');
    expect((await town.browser().open('/organisations/nowhere/sheet')).status).toBe(404);
  });

  it('leads to its lists, and every event leads to it', async () => {
    const browser = town.browser();
    const { html } = await browser.open(`/organisations/${slug}`);
    expect(html).toContain(`href="/events?past=yes&amp;host=${slug}"`);
    const past = await browser.open(`/events?past=yes&host=${slug}`);
    expect(past.html).toContain('<b class="cnt">2</b>');
    expect(past.html).toContain('西船場連合振興町会');
    // An empty search finds the way to what is over, without the conditions where they find nothing.
    expect((await browser.open('/events?q=夕涼み&field=kodomo')).html).toContain('href="/events?q=%E5%A4%95%E6%B6%BC%E3%81%BF&amp;past=yes" class="more"><span>終わった行事からさがす（1件）');
    const event = /href="(\/events\/r8-[^"?]+)"/.exec(html)?.[1] ?? '';
    expect((await browser.open(event)).html).toContain(`<a href="/organisations/${slug}">西船場連合振興町会</a>`);
  });

  it('where words find what comes: counts what is over once for each way there is, and only beside the first page', async () => {
    const counts = async (path: string): Promise<number> => (await textsOf(() => town.browser().open(path))).filter((text) => /^\s*select (?:coalesce\(\(select )?count\b/.test(text)).length;
    const plain = await counts('/events');
    for (const [path, ways, found] of [
      ['/events?q=防災', 1, false],
      ['/events?q=防災&area=nishisenba', 2, false],
      ['/events?q=連合', 1, true],
      ['/events?q=連合&page=2', 0, false],
    ] as const)
      expect([path, (await counts(path)) - plain, (await town.browser().open(path)).html.includes('終わった行事にも')]).toEqual([path, ways, found]);
  });

  it('is there before anything was held, for neighbours; for others only once they hold something', async () => {
    const young = await slugOf(await town.organisation('新町一丁目町会', 'neighbourhood'));
    const { html } = await town.browser().open(`/organisations/${young}`);
    expect(html).toContain('これからの行事は、まだ決まっていません。');
    expect(html).toContain('この1年にひらいた行事は、まだここにありません。');
    const company = await slugOf(await town.organisation('西区の会社', 'company'));
    for (const none of [company, 'nobody', 'x'.repeat(150)]) expect([none, (await town.browser().open(`/organisations/${none}`)).status]).toEqual([none, 404]);
    await town.sql(`update associations.organisation set status = 'dissolved' where slug = $1`, [young]);
    expect((await town.browser().open(`/organisations/${young}`)).status).toBe(404);
  });

  it('speaks every language', async () => {
    for (const [lang, word] of [['en', 'What they did this past year'], ['ja-easy', 'した こと']] as const) {
      const browser = town.browser();
      browser.cookies.set('yoriai_lang', { value: lang, path: '/' });
      const page = await browser.open(`/organisations/${slug}`);
      expect([page.status, page.html.includes(word)]).toEqual([200, true]);
      expect(page.html).not.toMatch(/\{[^}|]+\|/);
    }
  });
});
