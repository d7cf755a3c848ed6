import { addDays, type DateOnly } from '@yoriai/platform';
import type { Verdict } from '../approval-case/approval-case.rules.js';
import { businessDaysAfter, businessDaysBefore } from '../approval-case/due.rules.js';

/** Business days after which the approvers are reminded of what waits; after the last of them others decide in their place (domain.md §4.10). */
export const REMIND_AFTER = [3, 5] as const;
export type RemindAfter = (typeof REMIND_AFTER)[number];

/** What waits since this day, or longer, has waited so many business days `today`. */
export function waitingSince(today: DateOnly, days: number): DateOnly {
  return addDays(businessDaysBefore(addDays(today, 1), days), -1);
}

/** From when on somebody may decide in another's place about what waits since `since`. */
export function deputyFrom(since: DateOnly): DateOnly {
  return businessDaysAfter(since, REMIND_AFTER[1]);
}

/** A decision made in the place of another (代決). */
export interface Deputy {
  inPlaceOf: string;
  reason: string;
}

/** Who of the approvers could have decided: not who handed it in, helped to write it or confirmed it for the council. */
export function couldDecide(approvers: readonly string[], { submittedBy, helpers, confirmedBy }: { submittedBy: string; helpers: readonly string[]; confirmedBy: string | null }): string[] {
  return approvers.filter((id) => id !== submittedBy && id !== confirmedBy && !helpers.includes(id));
}

/** Who decides in whose place: after five business days, for somebody who could have decided and was not there. */
export function deputyVerdict({ today, since, approvers, decidedBy, deputy }: { today: DateOnly; since: DateOnly; approvers: readonly string[]; decidedBy: string; deputy: Deputy }): Verdict {
  if (today < deputyFrom(since)) return 'approval.deputy-too-early';
  if (deputy.inPlaceOf === decidedBy || !approvers.includes(deputy.inPlaceOf)) return 'approval.deputy-unknown';
  return deputy.reason.trim() ? true : 'approval.deputy-reason';
}
