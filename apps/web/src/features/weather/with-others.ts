import type { EventChecklistItem, EventDetail } from '@yoriai/api-client';
import { isHandedIn } from '../approvals/checklist-words.js';

/** What was settled with others, whether or not they have heard since that it is off; the host's own looks are nobody else's. */
export function withOthers({ checklist }: Pick<EventDetail, 'checklist'>): EventChecklistItem[] {
  return checklist.filter(({ state, always }) => !always && (state === 'confirmed' || state === 'reported' || state === 'withdrawn'));
}

/** Who is to hear that it is off: those, and where it was handed in before and is open again. */
export function toHearOfIt({ checklist }: Pick<EventDetail, 'checklist'>): EventChecklistItem[] {
  return checklist.filter((item) => withOthers({ checklist: [item] }).length > 0 || (!item.always && isHandedIn(item)));
}
