import { describe, expect, it } from '@jest/globals';
import { fileContent, inBase64 } from './file-content.js';

describe('a chosen file', () => {
  it('is sent byte by byte, however long it is, with the end of its name', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
    const { fileName, content } = await fileContent(new File([bytes], `${'長'.repeat(200)}.csv`));
    expect([fileName, content]).toEqual([`${'長'.repeat(116)}.csv`, inBase64(bytes)]);
    expect(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))).toEqual(bytes);
  });
});
