import type { EventChecklistItem, EventDetail } from '@yoriai/api-client';

/** What was settled with others, whether or not they have heard since that it is off; the host's own looks are nobody else's. */
export function withOthers({ checklist }: Pick<EventDetail, 'checklist'>): EventChecklistItem[] {
  return checklist.filter(({ state, always }) => !always && (state === 'confirmed' || state === 'reported' || state === 'withdrawn'));
}
