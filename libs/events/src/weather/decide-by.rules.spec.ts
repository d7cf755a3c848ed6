import { expect, it } from '@jest/globals';
import { decideBy } from './decide-by.rules.js';

const at = (time: string): Date => new Date(`2027-01-${time}:00+09:00`);
const kites = { state: 'published', startsAt: at('24T10:00'), rainPolicy: 'postponed', rainDecisionAt: at('23T17:00') } as const;
const CALM = { held: false, inDanger: false };
const HOUR = kites.rainDecisionAt.toISOString();

it('is asked from half a day before the hour until the event begins, also once the hour is past', () => {
  expect(['23T04:59', '23T05:00', '23T17:30', '24T09:59', '24T10:00'].map((now) => decideBy(kites, CALM, at(now)))).toEqual([null, HOUR, HOUR, HOUR, null]);
});

it('is not asked of what somebody decided, where rain changes nothing, and of what is not public or off', () => {
  const now = at('24T08:00');
  expect(decideBy(kites, { ...CALM, held: true }, now)).toBeNull();
  for (const other of [{ rainPolicy: 'go-ahead' }, { rainPolicy: 'indoors' }, { rainDecisionAt: null }, { startsAt: null }, { state: 'approved' }, { state: 'cancelled' }] as const) expect(decideBy({ ...kites, ...other }, CALM, now)).toBeNull();
});

it('is asked of every event of the next half day while something of the gravest kind stands, by its beginning, until somebody says it then', () => {
  const indoors = { ...kites, rainPolicy: 'indoors', rainDecisionAt: null } as const;
  const begins = kites.startsAt.toISOString();
  const asked = (event: Parameters<typeof decideBy>[0], now: string, held = false) => decideBy(event, { held, inDanger: true }, at(now));
  expect(['23T21:59', '23T22:00', '24T09:59', '24T10:00'].map((now) => asked(indoors, now))).toEqual([null, begins, begins, null]);
  expect([asked(kites, '23T20:00'), asked(kites, '24T08:00'), asked(indoors, '24T08:00', true), asked({ ...indoors, state: 'cancelled' }, '24T08:00')]).toEqual([HOUR, HOUR, null, null]);
});
