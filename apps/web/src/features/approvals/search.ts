import type { CaseLineStatus } from '@yoriai/api-client';
import { pageFrom } from '../events/search.js';

/** The desk's drawers; `pending` waits for the ward. */
export const CASE_FILTERS = ['pending', 'returned', 'approved', 'rejected', 'withdrawn'] as const satisfies readonly CaseLineStatus[];

/** What the desk shows; stands in the address. */
export interface DeskSearch {
  readonly status?: CaseLineStatus | undefined;
  readonly page?: number | undefined;
}

/** Reads the address; what nobody understands is left out. */
export function deskSearch(search: Record<string, unknown>): DeskSearch {
  const status = CASE_FILTERS.find((each) => each === search['status']);
  const page = pageFrom(search['page']);
  return { ...(status && status !== 'pending' ? { status } : {}), ...(page === undefined ? {} : { page }) };
}
