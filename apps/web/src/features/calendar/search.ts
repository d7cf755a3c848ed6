/** Which month; stands in the address. */
export interface CalendarSearch {
  readonly month?: string | undefined;
}

/** Reads the address; what nobody understands is left out. */
export function calendarSearch(search: Record<string, unknown>): CalendarSearch {
  const { month } = search;
  return typeof month === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? { month } : {};
}
