/** Which notice is being changed; stands in the address. */
export interface NoticeSearch {
  readonly id?: string | undefined;
}

/** Reads the address; what nobody understands is left out. */
export function noticeSearch(search: Record<string, unknown>): NoticeSearch {
  return typeof search['id'] === 'string' && search['id'] !== '' ? { id: search['id'] } : {};
}
