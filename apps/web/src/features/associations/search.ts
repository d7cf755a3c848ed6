/** Which organisation is shown; stands in the address. */
export interface OrgSearch {
  readonly id?: string | undefined;
}

/** Reads the address; what nobody understands is left out. */
export function orgSearch(search: Record<string, unknown>): OrgSearch {
  return typeof search['id'] === 'string' && /^[0-9a-f-]{36}$/i.test(search['id']) ? { id: search['id'] } : {};
}
