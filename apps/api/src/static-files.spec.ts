import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { rootAttributes } from '@yoriai/ui';
import { withRoot } from './static-files.js';

const page = readFileSync(new URL('../../web/index.html', import.meta.url), 'utf8');

describe("the App's page", () => {
  it('comes in the language and the display that were chosen', () => {
    expect(withRoot(page, rootAttributes('ja'))).toBe(page);
    const chosen = withRoot(page, rootAttributes('ja-easy', { textSize: '150', furigana: 'off', contrast: 'high' }));
    expect(chosen).toContain('<html lang="ja" data-lang="ja-easy" data-text="150" data-contrast="high">');
    expect(withRoot(page, rootAttributes('en', { textSize: '100', furigana: 'on', contrast: 'normal' }))).toContain('<html lang="en" data-furigana="on">');
  });
});
