import { describe, expect, it } from '@jest/globals';
import { checkOrigin } from './origin.js';

const ask =
  (method: string, origin?: string, publicUrl = 'https://yoriai.example.jp', host = 'yoriai.example.jp') =>
  () =>
    checkOrigin({ method, headers: { host, ...(origin === undefined ? {} : { origin }) } }, publicUrl);

describe('a change', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('by %s from our own pages or from a program passes', (method) => {
    expect(ask(method, 'https://yoriai.example.jp')).not.toThrow();
    expect(ask(method)).not.toThrow();
  });

  it.each(['https://evil.example', 'null', 'http://yoriai.example.jp', 'https://yoriai.example.jp.evil.example', ''])('from %s is refused', (origin) => {
    expect(ask('POST', origin)).toThrow('platform.origin');
  });

  it('under another name of this machine passes, under a foreign name of the same text does not', () => {
    expect(ask('POST', 'http://127.0.0.1:3000', 'http://localhost:3000', '127.0.0.1:3000')).not.toThrow();
    expect(ask('POST', 'http://evil.example:3000', 'http://localhost:3000', 'evil.example:3000')).toThrow('platform.origin');
  });

  it('reading is never asked', () => {
    expect(ask('GET', 'https://evil.example')).not.toThrow();
  });
});
