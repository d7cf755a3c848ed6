import { describe, expect, it } from '@jest/globals';
import { LANGS } from '@yoriai/ui';
import { languageOf, tagsOf } from './language.js';

const asked = (header: string | undefined, cookies: Record<string, string> = {}) => languageOf({ headers: { 'accept-language': header }, cookies });

describe('the language of a request', () => {
  it.each([
    ['ja-JP,ja;q=0.9,en-US;q=0.8', ['ja-JP', 'ja', 'en-US']],
    ['en;q=0.5, ja;q=0.7', ['ja', 'en']],
    ['vi, ja;q=0, en;q=0.1', ['vi', 'en']],
    ['*', ['*']],
    ['', []],
    ['en;q=zzz,,;q=1,日本語', []],
  ])('reads %s', (header, tags) => {
    expect(tagsOf(header)).toEqual(tags);
  });

  it('is Japanese where nobody asked for another', () => {
    for (const header of [undefined, '*', 'ja-JP,en;q=0.8', 'fr-FR,vi;q=0.9', 'x'.repeat(9000)]) expect(asked(header)).toBe('ja');
  });

  it('is what the browser asks for first', () => {
    expect(asked('en-GB,en;q=0.9,ja;q=0.8')).toBe('en');
    expect(asked('vi,ja;q=0.3,en;q=0.5')).toBe('en');
  });

  it('is what was chosen, whatever the browser asks for; what we do not speak counts as not chosen', () => {
    expect(asked('en', { yoriai_lang: 'ja' })).toBe('ja');
    expect(asked('ja', { yoriai_lang: 'tlh' })).toBe('ja');
    for (const lang of LANGS) expect(asked('ja', { yoriai_lang: lang })).toBe(lang);
  });
});
