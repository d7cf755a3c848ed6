import type { EventDetail } from '@yoriai/api-client';

/** What can become of something handed in. */
export type Verdict = 'approve' | 'return' | 'reject';

/** What this person can decide, the first thing first; nothing where somebody else decides. */
export function verdictsFor({ can }: Pick<EventDetail, 'can'>): Verdict[] {
  return (['approve', 'return', 'reject'] as const).filter((verdict) => can[verdict] === true);
}

/** How its button looks. Only approving is the next step of what was handed in: who may only hand it back is not led to that. */
export function lookOf(verdict: Verdict): 'filled' | 'outline' | 'stop' {
  return verdict === 'approve' ? 'filled' : verdict === 'return' ? 'outline' : 'stop';
}

/** Whether the host learns why: turning down needs a word, handing back a word or one at an answer, approving none. */
export function hasReason(verdict: Verdict, text: string, remarks: number): boolean {
  return verdict === 'approve' || text !== '' || (verdict === 'return' && remarks > 0);
}
