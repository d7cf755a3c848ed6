import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ownPath, signInPath } from './own-path.js';

describe('where to go on after signing in', () => {
  it.each(['/me', '/t/abc?x=1', '/events/bara?from=2026-11-22&area=utsubo', '/'])('keeps our own %s', (path) => {
    expect(ownPath(path, '/fallback')).toBe(path);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/..//evil.example/',
    '/%5cevil\n',
    'javascript:alert(1)',
    'me',
    '',
    `/${'x'.repeat(600)}`,
    undefined,
    ['/me'],
    42,
  ])('refuses %j', (next) => {
    expect(ownPath(next, '/fallback')).toBe('/fallback');
  });

  it('never leaves this site, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((text) => `/${text}`),
        ),
        (next) => {
          const path = ownPath(next, '/');
          expect(new URL(path, 'https://yoriai.example').origin).toBe('https://yoriai.example');
          expect(path.startsWith('/')).toBe(true);
          expect(path.startsWith('//')).toBe(false);
        },
      ),
    );
  });

  it('carries the way back as one value', () => {
    expect(signInPath('/t/a?b=1&c=2')).toBe('/sign-in?next=%2Ft%2Fa%3Fb%3D1%26c%3D2');
  });
});
