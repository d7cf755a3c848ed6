import { describe, expect, it } from '@jest/globals';
import { acceptanceDue, reportDue } from './report-desk.rules.js';

describe('when a report is due', () => {
  it('is two weeks after the end, by days in Japan', () => {
    expect(reportDue(new Date('2026-11-10T23:30:00+09:00'), '2026-11-24')).toEqual({ dueOn: '2026-11-24', lateDays: 0 });
    expect(reportDue(new Date('2026-11-10T23:30:00+09:00'), '2026-11-25')).toEqual({ dueOn: '2026-11-24', lateDays: 1 });
  });

  it('and accepted five business days after it came, holidays left out', () => {
    expect(acceptanceDue(new Date('2026-11-20T10:00:00+09:00'), '2026-11-30')).toEqual({ dueOn: '2026-11-30', lateDays: 0 });
    expect(acceptanceDue(new Date('2026-11-20T10:00:00+09:00'), '2026-12-02')).toEqual({ dueOn: '2026-11-30', lateDays: 2 });
  });
});
