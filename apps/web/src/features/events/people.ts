import type { ApplicationLine } from '@yoriai/api-client';

/** Those with a place, in the kana order they came in. */
export function confirmedOf(items: readonly ApplicationLine[]): ApplicationLine[] {
  return items.filter((each) => each.status === 'confirmed');
}

/** Those who wait, number 1 first. */
export function waitingOf(items: readonly ApplicationLine[]): ApplicationLine[] {
  return items.filter((each) => each.status === 'waitlisted').sort((a, b) => (a.waitlistPosition ?? 0) - (b.waitlistPosition ?? 0));
}

/** Those who gave their place back, or lost it. */
export function cancelledOf(items: readonly ApplicationLine[]): ApplicationLine[] {
  return items.filter((each) => each.status === 'cancelled_by_applicant' || each.status === 'cancelled_by_host');
}

/** People, not applications. */
export function headsOf(items: ReadonlyArray<{ readonly heads: number }>): number {
  return items.reduce((sum, each) => sum + each.heads, 0);
}
