import { expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { leftBadge } from './checklist-badge.js';

type Item = Parameters<typeof leftBadge>[0][number];
const item = (changes: Partial<Item>): Item => ({ state: 'open', wanted: true, conditionId: null, last: null, ...changes });
const said = (...items: Item[]): string => renderToStaticMarkup(leftBadge(items));

it('says on the hub what the ward did not find done, and counts what it has before it apart', () => {
  const at = '2026-11-20T01:00:00.000Z';
  expect(said(item({}), item({ state: 'reported' }))).toContain('あと1つ');
  expect(said(item({ state: 'reported' }), item({ state: 'confirmed' }))).toContain('区が確認中');
  expect(said(item({}), item({ last: { kind: 'sent-back', words: '地図がありません。', at } }))).toContain('区から：まだ足りません');
  expect(said(item({ state: 'reported', last: { kind: 'reported', words: null, at } }), item({ state: 'confirmed' }))).not.toContain('まだ足りません');
  expect(said(item({ state: 'confirmed' }))).toContain('できた');
});
