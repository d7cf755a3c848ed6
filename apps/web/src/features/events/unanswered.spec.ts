import { describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '@yoriai/api-client';
import { contentFrom } from './content.js';
import { unansweredIn } from './unanswered.js';

const before = { title: '秋の会', placeName: '靱公園', feeText: '無料', frames: [], duties: [] };
const remarks = [{ field: 'placeName', text: '雨のときの場所も書いてください。' }, { field: 'feeText', text: '材料代は要りますか。' }];
const aCase = (given: Partial<CaseDetail> = {}) =>
  ({ status: 'returned', revision: 1, comparedWith: null, decisions: [{ kind: 'returned', revision: 1, remarks }], revisions: [{ number: 1, snapshot: before }], ...given }) as unknown as CaseDetail;
const now = (given: object) => contentFrom({ ...before, ...given });
const rows = (of: CaseDetail, content: ReturnType<typeof now>) => unansweredIn(of, content).map(({ row, text }) => [row, text]);

describe('remarks on what was sent back', () => {
  it('are unanswered where the answer reads the same', () => {
    expect(rows(aCase(), now({ placeName: '靱公園、雨のときは靱会館' }))).toEqual([['feeText', '材料代は要りますか。']]);
    expect(rows(aCase(), now({}))).toHaveLength(2);
    expect(rows(aCase(), now({ placeName: '靱会館', feeText: null }))).toEqual([]);
  });

  it('are those of the last return, also while it waits again; not of what was approved since', () => {
    const again = aCase({ status: 'pending', revision: 2, comparedWith: 1 });
    expect(rows(again, now({ placeName: '靱会館' }))).toEqual([['feeText', '材料代は要りますか。']]);
    const later = aCase({ status: 'pending', revision: 3, comparedWith: 2, revisions: [{ number: 2, snapshot: before }] as never });
    expect(rows(later, now({}))).toEqual([]);
  });

  it('on two boxes of one row are two, and what changed in one answers nothing about the other', () => {
    const hours = { startsAt: '2026-11-28T10:00:00.000Z', endsAt: '2026-11-28T12:00:00.000Z' };
    const both = [{ field: 'startsAt', text: '会館は11時からです。' }, { field: 'endsAt', text: '片づけは何時までですか。' }];
    const of = aCase({ decisions: [{ kind: 'returned', revision: 1, remarks: both }], revisions: [{ number: 1, snapshot: { ...before, ...hours } }] } as never);
    expect(rows(of, now(hours))).toEqual(both.map(({ text }) => ['startsAt', text]));
    expect(rows(of, now({ ...hours, startsAt: '2026-11-28T11:00:00.000Z' }))).toEqual([['startsAt', both[1]!.text]]);
    expect(rows(of, now({ ...hours, endsAt: '2026-11-28T13:00:00.000Z' }))).toEqual([['startsAt', both[0]!.text]]);
    expect(rows(of, now({ startsAt: '2026-11-28T11:00:00.000Z', endsAt: '2026-11-28T13:00:00.000Z' }))).toEqual([]);
  });
});
