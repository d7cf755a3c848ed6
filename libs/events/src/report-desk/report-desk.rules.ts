import { businessDaysAfter } from '@yoriai/approvals';
import { addDays, jstDate, type DateOnly } from '@yoriai/platform';

/** A report is asked for on the 1st, 7th and 14th day after the end (`ReportPrompts`); after the last of them it is late, and the ward's to ring up about. */
export const REPORT_DAYS = 14;

/** Working days the ward allows itself until it accepts a report, as for what it decides on. */
export const BUSINESS_DAYS_TO_ACCEPT = 5;

/** A day that something is due on, and how long that is ago. */
export interface DueReport {
  dueOn: DateOnly;
  /** Days since; 0 on the day itself and before. */
  lateDays: number;
}

/** When the report about what ended then is due. */
export function reportDue(endsAt: Date, today: DateOnly): DueReport {
  return dueOn(addDays(jstDate(endsAt), REPORT_DAYS), today);
}

/** When the ward is to have accepted, or sent back, what was reported then. */
export function acceptanceDue(reportedAt: Date, today: DateOnly): DueReport {
  return dueOn(businessDaysAfter(jstDate(reportedAt), BUSINESS_DAYS_TO_ACCEPT), today);
}

function dueOn(day: DateOnly, today: DateOnly): DueReport {
  return { dueOn: day, lateDays: Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)) };
}
