import { expect, it } from '@jest/globals';
import { awayCookie, isOffered } from './put-away.js';

it('is offered where the browser can, until somebody puts it away', () => {
  expect(isOffered('a=b', true)).toBe(true);
  expect(isOffered('a=b', false)).toBe(false);
  expect(isOffered(`a=b; ${awayCookie('https:').split(';')[0]}`, true)).toBe(false);
});

it('stays away for a year in the App alone, and goes over a safe line where there is one', () => {
  expect(awayCookie('https:')).toBe('yoriai_devices_away=1; path=/app; max-age=31536000; samesite=lax; secure');
  expect(awayCookie('http:')).not.toContain('secure');
});
