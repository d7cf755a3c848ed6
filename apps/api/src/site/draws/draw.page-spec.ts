import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Draws, commitmentOf } from '@yoriai/events';
import { HANAKO, apply } from '../testing/applying.js';
import { SiteTown } from '../testing/site-town.js';

let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
});
afterAll(() => town.close());

describe('places that are drawn', () => {
  const LOTS = { title: 'もちつき', duties: [], frames: [{ name: '体験', method: 'lottery' as const, capacity: 2, perApplicationMax: 2, closesAt: '2026-11-27T17:00:00+09:00' }] };

  it('are told in the box of the application where others are not drawn; the way to the draw stands there, and what neighbours are told by itself', async () => {
    const event = await town.publish({ title: '映画', duties: [], frames: [{ name: '午前', method: 'first-come', capacity: 5 }, { name: '午後', method: 'lottery', capacity: 9, closesAt: '2026-11-27T17:00:00+09:00' }] });
    const { html } = await town.browser().open(`/events/${event.slug}`);
    const box = html.slice(html.indexOf('class="evp-apply"'), html.indexOf('class="evp-main"'));
    expect(box).toContain('「午後」は抽選です（11月27日(金) 17時に締め切ります）。');
    expect(box).toContain(`/events/${event.slug}/draw"`);
    const [papers, share] = ['papers', 'share'].map((id) => new RegExp(`<section aria-labelledby="${id}">.*?</section>`, 'su').exec(html)?.[0] ?? '');
    expect([papers!.includes('/application-form'), papers!.includes('.ics'), papers!.includes('/poster')]).toEqual([true, true, false]);
    expect(share!.match(/href="[^"]*"/gu)).toEqual([`href="/events/${event.slug}/poster"`, expect.stringContaining('"https://line.me/R/share?text=')]);
  });

  it('are applied for in the same two presses, and the page says how they are drawn', async () => {
    const open = await town.publish(LOTS);
    const browser = town.browser();
    const page = await browser.open(`/events/${open.slug}`);
    for (const said of ['抽選です（定員 2人）', '早く申し込んでも、おそく申し込んでも', '体験 2人（抽選）', `/events/${open.slug}/draw`]) expect(page.html).toContain(said);
    const before = await browser.open(`/events/${open.slug}/draw`);
    const [, commitment] = /<code class="hex">([0-9a-f]{64})<\/code>/.exec(before.html) ?? [];
    expect(before.html).toContain('まだ抽選していません');
    for (const [index, heads] of ['2', '2', '1'].entries()) {
      const own = town.browser();
      const done = await own.follow(await apply(own, open, { ...HANAKO, name: `町民 ${'甲乙丙'[index]}`, phone: `090-0000-07${index}0`, heads }));
      expect(done.html).toContain('抽選に申し込みました');
      expect(done.html).not.toContain('席を取ってあります');
      const [, ticket] = /href="(\/t\/[\w-]{43})"/.exec(done.html) ?? [];
      expect(done.html).toMatch(new RegExp(`id="given".*href="${ticket}"[^>]*><span>ちがうところは、切符のページで直せます`, 's'));
      expect((await own.open(ticket!)).html).toContain('抽選を待っています');
    }
    town.clock.set('2026-11-27T17:00:20+09:00');
    try {
      await town.api.get(Draws).sweep();
      const after = await browser.open(`/events/${open.slug}/draw`);
      const [, promised, seed] = [...after.html.matchAll(/<code class="hex">([0-9a-f]{64})<\/code>/g)].flatMap(([, hex], index) => (index === 0 ? ['', hex!] : [hex!]));
      expect(promised).toBe(commitment);
      expect(commitmentOf(seed!)).toBe(commitment);
      expect(after.html.match(/>当選</g)!.length).toBeGreaterThan(0);
      expect(after.html).not.toContain('町民');
      const file = await browser.open(`/events/${open.slug}/draw.csv`);
      expect(file.headers['content-disposition']).toContain('draw.csv');
      const numbers = await town.sql<{ number: string }>('select number from events.application where event_id = $1', [open.id]);
      for (const { number } of numbers) expect(file.html).toContain(`体験,${number},`);
      expect((await browser.open(`/events/${open.slug}`)).html).toContain('受付は終わりました');
    } finally {
      town.clock.set('2026-11-22T10:00:00+09:00');
    }
  });

  it('are no page of an event that draws nothing', async () => {
    const event = await town.publish();
    for (const path of ['draw', 'draw.csv']) expect((await town.browser().open(`/events/${event.slug}/${path}`)).status).toBe(404);
  });
});
