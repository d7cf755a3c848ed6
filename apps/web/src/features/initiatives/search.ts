/** Which initiative is being corrected; stands in the address. */
export interface InitiativeSearch {
  readonly code?: string | undefined;
}

/** Reads the address; what nobody understands is left out. */
export function initiativeSearch(search: Record<string, unknown>): InitiativeSearch {
  return typeof search['code'] === 'string' && search['code'] !== '' ? { code: search['code'] } : {};
}
