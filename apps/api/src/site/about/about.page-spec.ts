import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SiteTown } from '../testing/site-town.js';
import { ELSEWHERE } from './elsewhere-view.js';

let town: SiteTown;

beforeAll(async () => {
  town = await SiteTown.open();
});
afterAll(() => town.close());

describe('how pages look', () => {
  it('is chosen from any page, and leads back there', async () => {
    const browser = town.browser();
    const page = await browser.open('/events?q=%E3%83%90%E3%83%A9');
    const path = /href="(\/display[^"]*)"/.exec(page.html)?.[1] ?? '';
    expect(path).toBe('/display?next=%2Fevents%3Fq%3D%25E3%2583%2590%25E3%2583%25A9');
    const chosen = await browser.follow(await browser.submit(await browser.open(path), '/display', { textSize: '150', furigana: 'on', contrast: 'high' }));
    expect(chosen.html).toContain('<html lang="ja" data-text="150" data-furigana="on" data-contrast="high">');
    expect(chosen.html).toContain('href="/events?q=%E3%83%90%E3%83%A9"');
    // From the page itself the way back is not lost either.
    expect(chosen.html).toContain(`href="${chosen.path.replace('&', '&amp;')}"`);
    // What is no choice changes nothing.
    const odd = await browser.follow(await browser.post('/display', { textSize: '9000', furigana: 'x', contrast: '', next: '//evil.example' }));
    expect(odd.html).toContain('data-text="150" data-furigana="on" data-contrast="high"');
    expect(odd.html).not.toContain('evil.example');
  });

  it('is kept where cookies of the entrance are kept: over https, or on the machine itself', async () => {
    const page = await fetch(new URL('/display', town.origin), { method: 'POST', body: new URLSearchParams({ textSize: '125' }), redirect: 'manual' });
    expect(page.headers.getSetCookie().find((each) => each.startsWith('yoriai_text='))).toContain('Secure');
  });
});

describe('what is not done here', () => {
  it('is said in every language, each with a reason and a place to go, and is found from every page', async () => {
    for (const lang of ['ja', 'ja-easy', 'en']) {
      const browser = town.browser();
      await browser.open(`/display/${lang}`);
      const { html } = await browser.open('/elsewhere');
      const sections = [...html.matchAll(/<section id="([a-z]+)">(.*?)<\/section>/gs)].map(([, id, inside]) => [id, (inside?.match(/<p>/g) ?? []).length]);
      expect(sections.map(([id]) => id)).toEqual(ELSEWHERE.map(({ id }) => id));
      for (const [, paragraphs] of sections) expect(paragraphs).toBeGreaterThanOrEqual(3);
      expect(html).toContain('href="tel:189"');
    }
    expect((await town.browser().open('/')).html).toContain('href="/elsewhere"');
  });
});

