import { localInstant } from '../../app/jst.js';

/** Why an event can not be published at the hour in the box, as a refusal code, before anything is asked; nothing where it can. */
export function wrongHour(local: string, now: Date): 'app.date' | 'event.publish-past' | undefined {
  const at = localInstant(local);
  if (at === undefined) return 'app.date';
  return Date.parse(at) <= now.getTime() ? 'event.publish-past' : undefined;
}
