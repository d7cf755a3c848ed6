import type { DeskFilter, DeskFilterStatus } from '@yoriai/api-client';
import { paths } from '../../app/paths.js';
import { CATEGORIES } from '../events/categories.js';
import { pageFrom } from '../events/search.js';

/** The desk's drawers; `pending` waits for the ward. */
export const CASE_FILTERS = ['pending', 'returned', 'approved', 'rejected', 'withdrawn'] as const satisfies readonly DeskFilterStatus[];

/** How soon what waits is due. */
export const DUES = ['late', 'soon'] as const;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the desk shows; stands in the address. */
export interface DeskSearch extends DeskFilter {
  readonly page?: number;
}

/** Reads the address; what nobody understands is left out. */
export function deskSearch(search: Record<string, unknown>): DeskSearch {
  const { area } = search;
  const status = CASE_FILTERS.find((each) => each === search['status']);
  const kind = CATEGORIES.find((each) => each === search['kind']);
  const due = DUES.find((each) => each === search['due']);
  const page = pageFrom(search['page']);
  return {
    ...(status && status !== 'pending' ? { status } : {}),
    ...(typeof area === 'string' && UUID.test(area) ? { area } : {}),
    ...(kind ? { kind } : {}),
    ...(due ? { due } : {}),
    ...(search['by'] === 'me' ? { by: 'me' } : {}),
    ...(page === undefined ? {} : { page }),
  };
}

/** The address of the desk so narrowed; the same for the same filter, however it came about. */
export function deskAddress({ status, area, kind, due, by, page }: DeskSearch): string {
  return paths.desk({ status: status === 'pending' ? undefined : status, area, kind, due, by, page });
}

/** Whether it is narrowed by more than its drawer. */
export const isNarrowed = ({ area, kind, due, by }: DeskFilter): boolean => (area ?? kind ?? due ?? by) !== undefined;
