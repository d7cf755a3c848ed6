/** `waiting` 連絡待ち, `contacted` 連絡した, `withdrawn` 取り下げ. What became of it is between the two: whether somebody joined is no business of this service. */
export const MEMBERSHIP_STATES = ['waiting', 'contacted', 'withdrawn'] as const;
export type MembershipState = (typeof MEMBERSHIP_STATES)[number];

/** A request as far as it can be moved. */
export interface MembershipStanding {
  state: MembershipState;
  /** Since when nobody knows who asked. */
  forgottenAt: Date | null;
}

/** Whether it may come into that state, or why not: `membership.forgotten`, `membership.is-…`. */
export function membershipVerdict({ state, forgottenAt }: MembershipStanding, to: 'contacted' | 'withdrawn'): true | string {
  if (forgottenAt !== null) return 'membership.forgotten';
  return state === 'waiting' || (state === 'contacted' && to === 'withdrawn') ? true : `membership.is-${state}`;
}

/** Requests of one contact that may wait at a time, and that it may make in 24 hours: each is confirmed by mail, to whomever its address belongs. */
const MOST_WAITING = 3;
const MOST_A_DAY = 5;

/** Whether a contact that stands behind so many may ask once more, or why not: `membership.enough`, `membership.too-often`. */
export function askVerdict(held: { waiting: number; today: number }): true | string {
  if (held.waiting >= MOST_WAITING) return 'membership.enough';
  return held.today < MOST_A_DAY ? true : 'membership.too-often';
}

/** Days for which it is known who asked: after they were called, and where nobody ever answers. Who takes it back is forgotten at once. */
export const KEPT_DAYS = 30;
export const WAITING_DAYS = 90;
