import { expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { translator } from '../texts/index.js';
import { EventRow } from './event-row.js';

const t = translator('ja');
const row = (startsAt: string, endsAt: string): string => renderToStaticMarkup(<EventRow t={t} href="/" title="年末夜警" field="anzen" startsAt={startsAt} endsAt={endsAt} place="会館" />).replace(/<[^>]*>/g, '');

it('an event of several days says its first and its last day beside the leaf; one until after midnight is of one day', () => {
  expect(row('2026-12-29T10:00:00+09:00', '2027-01-02T15:00:00+09:00')).toContain('12月29日(火) 10時〜1月2日(土) 15時');
  expect(row('2026-12-29T10:00:00+09:00', '2026-12-29T13:00:00+09:00')).not.toContain('12月29日(火)');
  expect(row('2026-12-29T20:00:00+09:00', '2026-12-30T02:00:00+09:00')).not.toContain('12月29日(火)');
});
