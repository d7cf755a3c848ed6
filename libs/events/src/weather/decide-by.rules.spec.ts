import { expect, it } from '@jest/globals';
import { decideBy } from './decide-by.rules.js';

const at = (time: string): Date => new Date(`2027-01-${time}:00+09:00`);
const kites = { state: 'published', startsAt: at('24T10:00'), rainPolicy: 'postponed', rainDecisionAt: at('23T17:00') } as const;
const HOUR = kites.rainDecisionAt.toISOString();

it('is asked from half a day before the hour until the event begins, also once the hour is past', () => {
  expect(['23T04:59', '23T05:00', '23T17:30', '24T09:59', '24T10:00'].map((now) => decideBy(kites, false, at(now)))).toEqual([null, HOUR, HOUR, HOUR, null]);
});

it('is not asked of what somebody decided, where rain changes nothing, and of what is not public or off', () => {
  const now = at('24T08:00');
  expect(decideBy(kites, true, now)).toBeNull();
  for (const other of [{ rainPolicy: 'go-ahead' }, { rainPolicy: 'indoors' }, { rainDecisionAt: null }, { startsAt: null }, { state: 'approved' }, { state: 'cancelled' }] as const) expect(decideBy({ ...kites, ...other }, false, now)).toBeNull();
});
