import { expect, test, type Browser, type Page } from '@playwright/test';
import { call } from '../town/api.js';
import { hostsOf, publish, soon, type PublishedEvent } from '../town/events.js';
import { behindTheBar, firstScreenOf } from '../town/first-screen.js';
import { axeFinds, sidewaysOf, smallTargets } from '../town/looks.js';
import { seedRoles, type Roles } from '../town/roles.js';
import { browserOf } from '../town/walk.js';

/** A phone whose letters are twice as large: by what was chosen here, and by the zoom of the browser. */
const WAYS = [
  { name: 'chosen', viewport: { width: 390, height: 844 }, chosen: { yoriai_text: '200' }, frame: 250 },
  { name: 'zoomed', viewport: { width: 195, height: 422 }, chosen: {}, frame: 125 },
] as const;

let roles: Roles;
let event: PublishedEvent;
let ticket: string;
test.beforeAll(async () => {
  roles = seedRoles();
  event = await publish(hostsOf(roles), { title: `大きい字の会 ${Date.now()}`, capacity: 20, ...soon() });
  const guests = [
    ['井上 光子', 'いのうえ みつこ'],
    ['加藤 光', 'かとう ひかる'],
  ] as const;
  for (const [name, kana] of guests) {
    const { body } = await call<{ ticketUrl: string }>('POST', `/api/events/${event.id}/applications`, { body: { frameId: event.frameId, name, kana, phone: '06-0000-0300', heads: 2 } });
    ticket = new URL(body.ticketUrl).pathname;
  }
});

for (const way of WAYS) {
  test(`with letters of 200 %, ${way.name}: a page of the Site begins on the first screen, its title before its picture`, async ({ browser }) => {
    const page = await at(browser, way);
    for (const path of ['/', '/events', `/events/${event.slug}`, `/events/${event.slug}/apply`, ticket]) {
      await page.goto(path);
      const { frame, title, picture } = await firstScreenOf(page);
      expect([path, frame <= way.frame, title < way.viewport.height]).toEqual([path, true, true]);
      if (picture !== null) expect(picture).toBeGreaterThan(title);
      if (path === ticket) expect(picture).toBeLessThan(way.viewport.height);
      expect([path, ...(await sidewaysOf(page)), ...(await smallTargets(page))]).toEqual([path]);
      // High enough that no edge of the window lies over what is judged.
      await page.setViewportSize({ ...way.viewport, height: (await page.evaluate(() => document.documentElement.scrollHeight)) + 200 });
      expect([path, ...(await axeFinds(page))]).toEqual([path]);
      await page.setViewportSize(way.viewport);
    }
    await page.locator('.demo summary').click();
    await expect(page.getByText(/架空/).last()).toBeVisible();
    await page.getByText('メニュー', { exact: true }).click();
    for (const name of ['文字の大きさ', /やさしい/, 'English']) await expect(page.getByRole('link', { name }).first()).toBeVisible();
    expect([...(await sidewaysOf(page)), ...(await smallTargets(page))]).toEqual([]);
    await page.context().close();
  });

  test(`with letters of 200 %, ${way.name}: the bar of the App stays and covers nobody, and the door begins with the search`, async ({ browser }) => {
    const page = await at(browser, way, 'A.leader');
    await page.goto(`/app/events/${event.id}/day`, { waitUntil: 'networkidle' });
    const { frame, title } = await firstScreenOf(page);
    expect([frame <= way.frame, title < way.viewport.height]).toEqual([true, true]);
    expect(await order(page)).toEqual(['search', 'walk-ins', 'names']);
    expect(await page.evaluate(() => new Set([...document.querySelectorAll('.walk .stepper button')].map((button) => button.getBoundingClientRect().top)).size)).toBe(1);
    const bar = await page.locator('.tabs').boundingBox();
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeCloseTo(way.viewport.height, 0);
    expect(bar?.height).toBeLessThan(way.viewport.height / 5);
    expect(await behindTheBar(page)).toEqual([]);
    expect([...(await sidewaysOf(page)), ...(await smallTargets(page))]).toEqual([]);
    // Whoever is found stands below the search, before what is counted.
    await page.locator('#day-q').fill('かとう');
    await expect(page.getByRole('button', { name: '受付する' })).toHaveCount(1);
    expect(await order(page)).toEqual(['search', 'names', 'walk-ins']);
    await expect(page.locator('#day-q')).toBeFocused();
    await page.context().close();
  });
}

async function at(browser: Browser, { viewport, chosen }: (typeof WAYS)[number], as?: string): Promise<Page> {
  const page = await (await browserOf(browser, roles, as, chosen)).newPage();
  await page.setViewportSize(viewport);
  return page;
}

/** What stands at the door, from top to bottom; the keyboard goes the same way. */
async function order(page: Page): Promise<string[]> {
  const places = await page.evaluate(() => {
    const top = (selector: string): number => document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN;
    const focus = [...document.querySelectorAll('#day-q, .walk .plus, .acts button')].map((element) => (element.id === 'day-q' ? 'search' : element.matches('.plus') ? 'walk-ins' : 'names'));
    return { seen: Object.entries({ search: top('#day-q'), 'walk-ins': top('.walk .plus'), names: top('.acts button') }), focus: [...new Set(focus)] };
  });
  const seen = places.seen.sort(([, one], [, other]) => one - other).map(([name]) => name);
  expect(places.focus).toEqual(seen);
  return seen;
}
