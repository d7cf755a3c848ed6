import type { DeskFilter, DeskFilterStatus } from '@yoriai/api-client';
import { paths } from '../../app/paths.js';
import { CATEGORIES } from '../events/categories.js';
import { pageFrom } from '../events/search.js';

/** The desk's drawers; `pending` waits for the ward. */
export const CASE_FILTERS = ['pending', 'returned', 'approved', 'rejected', 'withdrawn'] as const satisfies readonly DeskFilterStatus[];

/** The drawers of reports: what the ward accepts, and what did not come. */
export const REPORT_DRAWERS = ['to-accept', 'late'] as const satisfies readonly DeskFilterStatus[];
export type ReportDrawer = (typeof REPORT_DRAWERS)[number];

/** The drawer of reports that is open; nothing where it is one of cases. */
export const reportDrawer = (status: DeskFilterStatus | undefined): ReportDrawer | undefined => REPORT_DRAWERS.find((each) => each === status);

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
  const status = [...CASE_FILTERS, ...REPORT_DRAWERS].find((each) => each === search['status']);
  const isCases = reportDrawer(status) === undefined;
  const kind = CATEGORIES.find((each) => each === search['kind']);
  const due = DUES.find((each) => each === search['due']);
  const page = pageFrom(search['page']);
  return {
    ...(status && status !== 'pending' ? { status } : {}),
    ...(typeof area === 'string' && UUID.test(area) ? { area } : {}),
    ...(kind ? { kind } : {}),
    ...(due && isCases ? { due } : {}),
    ...(search['by'] === 'me' && isCases ? { by: 'me' } : {}),
    ...(page === undefined ? {} : { page }),
  };
}

/** The address of the desk so narrowed; the same for the same filter, however it came about. */
export function deskAddress({ status, area, kind, due, by, page }: DeskSearch): string {
  return paths.desk({ status: status === 'pending' ? undefined : status, area, kind, due, by, page });
}

/** Whether it is narrowed by more than its drawer. */
export const isNarrowed = ({ area, kind, due, by }: DeskFilter): boolean => (area ?? kind ?? due ?? by) !== undefined;
