import { expect, it } from '@jest/globals';
import { screensNamed } from './screens.js';

const MENU = [{ href: '/app', label: 'ホーム' }, { href: '/app/events', label: '行事' }];

it('screens are found by a part of their name, whatever its width; without words all of them', () => {
  expect(screensNamed(MENU, '').map(({ href }) => href)).toEqual(['/app', '/app/events', '/app/account']);
  expect(screensNamed(MENU, 'ﾎｰﾑ').map(({ href }) => href)).toEqual(['/app']);
  expect(screensNamed(MENU, '餅つき')).toEqual([]);
});
