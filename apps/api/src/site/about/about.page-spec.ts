import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SiteTown } from '../testing/site-town.js';

let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
});
afterAll(() => town.close());

describe('the size of letters', () => {
  it('is chosen from any page, and leads back there', async () => {
    const browser = town.browser();
    const page = await browser.open('/events?q=%E3%83%90%E3%83%A9');
    const path = /href="(\/display[^"]*)"/.exec(page.html)?.[1] ?? '';
    expect(path).toBe('/display?next=%2Fevents%3Fq%3D%25E3%2583%2590%25E3%2583%25A9');
    const chosen = await browser.follow(await browser.submit(await browser.open(path), '/display', { size: '150' }));
    expect(chosen.html).toContain('<html lang="ja" data-text="150">');
    expect(chosen.html).toContain('href="/events?q=%E3%83%90%E3%83%A9"');
    // From the page itself the way back is not lost either.
    expect(chosen.html).toContain(`href="${chosen.path.replace('&', '&amp;')}"`);
  });

  it('is kept where cookies of the entrance are kept: over https, or on the machine itself', async () => {
    const page = await fetch(new URL('/display', town.origin), { method: 'POST', body: new URLSearchParams({ size: '125' }), redirect: 'manual' });
    expect(page.headers.getSetCookie().find((each) => each.startsWith('yoriai_text='))).toContain('Secure');
  });
});

describe('what is said about personal data', () => {
  it('is what happens: nothing disappears by itself, deletion is asked for by telephone', async () => {
    const { html } = await town.browser().open('/privacy');
    expect(html).toContain('自動で消えるしくみは、まだありません');
    expect(html).toContain('消すのは、いまのところお電話でうけたまわります');
    expect(html).not.toMatch(/年度のおわりまで|5年/);
    expect((await town.browser().open('/register')).html).toContain('役所へお電話ください。登録を消します。');
  });
});

describe('an address that can’t be read', () => {
  it('is answered with a page on the Site and a problem document in the API', async () => {
    const page = await fetch(`${town.origin}/%ZZ`);
    expect([page.status, page.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('うまく受け取れませんでした');
    const problem = await fetch(`${town.origin}/api/%ZZ`);
    expect([problem.status, problem.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
  });
});
