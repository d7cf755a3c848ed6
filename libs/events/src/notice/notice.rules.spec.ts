import { describe, expect, it } from '@jest/globals';
import { standsBeside, type Reach, type Reached } from './notice.rules.js';

const NOW = new Date('2026-11-26T09:00:00+09:00');
const NOTICE: Reach = { fromDay: '2026-11-20', untilDay: '2026-12-10', endedAt: null, audiences: [], areas: [], fields: [] };
const EVENT: Reached = { state: 'published', byInvitation: false, startsAt: '2026-12-05T10:00:00+09:00', endsAt: '2026-12-05T12:00:00+09:00', audience: 'families', audienceText: null, field: 'kodomo', category: null, organisation: { areaSlug: 'horie' } };
const stands = (notice: Partial<Reach> = {}, event: Partial<Reached> = {}, now = NOW): boolean => standsBeside({ ...NOTICE, ...notice }, { ...EVENT, ...event }, now);

describe('a notice stands beside an event', () => {
  it.each<[string, boolean, Partial<Reach>, Partial<Reached>, string?]>([
    ['of any kind where it names none', true, {}, { audience: null, field: null, organisation: { areaSlug: null } }],
    ['for those it names', true, { audiences: ['families', 'seniors'] }, {}],
    ['for parents with children, where it is for children', true, { audiences: ['children'] }, {}],
    ['not for others', false, { audiences: ['seniors'] }, {}],
    ['for those its host named in words', true, { audiences: ['families'] }, { audience: null, audienceText: '0〜3さいのこどもと保護者' }],
    ['for children, where that is its field', true, { audiences: ['children'] }, { audience: null }],
    ['by what was chosen rather than by words', false, { audiences: ['seniors'] }, { audienceText: '高齢の方' }],
    ['not for whom nobody named', false, { audiences: ['families'] }, { audience: null }],
    ['of an area it names', true, { areas: ['kujo', 'horie'] }, {}],
    ['not of another', false, { areas: ['kujo'] }, {}],
    ['of a field it names', true, { fields: ['kodomo'] }, {}],
    ['not of another field', false, { fields: ['bousai'] }, {}],
    ['only where all of it fits', false, { audiences: ['families'], areas: ['kujo'] }, {}],
    ['not for invited people', false, {}, { byInvitation: true }],
    ['not that is off', false, {}, { state: 'cancelled' }],
    ['not once it was taken down', false, { endedAt: NOW }, {}],
    ['on the first minute of its first day in Japan', true, {}, {}, '2026-11-20T00:00:00+09:00'],
    ['not a minute before', false, {}, {}, '2026-11-19T23:59:59+09:00'],
    ['to the last minute of its last day', true, {}, { startsAt: '2026-12-10T22:00:00+09:00', endsAt: '2026-12-11T02:00:00+09:00' }, '2026-12-10T23:59:59+09:00'],
    ['not a minute later', false, {}, { startsAt: '2026-12-10T22:00:00+09:00', endsAt: '2026-12-11T02:00:00+09:00' }, '2026-12-11T00:00:00+09:00'],
    ['not that takes place after it', false, {}, { startsAt: '2026-12-11T10:00:00+09:00', endsAt: '2026-12-11T12:00:00+09:00' }],
    ['that begins on its last day', true, {}, { startsAt: '2026-12-10T23:00:00+09:00', endsAt: '2026-12-11T02:00:00+09:00' }],
    ['not that is over', false, {}, { startsAt: '2026-11-26T07:00:00+09:00', endsAt: '2026-11-26T09:00:00+09:00' }],
  ])('%s', (...[, expected, notice, event, now]) => {
    expect(stands(notice, event, now === undefined ? NOW : new Date(now))).toBe(expected);
  });
});
