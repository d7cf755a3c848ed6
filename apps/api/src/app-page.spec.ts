import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LANGS, USUAL_DISPLAY, rootAttributes, translator, withoutReadings, type Display, type Lang } from '@yoriai/ui';
import { appPage, type AppPageReader } from './app-page.js';

const page = readFileSync(new URL('../../web/index.html', import.meta.url), 'utf8');
const phone = '06-0000-0120';
const pageFor = (lang: Lang, display: Display = USUAL_DISPLAY, reader: Partial<AppPageReader> = {}, file = page): string =>
  appPage(file, { root: rootAttributes(lang, display), t: translator(lang), path: '/app', session: true, demo: true, phone, ...reader });

describe("the App's page", () => {
  it('comes in the language and the display that were chosen', () => {
    expect(pageFor('ja')).toContain('<html lang="ja">');
    expect(pageFor('ja-easy', { textSize: '150', furigana: 'off', contrast: 'high' })).toContain('<html lang="ja" data-lang="ja-easy" data-text="150" data-contrast="high">');
    expect(pageFor('en', { textSize: '100', furigana: 'on', contrast: 'normal' })).toContain('<html lang="en" data-furigana="on">');
  });

  it.each(LANGS)('says in %s that it opens, and what to do if it does not or if there is no JavaScript', (lang) => {
    const t = translator(lang);
    const words = pageFor(lang).replace(/<(rp|rt)>.*?<\/\1>|<\/?ruby>/g, '');
    for (const key of ['app.opening', 'app.no-script', 'app.no-script.way'] as const) expect(words).toContain(`>${withoutReadings(t(key, { phone }))}<`);
  });

  it('carries the frame of every screen, so that nothing jumps when the App draws it anew', () => {
    expect(pageFor('ja')).toMatch(/<div id="root">\s*<aside class="demo"[^]*<header class="bar">[^]*<main id="main"/);
    expect(pageFor('ja', USUAL_DISPLAY, { demo: false })).not.toContain('class="demo"');
  });

  it('asks first for the words of its language alone, and for answers only for whom they are', () => {
    const marks = ['ja', 'ja-easy', 'en', 'session', 'home'];
    const file = `<head>${marks.map((mark) => `\n<link rel="preload" href="/${mark}" data-only="${mark}">`).join('')}</head>`;
    const asked = (lang: Lang, reader: Partial<AppPageReader>): string[] => [...pageFor(lang, USUAL_DISPLAY, reader, file).matchAll(/href="\/([^"]+)">/g)].map(([, mark = '']) => mark);
    expect(asked('ja', {})).toEqual(['ja', 'session', 'home']);
    expect(asked('ja-easy', { path: '/app/events' })).toEqual(['ja-easy', 'session']);
    expect(asked('en', { session: false })).toEqual(['en']);
  });

  it('says it in Japanese where nobody speaks for it', () => {
    expect(page).toContain('開いています。');
  });
});
