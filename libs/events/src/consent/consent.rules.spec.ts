import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventSnapshot } from '../revision/snapshot.js';
import { chasesDue, consentFor, holdsFor, isLetGo, releaseAt, type ConsentFacts } from './consent.rules.js';

const NOW = new Date('2026-11-02T10:00:00+09:00');
const STARTS = new Date('2026-11-29T10:00:00+09:00');
const at = (text: string): Date => new Date(`${text}+09:00`);
const facts = (more: Partial<ConsentFacts>): ConsentFacts => ({ asked: true, said: null, born: [undefined], startsAt: STARTS, channel: 'web', email: null, ...more });

describe('whose yes is needed', () => {
  it.each<[string, Partial<ConsentFacts>, unknown]>([
    ['nothing is asked: nothing is needed', { asked: false }, 'not-needed'],
    ['nothing is asked: nothing is taken', { asked: false, said: { by: 'child', email: 'p@example.jp' } }, { code: 'application.guardian-not-asked', field: 'guardian.by' }],
    ['who is applying has to be said', {}, { code: 'application.guardian-needed', field: 'guardian.by' }],
    ['unless every birth date says it', { born: ['1980-01-01'] }, 'not-needed'],
    ['one child among grown-ups', { born: ['1980-01-01', '2015-01-01'] }, { code: 'application.guardian-needed', field: 'guardian.by' }],
    ['eighteen on the day is grown up', { born: ['2008-11-29'] }, 'not-needed'],
    ['eighteen the day after is not', { born: ['2008-11-30'], said: { by: 'adults' } }, { code: 'application.guardian-minor', field: 'guardian.by' }],
    ['without birth dates one is believed', { said: { by: 'adults' } }, 'not-needed'],
    ['a guardian says who they are', { said: { by: 'guardian' } }, { code: 'application.guardian-name-needed', field: 'guardian.name' }],
    ['and what they are to the child', { said: { by: 'guardian', name: '標野 花' } }, { code: 'application.guardian-relation-needed', field: 'guardian.relation' }],
    ['a guardian consents by applying', { said: { by: 'guardian', name: '標野 花', relation: '母' } }, 'given'],
    ['a child says where the guardian is reached', { said: { by: 'child' } }, { code: 'application.guardian-email-needed', field: 'guardian.email' }],
    ['a child alone waits for the guardian', { said: { by: 'child', email: 'p@example.jp' } }, 'asked'],
    ['nobody consents for themselves', { said: { by: 'child', email: 'P@example.jp ' }, email: 'p@example.jp' }, { code: 'application.guardian-own-email', field: 'guardian.email' }],
    ['another address may be anybody’s', { said: { by: 'child', email: 'p@example.jp' }, email: 'c@example.jp' }, 'asked'],
    ['a guardian may give their own', { said: { by: 'guardian', name: '標野 花', relation: '母', email: 'p@example.jp' }, email: 'p@example.jp' }, 'given'],
    ['too late to ask anybody', { said: { by: 'child', email: 'p@example.jp' }, startsAt: at('2026-11-03T10:00:00') }, { code: 'application.guardian-applies', field: 'guardian.by' }],
    ['what the host enters, the host answers for', { said: { by: 'child', email: 'p@example.jp' }, startsAt: at('2026-11-03T10:00:00'), channel: 'phone' }, 'asked'],
  ])('%s', (_what, more, expected) => {
    expect(consentFor(facts(more), NOW)).toEqual(expected);
  });
});

describe('when a place without a yes is let go', () => {
  it.each([
    ['in the morning three days before', '2026-11-02T10:00:00', '2026-11-29T14:00:00', '2026-11-26T09:00:00'],
    ['a day after asking, where that is later', '2026-11-26T12:00:00', '2026-11-29T14:00:00', '2026-11-27T12:00:00'],
    ['not at night', '2026-11-26T22:00:00', '2026-11-29T14:00:00', '2026-11-28T09:00:00'],
    ['nor before dawn', '2026-11-26T02:00:00', '2026-11-29T14:00:00', '2026-11-27T09:00:00'],
  ])('%s', (_what, askedAt, startsAt, expected) => {
    expect(releaseAt({ askedAt: at(askedAt), startsAt: at(startsAt) })).toEqual(at(expected));
  });

  it('never less than a day after asking, never at night, never once it has begun', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 24 * 60 }), (minutes) => {
        const askedAt = new Date(STARTS.getTime() - minutes * 60_000);
        const end = releaseAt({ askedAt, startsAt: STARTS });
        if (end === null) return;
        const hour = new Date(end.getTime() + 9 * 3_600_000).getUTCHours();
        expect([end.getTime() - askedAt.getTime() >= 24 * 3_600_000, end < STARTS, hour >= 8 && hour < 21]).toEqual([true, true, true]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('whether a place is let go now', () => {
  it.each<[string, string, boolean]>([
    ['2026-11-02T10:00:00', '2026-11-26T08:59:59', false],
    ['2026-11-02T10:00:00', '2026-11-26T09:00:00', true],
    // Found late, at night: in the morning.
    ['2026-11-26T20:59:59', '2026-11-27T21:00:00', false],
    ['2026-11-26T20:59:59', '2026-11-28T08:00:00', true],
    ['2026-11-28T11:00:00', '2026-11-29T09:59:00', false],
  ])('asked at %s, at %s: %s', (askedAt, now, gone) => {
    expect(isLetGo({ askedAt: at(askedAt), startsAt: STARTS }, at(now))).toBe(gone);
  });
});

describe('how often a guardian is reminded', () => {
  const chased = (now: string, askedAt = '2026-11-02T10:00:00', so = 0): number => chasesDue({ askedAt: at(askedAt), startsAt: STARTS, chased: so }, at(now));

  it('two days after being asked, and five days before', () => {
    expect(['2026-11-04T09:59:59', '2026-11-04T10:00:00', '2026-11-24T09:59:59', '2026-11-24T10:00:00', '2026-11-29T10:00:00'].map((now) => chased(now))).toEqual([0, 1, 1, 2, 0]);
  });

  it('not at night, and not the day after being asked', () => {
    expect(chased('2026-11-04T21:00:00')).toBe(0);
    expect(chased('2026-11-24T12:00:00', '2026-11-23T12:00:00')).toBe(0);
    expect(chased('2026-11-26T12:00:00', '2026-11-24T10:00:00', 0)).toBe(1);
  });
});

describe('what a yes is about', () => {
  const read = { startsAt: '2026-11-29T01:00:00.000Z', endsAt: '2026-11-29T03:00:00.000Z', placeName: '公園', placeAddress: null, feeText: '無料', bringText: '水とう' } as EventSnapshot;

  it.each<[keyof EventSnapshot, string, boolean]>([
    ['startsAt', '2026-12-06T01:00:00.000Z', false],
    ['endsAt', '2026-11-29T04:00:00.000Z', false],
    ['placeName', '学校', false],
    ['placeAddress', '西区', false],
    ['feeText', '500円', false],
    ['bringText', '弁当', true],
  ])('%s', (field, value, holds) => {
    expect(holdsFor(read, { ...read, [field]: value })).toBe(holds);
  });
});
