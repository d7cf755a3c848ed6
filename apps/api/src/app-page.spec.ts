import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LANGS, USUAL_DISPLAY, rootAttributes, translator, withoutReadings, type Display, type Lang } from '@yoriai/ui';
import { appPage } from './app-page.js';

const page = readFileSync(new URL('../../web/index.html', import.meta.url), 'utf8');
const phone = '06-0000-0120';
const pageFor = (lang: Lang, display: Display = USUAL_DISPLAY): string => appPage(page, { root: rootAttributes(lang, display), t: translator(lang), phone });

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

  it('says it in Japanese where nobody speaks for it', () => {
    expect(page).toContain('開いています。');
  });
});
