import { describe, expect, it } from '@jest/globals';
import { UNSET_TERMS, nightsToTell } from '@yoriai/associations';
import { retentionReport, type NightDue } from './retention-report.js';

const NOTHING = { events: 1, applications: 0, heads: 0, companions: 0, consents: 0, stalls: 0, judges: 0, starts: 0, letters: 0 };
/** What is known of the town: one event and one duty that ended in each of these fiscal years. */
const known = (night: { before: { applications: Date; duties: Date } }, years: readonly number[]) => {
  const over = (before: Date) => years.filter((year) => new Date(`${year + 1}-04-01T00:00:00+09:00`) <= before);
  return { years: over(night.before.applications).map((fiscalYear) => ({ fiscalYear, ...NOTHING })), duties: over(night.before.duties).map((fiscalYear) => ({ fiscalYear, duties: 7 })), joined: over(night.before.applications).length };
};
const printed = (now: string, years: readonly number[]) => retentionReport(nightsToTell(new Date(`${now}:00+09:00`), UNSET_TERMS).map((night) => ({ ...night, ...known(night, years) })));

describe('what the coming night would remove', () => {
  it('is told by fiscal year and table, in numbers alone', () => {
    const night: NightDue = {
      on: '2028-04-01',
      before: { applications: new Date('2027-04-01T00:00:00+09:00'), duties: new Date('2025-04-01T00:00:00+09:00') },
      years: [{ fiscalYear: 2026, events: 2, applications: 12, heads: 30, companions: 18, consents: 1, stalls: 3, judges: 2, starts: 0, letters: 40 }],
      duties: [{ fiscalYear: 2024, duties: 7 }],
      joined: 5,
    };
    const text = retentionReport([night]).join('\n');
    for (const words of ['2028-04-01', '2027-04-01', '2025-04-01', 'fiscal year 2026: events 2', 'events.application 12 (heads 30, companions 18)', 'events.stall 3', 'notifications.delivery 40', 'fiscal year 2024: rosters.assignment 7', 'identity.person 5']) expect(text).toContain(words);
  });

  it('is told on the evening before the first of April, when it is what goes at one', () => {
    const text = printed('2028-03-31T18:00', [2024, 2026, 2027]).join('\n');
    for (const words of ['fiscal year 2026: events 1', 'fiscal year 2024: rosters.assignment 7']) expect(text).toContain(words);
    expect(text).not.toMatch(/None|fiscal year 2027/);
  });

  it('stands in March below a heading of its own: nothing tomorrow, and on the first of April this', () => {
    const lines = printed('2028-03-10T12:00', [2026]);
    const april = lines.findIndex((line) => line.includes('In the night of 2028-04-01'));
    expect(lines[0]).toContain('In the night of 2028-03-11');
    expect(lines.slice(0, april).filter((line) => line.includes('None.'))).toHaveLength(2);
    expect(lines.slice(april).join('\n')).toContain('fiscal year 2026: events 1');
  });

  it('is not told twice: what goes tomorrow is no more there on the first of April', () => {
    expect(printed('2028-03-10T12:00', [2023, 2025, 2026]).filter((line) => line.includes('fiscal year 2025: events 1'))).toHaveLength(1);
    expect(printed('2028-03-10T12:00', [2023]).filter((line) => line.includes('fiscal year 2023: rosters.assignment 7'))).toHaveLength(1);
    expect(printed('2028-03-10T12:00', [2024, 2025, 2026]).flatMap((line) => /identity\.person \d+/.exec(line) ?? [])).toEqual(['identity.person 2', 'identity.person 1']);
  });

  it('says so where there is nothing', () => {
    expect(printed('2028-03-31T18:00', []).filter((line) => line.includes('None.'))).toHaveLength(2);
  });
});
