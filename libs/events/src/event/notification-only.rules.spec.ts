import { describe, expect, it } from '@jest/globals';
import type { EventSnapshot, SnapshotFrame } from '../revision/snapshot.js';
import { SMALL, needsOfDecision } from './notification-only.rules.js';

const organisation = { id: 'o', name: '西船場連合振興町会', kana: '', slug: 'nishisenba', areaId: 'a', areaName: '西船場', areaSlug: 'nishisenba' };
const frame = (given: Partial<SnapshotFrame> = {}): SnapshotFrame => ({ id: 'f', kind: 'participant', name: '席', method: 'first-come', capacity: 20, opensAt: null, closesAt: null, perApplicationMax: 1, ...given });
const small = { food: false, fire: false, uses: [], organisation, frames: [frame()] } as unknown as EventSnapshot;

describe('an event that needs no decision', () => {
  it('is small, an area’s own, without food, fire, park, road or subsidy', () => expect(needsOfDecision(small, false)).toEqual([]));

  it.each([
    ['food is served', { food: true }, ['food']],
    ['nobody said whether food is served', { food: null }, ['food']],
    ['there is fire', { fire: true }, ['fire']],
    ['a park is used', { uses: ['park'] }, ['public-use']],
    ['it is in a place of the ward’s list', { uses: [], venues: ['靱公園'] }, ['public-use']],
    ['it is in a hall of that list', { uses: ['facility'], venues: ['靱会館'] }, ['public-use']],
    ['it names no place of that list', { venues: [] }, []],
    ['it bears the ward’s name in a hall', { uses: ['facility', 'ward-name'] }, ['public-use']],
    ['nobody said whether', { uses: null }, ['public-use']],
    ['it was written before that was asked', { uses: undefined }, ['public-use']],
    ['it is in a hall, which its owner allows', { uses: ['facility'] }, []],
    ['the ward hosts it', { organisation: { ...organisation, areaId: null } }, ['not-of-an-area']],
    ['everybody may come', { frames: [frame({ method: 'open', capacity: null })] }, ['many']],
    ['everybody may come beside a number that means nothing then', { frames: [frame({ method: 'open', capacity: 20 })] }, ['many']],
    ['everybody may come beside those who apply', { frames: [frame(), frame({ id: 'o', method: 'open', capacity: null })] }, ['many']],
    ['nobody applies but who helps', { frames: [frame({ kind: 'volunteer' })] }, ['many']],
    ['it has duties alone', { frames: [] }, ['many']],
    ['its frames together are many', { frames: [frame({ capacity: SMALL }), frame({ id: 'g', capacity: 1 })] }, ['many']],
  ] as const)('not when %s', (_what, given, needs) => expect(needsOfDecision({ ...small, ...given } as unknown as EventSnapshot, false)).toEqual(needs));

  it('not when people of the ward have decided on it before', () => expect(needsOfDecision(small, true)).toEqual(['known-to-the-ward']));

  it('still when it is as large as small gets, and whoever helps is not counted', () => {
    const frames = [frame({ capacity: SMALL }), frame({ id: 'v', kind: 'volunteer', capacity: null })];
    expect(needsOfDecision({ ...small, frames }, false)).toEqual([]);
  });
});
