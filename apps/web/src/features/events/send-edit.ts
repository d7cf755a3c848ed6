import { ifMatch, patchEvent, type EventDetail, type UpdateEventRequest } from '@yoriai/api-client';

/** Sends an edit on the version that was seen. */
export function sendEdit(id: string): (patch: UpdateEventRequest, version: number) => Promise<EventDetail> {
  return (patch, version) => patchEvent(id, patch, { headers: ifMatch(version) });
}
