import type { CaseDetail } from '@yoriai/api-client';
import { contentFrom, type EventContent } from '../events/content.js';

/**
 * What the ward decided on last and a later content is compared with: for what was sent back that itself,
 * for what waits the decision before it. Nothing when the ward has not decided on anything yet.
 */
export function lastDecided(of: Pick<CaseDetail, 'status' | 'revision' | 'comparedWith' | 'revisions'>): EventContent | undefined {
  const number = of.status === 'returned' ? of.revision : of.comparedWith;
  const found = of.revisions.find((each) => each.number === number);
  return found && contentFrom(found.snapshot);
}
