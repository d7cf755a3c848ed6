/** Which month; stands in the address. */
export interface ExportSearch {
  readonly month?: string | undefined;
}

/** Reads the address; what nobody understands is left out. */
export function exportSearch({ month }: Record<string, unknown>): ExportSearch {
  return typeof month === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? { month } : {};
}
