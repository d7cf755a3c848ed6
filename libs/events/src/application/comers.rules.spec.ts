import { describe, expect, it } from '@jest/globals';
import { NO_ASKS } from '../asks/asks.rules.js';
import { comersVerdict, type Comers, type FrameAsking } from './comers.rules.js';

const NOW = new Date('2026-11-02T10:00:00+09:00');
const frame = (given: Partial<FrameAsking> = {}): FrameAsking => ({ kind: 'participant', capacity: 20, per_application_max: 4, companions: 'number', asks: {}, starts_at: new Date('2026-11-29T10:00:00+09:00'), ...given });
const verdict = (of: Partial<FrameAsking>, comers: Partial<Comers>) => comersVerdict(frame(of), { heads: 1, channel: 'web', ...comers }, NOW);

describe('who may come to a frame', () => {
  it('anybody whose number is fine, where nothing is asked', () => expect(verdict({}, { heads: 4 })).toEqual({ consent: 'not-needed' }));

  it.each([
    ['more than one application may bring', {}, { heads: 5 }, 'application.too-many-heads', 'heads'],
    ['more than there are places at all', { capacity: 2 }, { heads: 3 }, 'application.too-many-heads', 'heads'],
    ['who is not named', { companions: 'names' as const }, { heads: 2 }, 'application.names-needed', 'companions'],
    ['a group without a name', { kind: 'group' as const }, {}, 'application.group-needed', 'groupName'],
    ['a group where none is asked', {}, { groupName: '江戸堀将棋クラブ' }, 'application.group-not-asked', 'groupName'],
    ['a birth date that nobody asked for', {}, { born: '2016-04-02' }, 'application.born-not-asked', 'born'],
    ['who said nothing about pictures', { asks: { ...NO_ASKS, photos: true } }, {}, 'application.photos-needed', 'photos'],
    ['a minor without a guardian', { companions: 'names' as const, asks: { ...NO_ASKS, ages: { by: 'age' as const, from: 5, to: null }, guardian: true } }, { born: '2014-09-08' }, 'application.guardian-needed', 'guardian.by'],
  ])('not %s', (_, of, comers, code, field) => expect(verdict(of, comers)).toEqual({ code, field }));

  it('a group by its name', () => expect(verdict({ kind: 'group' }, { groupName: '江戸堀将棋クラブ', heads: 3 })).toEqual({ consent: 'not-needed' }));
});
