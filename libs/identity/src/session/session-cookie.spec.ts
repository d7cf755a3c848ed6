import { describe, expect, it } from '@jest/globals';
import { testConfig } from '@yoriai/testing';
import { browserCookieName, cookiesAreSecure, sessionCookieName } from './session-cookie.js';

const config = (publicUrl: string) => testConfig({ appUrl: 'postgresql://x', queueUrl: 'postgresql://x' }, { publicUrl });

describe('cookies', () => {
  it.each(['https://yoriai.example.jp', 'http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])('are __Host- and Secure at %s', (url) => {
    expect(cookiesAreSecure(config(url))).toBe(true);
    expect(sessionCookieName(config(url))).toBe('__Host-yoriai');
    expect(browserCookieName(config(url))).toBe('__Host-yoriai-browser');
  });

  it('are plain on plain http elsewhere, where Secure cookies would be lost', () => {
    expect(cookiesAreSecure(config('http://192.168.1.20:3000'))).toBe(false);
    expect(sessionCookieName(config('http://192.168.1.20:3000'))).toBe('yoriai');
  });
});
