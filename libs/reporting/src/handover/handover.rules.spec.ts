import { describe, expect, it } from '@jest/globals';
import { countedOf, firstSteps, handedYear, underwayOf, type HeldRow, type UnderwayRow } from './handover.rules.js';

const held = (given: Partial<HeldRow>): HeldRow => ({ id: 'a', seriesId: null, title: '餅つき', state: 'closed', startsAt: new Date('2026-01-10T01:00:00Z'), came: 10, volunteers: 2, reason: null, asked: [], procedures: [], nextTime: null, ...given });
const underway = (given: Partial<UnderwayRow>): UnderwayRow => ({ id: 'a', seriesId: null, title: '夏まつり', state: 'published', changeState: null, startsAt: new Date('2026-07-20T01:00:00Z'), places: null, taken: 0, duties: 0, dutiesTaken: 0, consents: 0, stallsUntil: null, ...given });

describe('the year that is handed over', () => {
  it('has the dates of a series in one line: how often, how many came in all, each word once', () => {
    const [line, ...more] = handedYear([
      held({ id: 'one', seriesId: 's', asked: ['雨の日の場所'], nextTime: '' }),
      held({ id: 'two', seriesId: 's', startsAt: new Date('2026-01-17T01:00:00Z'), state: 'cancelled', came: null, volunteers: null, reason: '雪のため' }),
      held({ id: 'three', seriesId: 's', startsAt: new Date('2026-01-24T01:00:00Z'), state: 'reported', came: 5, asked: ['雨の日の場所'], procedures: ['公園の許可'], nextTime: 'もちは30キロで足ります' }),
    ]);
    expect(more).toEqual([]);
    expect(line).toMatchObject({ id: 'three', state: 'reported', times: 2, calledOff: 1, came: 15, volunteers: 4, asked: ['雨の日の場所'], procedures: ['公園の許可'], reasons: ['雪のため'], nextTimes: ['もちは30キロで足ります'] });
    expect([line?.startsAt, line?.lastAt].map((at) => at?.toISOString())).toEqual(['2026-01-10T01:00:00.000Z', '2026-01-24T01:00:00.000Z']);
  });

  it('says nothing about heads of what was called off', () => {
    expect(handedYear([held({ state: 'cancelled', came: null, volunteers: null })])).toMatchObject([{ times: 0, calledOff: 1, came: null, volunteers: null }]);
  });

  it('does not say that nobody came while nobody was counted', () => {
    const none = { participants: 0, walkIns: 0, volunteers: 0 };
    expect(countedOf({ ...none, attendanceFrom: 'reception' })).toEqual({ came: null, volunteers: null });
    expect(countedOf({ ...none, attendanceFrom: 'report' })).toEqual({ came: 0, volunteers: 0 });
    expect(countedOf({ participants: 3, walkIns: 2, volunteers: 1, attendanceFrom: 'reception' })).toEqual({ came: 5, volunteers: 1 });
    expect(countedOf(undefined)).toEqual({ came: null, volunteers: null });
  });

  it('keeps what only has the same name apart', () => {
    expect(handedYear([held({ id: 'a' }), held({ id: 'b' })])).toHaveLength(2);
  });
});

describe('what is under way', () => {
  it('has of a series the date that comes next, and how many more; what stands otherwise in a line of its own', () => {
    const rows = [underway({ id: '1', seriesId: 's' }), underway({ id: '2', seriesId: 's' }), underway({ id: '3', seriesId: 's', changeState: 'returned' })];
    expect(underwayOf(rows).map(({ id, dates }) => [id, dates])).toEqual([['1', 2], ['3', 1]]);
    expect(rows.every((row) => !('dates' in row))).toBe(true);
  });

  it('is counted by what has to be done first; what there is none of is not said', () => {
    const each: Partial<UnderwayRow>[] = [{ state: 'returned' }, { changeState: 'returned' }, { state: 'awaiting-report' }, { duties: 4, dutiesTaken: 3 }, { duties: 4, dutiesTaken: 4 }, { state: 'approved', duties: 4 }, { state: 'draft' }];
    const rows = [...each.map((given, at) => underway({ ...given, id: String(at) })), underway({ id: 's1', seriesId: 's', duties: 2, consents: 1 }), underway({ id: 's2', seriesId: 's', duties: 2, consents: 2 })];
    expect(firstSteps(underwayOf(rows), { due: 0, wishes: 2 })).toEqual([
      { step: 'returned', count: 2 },
      { step: 'reports', count: 1 },
      { step: 'consents', count: 3 },
      { step: 'duties', count: 2 },
      { step: 'drafts', count: 1 },
      { step: 'wishes', count: 2 },
    ]);
    expect(firstSteps([], { due: 3, wishes: 0 })).toEqual([{ step: 'due', count: 3 }]);
  });
});
