import { describe, expect, it } from '@jest/globals';
import { withTextSize } from './static-files.js';

describe("the App's page", () => {
  it('comes in the text size that was chosen', () => {
    const page = '<!doctype html>\n<html lang="ja">';
    expect(withTextSize(page, '100')).toBe(page);
    expect(withTextSize(page, '150')).toBe('<!doctype html>\n<html data-text="150" lang="ja">');
  });
});
