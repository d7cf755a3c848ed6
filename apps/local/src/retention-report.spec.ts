import { describe, expect, it } from '@jest/globals';
import { retentionReport } from './retention-report.js';

const before = { applications: new Date('2027-04-01T00:00:00+09:00'), duties: new Date('2025-04-01T00:00:00+09:00') };

describe('what the next night would remove', () => {
  it('is told by fiscal year and table, in numbers alone', () => {
    const years = [{ fiscalYear: 2026, events: 2, applications: 12, heads: 30, companions: 18, consents: 1, stalls: 3, judges: 2, starts: 0, letters: 40 }];
    const text = retentionReport({ years, duties: [{ fiscalYear: 2024, duties: 7 }], before }).join('\n');
    for (const words of ['2027-04-01', '2025-04-01', 'fiscal year 2026: events 2', 'events.application 12 (heads 30, companions 18)', 'events.stall 3', 'notifications.delivery 40', 'fiscal year 2024: rosters.assignment 7']) expect(text).toContain(words);
  });

  it('says so where there is nothing', () => {
    expect(retentionReport({ years: [], duties: [], before }).filter((line) => line.includes('None.'))).toHaveLength(2);
  });
});
