import type { EventDetail } from '@yoriai/api-client';
import type { TextKey } from '@yoriai/ui';

/** Who gets the handouts: whoever sees the page, once there is one; nobody any more where the event is off. */
export function leadOf({ state, publicRevision }: Pick<EventDetail, 'state' | 'publicRevision'>): TextKey {
  if (state === 'cancelled') return 'handout.lead.off';
  return publicRevision === null ? 'handout.lead.before' : 'handout.lead';
}