describe('the language of a page', () => {
  it('is what the browser asks for, until another is chosen by its own name; one stays where one was', async () => {
    const browser = town.browser({ 'accept-language': 'en-GB,en;q=0.9' });
    const english = await browser.open('/help');
    expect(english.html).toContain('<html lang="en">');
    expect(english.html).toContain('How to use');
    expect(english.headers['vary']).toContain('cookie, accept-language');
    expect(english.html).not.toMatch(/data-lang|>English<\/a>/);
    const [, way = ''] = /<a href="([^"]*)" lang="ja"[^>]*><span>やさしい/.exec(english.html) ?? [];
    expect(way).toBe('/display/ja-easy?next=%2Fhelp');
    const chosen = await browser.open(way);
    expect([chosen.status, chosen.location]).toEqual([303, '/help']);
    const easy = await browser.follow(chosen);
    expect(easy.html).toContain('<html lang="ja" data-lang="ja-easy" data-furigana="on">');
    expect(easy.html).toContain('<ruby>申<rp>（</rp><rt>もう</rt><rp>）</rp></ruby>');
    expect(easy.html).not.toMatch(/\{[^}]*\|/);
  });

  it('is chosen with the display as well, and never leads away from here', async () => {
    const browser = town.browser();
    const page = await browser.submit(await browser.open('/display?next=/help'), '/display', { lang: 'en' });
    expect((await browser.follow(page)).html).toContain('<html lang="en">');
    expect((await browser.open('/display/en?next=https://evil.example/')).location).toBe('/');
    // A language we don't speak is not taken for one that was chosen.
    expect((await browser.open('/display/tlh')).status).toBe(404);
    const unknown = await browser.post('/display', { lang: 'tlh', textSize: '150' });
    expect([unknown.status, unknown.headers['set-cookie']]).toEqual([422, undefined]);
  });

  it('is the language of letters for who is signed in, once chosen on the page', async () => {
    const resident = await town.resident({ name: 'Anna Smith', kana: 'あんな すみす', email: 'anna@example.jp' });
    const language = async () => (await town.sql(`select language from identity.person where id = '${resident.actor.personId}'`))[0];
    expect(await language()).toEqual({ language: 'ja' });
    await resident.browser.submit(await resident.browser.open('/display'), '/display', { lang: 'ja-easy' });
    expect(await language()).toEqual({ language: 'ja-easy' });
    // A link changes this browser only: opening one must not write anything down.
    await resident.browser.open('/display/en?next=/me');
    expect(await language()).toEqual({ language: 'ja-easy' });
  });

  it('is the language of refusals too, on pages and in the API', async () => {
    const browser = town.browser({ 'accept-language': 'en' });
    expect((await browser.open('/nowhere')).html).toContain('There is no such page');
    const problem = await browser.open('/api/nowhere');
    expect(JSON.parse(problem.html)).toMatchObject({ code: 'platform.not-found', detail: expect.not.stringMatching(/\p{Script=Han}/u) });
    expect(problem.headers['vary']).toContain('cookie, accept-language');
    const framework = await fetch(`${town.origin}/api/%ZZ`, { headers: { 'accept-language': 'en', cookie: 'yoriai_lang=ja' } });
    expect(((await framework.json()) as { detail: string }).detail).not.toMatch(/\p{Script=Han}/u);
  });

  it('is not that of the host: what the host wrote says so, and carries readings where they are wanted', async () => {
    const event = await town.publish();
    const english = (await town.browser({ 'accept-language': 'en' }).open(`/events/${event.slug}`)).html;
    expect(english).toContain('Details in Japanese');
    expect(english).toMatch(/<h1 lang="ja"/);
    const plain = (await town.browser().open(`/events/${event.slug}`)).html;
    expect(plain).not.toMatch(/Details in Japanese|日本語のみ|<h1 lang|<rt>うつぼ/);
    const browser = town.browser();
    await browser.post('/display', { furigana: 'on' });
    const read = (await browser.open(`/events/${event.slug}`)).html;
    expect(read).toMatch(/<h1>(?:<span[^>]*>)+<ruby>靱公園<rp>（<\/rp><rt>うつぼこうえん<\/rt>/);
    expect(read).toMatch(/<dd>.*<ruby>靱公園<rp>（<\/rp><rt>うつぼこうえん<\/rt>/);
    expect(read).toContain('<title>靱公園バラ園コンサート');
    for (const list of ['/events', '/events?view=month&month=2026-11']) expect((await browser.open(list)).html).toMatch(/バラ<ruby>園<rp>（<\/rp><rt>えん<\/rt>/);
  });

  it('prints papers in it', async () => {
    const event = await town.publish();
    const poster = await town.browser({ 'accept-language': 'en' }).open(`/events/${event.slug}/poster`);
    expect(poster.html).toContain('<html lang="en"');
  });
});

describe('what is said about personal data', () => {
  it('is what happens: names go a fiscal year after the event, deletion is asked for by telephone', async () => {
    const { html } = await town.browser().open('/privacy');
    expect(html).toContain('次の年度の終わりまで主催が持ち、そのあと自動で消えます');
    expect(html).toContain('生年月日、必要な配慮、主催の質問への答え、写真をのせてよいか、保護者のお名前：行事が終わってから30日で、自動で消えます');
    expect(html).toContain('消すのは、いまのところお電話でうけたまわります');
    expect(html).toContain('ログインが終わってから30日で、自動で消えます');
    expect(html).not.toMatch(/年度のおわりまで|5年/);
    expect((await town.browser().open('/register')).html).toContain('役所へお電話ください。登録を消します。');
  });
});

describe('open data', () => {
  it('has a page of its own, named in the foot of every page, with files, terms and columns', async () => {
    const browser = town.browser();
    expect((await browser.open('/')).html).toContain('href="/opendata"');
    const { html, status } = await browser.open('/opendata');
    expect(status).toBe(200);
    for (const said of ['href="/events.csv"', 'href="/events.ics"', 'href="/events.atom"', 'href="/events.rss"', 'CC BY 4.0', 'の列（32）', '<li>イベント名_カナ</li>']) expect(html).toContain(said);
    for (const file of ['/events.csv', '/events.ics', '/events.atom', '/events.rss']) expect((await browser.open(file)).status).toBe(200);
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
