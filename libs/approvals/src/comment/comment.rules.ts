import type { CaseStatus } from '../approval-case/approval-case.entity.js';

/** Comments that one case takes: more is a talk, and belongs on the telephone. */
export const MOST_COMMENTS = 20;

/** `true`, or the refusal code that says why not. */
export type CommentVerdict = true | 'comment.centre-only' | 'approval.not-pending' | 'comment.too-many';

/**
 * May a community centre (まちづくりセンター) say something about it? While the ward, or the council before it, has it; it decides
 * nothing by it (domain.md §4.7). `centreId` null: whoever asks is of no centre that supports the host.
 */
export function commentVerdict({ centreId, status, said }: { centreId: string | null; status: CaseStatus; said: number }): CommentVerdict {
  if (centreId === null) return 'comment.centre-only';
  if (status !== 'pending') return 'approval.not-pending';
  return said < MOST_COMMENTS ? true : 'comment.too-many';
}

/** May somebody say that the words were read? Who leads the host, while it waits: of what is decided nothing is asked (docs/adr/0086). */
export function readVerdict({ leads, status }: { leads: boolean; status: CaseStatus }): true | 'comment.host-only' | 'approval.not-pending' {
  if (!leads) return 'comment.host-only';
  return status === 'pending' || 'approval.not-pending';
}
