import { describe, expect, it } from '@jest/globals';
import { themeFile } from './theme-file.js';

describe('the files of a paper', () => {
  it('are our style sheets, whole, and our pictures', async () => {
    const sheet = await themeFile('/theme/print.css');
    expect(sheet?.type).toBe('text/css; charset=utf-8');
    expect(sheet?.body.toString()).toContain('.boxes');
    expect(sheet?.body.toString()).not.toContain('@import');
    expect((await themeFile('/theme/motifs/scene-kankyo.svg'))?.type).toBe('image/svg+xml');
  });

  it.each(['/etc/passwd', '/theme/../../../../package.json', '/theme/%2e%2e/%2e%2e/package.json', '/theme/motifs', '/app/', '/api/openapi.json'])('are never %s', async (path) => {
    expect(await themeFile(path)).toBeUndefined();
  });
});
