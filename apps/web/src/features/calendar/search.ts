/** By what a week is laid out: the areas of the hosts, or the places of the ward's list. */
export const LANES = ['area', 'place'] as const;
export type LaneKind = (typeof LANES)[number];

/** Which month, or which week by what; stands in the address. */
export interface CalendarSearch {
  readonly month?: string | undefined;
  /** A day of the week. */
  readonly week?: string | undefined;
  readonly lanes?: LaneKind | undefined;
}

/** Reads the address; what nobody understands is left out. */
export function calendarSearch(search: Record<string, unknown>): CalendarSearch {
  const { month, week } = search;
  const lanes = LANES.find((each) => each === search['lanes']);
  return {
    ...(typeof month === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    ...(typeof week === 'string' && /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(week) ? { week } : {}),
    ...(lanes ? { lanes } : {}),
  };
}
