/** What the figures are asked for; stands in the address. */
export interface StatsSearch {
  readonly year?: number | undefined;
  readonly area?: string | undefined;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Reads the address; what nobody understands is left out. */
export function statsSearch(search: Record<string, unknown>): StatsSearch {
  const year = Number(search['year']);
  const { area } = search;
  return {
    ...(Number.isInteger(year) && year >= 2000 && year <= 2100 ? { year } : {}),
    ...(typeof area === 'string' && UUID.test(area) ? { area } : {}),
  };
}
