/** Which place is being changed; stands in the address. */
export interface VenueSearch {
  readonly name?: string | undefined;
}

/** Reads the address; what nobody understands is left out. */
export function venueSearch(search: Record<string, unknown>): VenueSearch {
  return typeof search['name'] === 'string' && search['name'] !== '' ? { name: search['name'] } : {};
}
