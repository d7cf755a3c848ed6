import { jstDate, type DateOnly } from '@yoriai/platform';
import type { ActivityField } from '../event/event.entity.js';
import type { EventState } from '../event/event.rules.js';
import { isMeantFor, type Audience, type Meant } from '../public-event/audience.rules.js';

/** When a notice stands, and beside which events. Empty lists: whatever the event's is. */
export interface Reach {
  readonly fromDay: DateOnly;
  readonly untilDay: DateOnly;
  readonly endedAt: Date | null;
  readonly audiences: readonly Audience[];
  /** Slugs of areas. */
  readonly areas: readonly string[];
  readonly fields: readonly ActivityField[];
}

/** What a notice asks about an event, as everybody sees it. */
export interface Reached extends Meant {
  readonly state: EventState;
  readonly byInvitation: boolean;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly field: ActivityField | null;
  readonly organisation: { readonly areaSlug: string | null };
}

/** Notices that stand beside one event at most. */
export const MOST_BESIDE = 3;

/** Whether anything may stand beside an event: it is for everybody, is held, and is not over. */
export const takesNotices = ({ state, byInvitation, endsAt }: Reached, now: Date): boolean => state === 'published' && !byInvitation && new Date(endsAt) > now;

/** Whether a notice stands beside an event now: today, and a day on which it takes place, are days of the notice. Whom an event is for, it says as it does to those who look for one. */
export function standsBeside(notice: Reach, event: Reached, now: Date): boolean {
  const lasts = (first: DateOnly, last: DateOnly): boolean => notice.fromDay <= last && first <= notice.untilDay;
  const today = jstDate(now);
  return (
    takesNotices(event, now) &&
    notice.endedAt === null &&
    lasts(today, today) &&
    lasts(jstDate(new Date(event.startsAt)), jstDate(new Date(event.endsAt))) &&
    (notice.audiences.length === 0 || notice.audiences.some((each) => isMeantFor(event, each))) &&
    among(notice.areas, event.organisation.areaSlug) &&
    among(notice.fields, event.field)
  );
}

const among = <T>(wanted: readonly T[], own: T | null): boolean => wanted.length === 0 || (own !== null && wanted.includes(own));
