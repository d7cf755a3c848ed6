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

it('the later days of a series are parted as the language parts words', () => {
  const later = ['2026-12-09T10:00:00+09:00', '2026-12-10T10:00:00+09:00'].map((at) => ({ at, holiday: false }));
  const said = (lang: 'ja' | 'en'): string => renderToStaticMarkup(<EventRow t={translator(lang)} href="/" title="体操" field="kenkou" startsAt="2026-12-08T10:00:00+09:00" endsAt="2026-12-08T11:00:00+09:00" place="会館" later={later} />).replace(/<[^>]*>/g, '');
  expect(said('en')).toContain('Also on Wed 9 Dec, Thu 10 Dec');
  expect(said('ja')).toContain('12月9日(水)、12月10日(木)');
});
