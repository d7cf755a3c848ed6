import { describe, expect, it } from '@jest/globals';
import { concernOf } from './concern.rules.js';
import type { EventSnapshot } from './snapshot.js';

const DUTY = { key: 'a', duty: '受付', place: '入口', startsAt: '2026-11-29T00:00:00.000Z', endsAt: '2026-11-29T03:00:00.000Z', people: 3, note: null };
const BEFORE = { title: 'コンサート', placeName: '靱公園', rainPolicy: 'go-ahead', rainDecisionAt: null, accessText: null, food: false, frames: [], duties: [DUTY, { ...DUTY, key: 'b', duty: '片づけ' }] } as unknown as EventSnapshot;
const concern = (change: Partial<EventSnapshot>) => {
  const { everybody, duties } = concernOf(BEFORE, { ...BEFORE, ...change });
  return [everybody, [...duties]];
};

describe('a change concerns', () => {
  it('everybody where it is about what people go by', () => {
    expect(concern({ placeName: '松島公園' })).toEqual([true, []]);
    expect(concern({ startsAt: '2026-11-29T02:00:00.000Z' })).toEqual([true, []]);
    expect(concern({ rainPolicy: 'cancelled' })).toEqual([true, []]);
  });

  it('nobody where it is not, or says the same', () => {
    expect(concern({ food: true, summary: 'バラの中で' })).toEqual([false, []]);
    expect(concern({ accessText: '' })).toEqual([false, []]);
    expect(concern({ rainDecisionAt: '2026-11-28T08:00:00.000Z' })).toEqual([false, []]);
    expect(concern({ duties: [{ ...DUTY, people: 9 }, { ...DUTY, key: 'b', duty: '片づけ' }] })).toEqual([false, []]);
  });

  it('those in a draw that is at another hour', () => {
    const frame = { id: 'f', method: 'lottery', closesAt: '2026-11-20T08:00:00.000Z' };
    const is = (closesAt: string, method = 'lottery') => [...concernOf({ ...BEFORE, frames: [{ ...frame, method }] } as never, { ...BEFORE, frames: [{ ...frame, method, closesAt }] } as never).draws];
    expect([is('2026-11-21T08:00:00.000Z'), is(frame.closesAt), is('2026-11-21T08:00:00.000Z', 'first-come')]).toEqual([['f'], [], []]);
  });

  it('those on a duty that reads otherwise, moves or is gone', () => {
    expect(concern({ duties: [{ ...DUTY, place: '舞台' }, { ...DUTY, key: 'b', duty: '片づけ' }] })).toEqual([false, ['a']]);
    expect(concern({ duties: [DUTY] })).toEqual([false, ['b']]);
  });
});
