import type { ParticipationResponse } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import type { ReactElement } from 'react';
import { drawnScreen } from '../../app/drawn.builder.js';
import { DutySection } from './duty-plot.js';
import { FieldHeat, fieldsByArea } from './field-heat.js';
import { AreaTable, MonthTable } from './tables.js';

const NONE = { applied: 0, confirmed: 0, places: 0, placesTaken: 0, fillRate: null, participants: 0, walkIns: 0, volunteerPlaces: 0, volunteersConfirmed: 0, volunteers: 0, cleanedArea: 0, handedOut: 0, events: 1, eventsToCome: 0 };
const months = Array.from({ length: 12 }, (_, index) => ({ ...NONE, month: `2026-${String(index + 1).padStart(2, '0')}`, participants: index * 10, peopleBefore: index === 9 ? 100 : 0 }));
const area = (areaName: string, participants: number) => ({ ...NONE, areaId: areaName, areaName, areaSlug: areaName, participants });
const found = (more: Partial<ParticipationResponse>): ParticipationResponse => ({ fiscalYear: 2026, byMonth: months, byArea: [], byEvent: [], byInitiative: [], total: { ...NONE, participants: 660 }, before: null, dutyFill: [], cancelledEvents: 0, fiscalYearWords: '令和8年度', ...more });
const drawn = (screen: () => ReactElement): Promise<string> => drawnScreen({ route: '/stats', at: '/stats', screen: () => <main>{screen()}</main>, answers: [], now: new Date('2026-12-31T00:00:00Z') });

describe('the pictures of the figures', () => {
  it('lay the year before beside this one, in the picture and in its table', async () => {
    const page = await drawn(() => <MonthTable found={found({ before: { people: 100, volunteers: 1, until: '2025-12-31' } })} />);
    expect(page).toContain('class="then"');
    expect(page).toContain('>−10<');
    const alone = await drawn(() => <MonthTable found={found({ byMonth: months.map((month) => ({ ...month, peopleBefore: null })) })} />);
    expect(alone).not.toContain('class="then"');
    expect(alone).not.toContain('前の年度');
  });

  it('put the areas in order, the low ones hatched, with the mean', async () => {
    const page = await drawn(() => <AreaTable found={found({ byArea: [area('西六', 10), area('江戸堀', 110)] })} />);
    expect(page.indexOf('江戸堀</dt>')).toBeLessThan(page.indexOf('西六</dt>'));
    expect(page.match(/class="low"/g)).toHaveLength(1);
    expect(page).toContain('点線は平均 60人');
  });

  it('say how full duties were when they began, and draw none where none was held twice', async () => {
    const dutyFill = [{ duty: '受付', events: 3, places: 10, taken: [1, 2, 4, 8, 9, 10] }, { duty: '会場づくり', events: 3, places: 10, taken: [0, 1, 2, 5, 7, 8] }];
    const page = await drawn(() => <DutySection found={found({ dutyFill })} />);
    expect(page).toContain('当番がいちばんうまらなかったのは「会場づくり」（はじまるときに80%）');
    expect(page.match(/<td[^>]*>100%<\/td>/g)).toHaveLength(1);
    // Whichever the heading names is among the lines that are drawn.
    const many = ['受付', '誘導', '音響', '清掃'].map((duty) => ({ duty, events: 3, places: 10, taken: [1, 2, 4, 8, 9, duty === '清掃' ? 5 : 10] }));
    const named = await drawn(() => <DutySection found={found({ dutyFill: many })} />);
    expect(named).toContain('「清掃」（はじまるときに50%）');
    expect(/<ul class="keys.*?<\/ul>/s.exec(named)?.[0]).toContain('清掃');
    expect(await drawn(() => <DutySection found={found({ dutyFill: dutyFill.slice(0, 1) })} />)).toContain('当番は、はじまるときにはそろいました');
    expect(await drawn(() => <DutySection found={found({})} />)).not.toContain('by-duty');
  });

  it('count by area and field; an area to which nobody came has no line', async () => {
    const event = (areaName: string, field: string, participants: number, walkIns = 0) => ({ areaId: areaName, field, participants, walkIns });
    const byEvent = [event('明治', 'bunka', 1), event('江戸堀', 'kodomo', 5, 1), event('江戸堀', 'kodomo', 4), event('西六', 'bunka', 0)];
    const byArea = [area('江戸堀', 10), area('明治', 1), area('西六', 0)];
    expect(fieldsByArea({ byEvent, byArea }).map(({ people }) => people)).toEqual([[0, 10, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1]]);
    const page = await drawn(() => <FieldHeat found={{ byEvent, byArea }} />);
    expect(page).toContain('「こども・青少年」がいちばん多く、10人が参加しました');
    expect(page).toContain('class="n h3">10<');
    expect(await drawn(() => <FieldHeat found={{ byEvent, byArea: byArea.slice(0, 1) }} />)).not.toContain('by-field');
  });
});
