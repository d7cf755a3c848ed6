import { anEvent, type Builds, type Cast } from '../an-event.builder.js';
import type { CreateEventRequest } from '../event/event-draft.dto.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventChangeDrafts } from '../event/event-change-drafts.service.js';
import type { ChangeEventRequest } from '../event/event-draft.dto.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventQueries } from '../event/event-queries.service.js';
import type { SeriesDate, SeriesDetail } from './series.dto.js';
import { SeriesDesk } from './series.service.js';

/** Every Tuesday until the end of the fiscal year, not on holidays. */
export const TUESDAYS = { every: 'week' as const, interval: 1, weekdays: [2], nth: [], until: '2027-03-31', skipHolidays: true, schoolDays: false };

/** いきいき百歳体操, Tuesdays from 1 December 2026 on, 10:00 to 11:00, with a frame and a duty; what the ward decides on. */
export function aGymnastics(given: Partial<CreateEventRequest> = {}): Partial<CreateEventRequest> {
  return {
    title: 'いきいき百歳体操',
    kana: 'いきいきひゃくさいたいそう',
    category: 'sports',
    field: 'kenkou',
    placeName: '靱会館',
    startsAt: '2026-12-01T10:00:00+09:00',
    endsAt: '2026-12-01T11:00:00+09:00',
    rainPolicy: 'indoors',
    rainDecisionAt: null,
    frames: [{ name: '体操', capacity: 20, perApplicationMax: 2 }],
    duties: [{ duty: '会場の準備', people: 2, startsAt: '2026-12-01T09:30:00+09:00', endsAt: '2026-12-01T10:00:00+09:00' }],
    repeats: TUESDAYS,
    ...given,
  };
}

/** The series as its first date was published; the clock of the test stands before 1 December 2026. */
export async function aSeries(builds: Builds, cast: Cast, given: Partial<CreateEventRequest> = {}): Promise<SeriesDetail> {
  const first = await anEvent(builds, cast, 'published', aGymnastics(given));
  return builds.get(SeriesDesk).detail(cast.leader, first.series!.id);
}

/** The date of a series; fails where there is none. */
export function dateOf(series: SeriesDetail, date: string): SeriesDate {
  const found = series.dates.find((each) => each.date === date);
  if (!found) throw new Error(`${date} is no date of the series`);
  return found;
}

/** The days on which there is an event, with its state unless it is public. */
export const heldOn = (series: SeriesDetail): string[] => series.dates.flatMap(({ date, event }) => (event ? [event.state === 'published' ? date : `${date} ${event.state}`] : []));

/** Writes a change on a date and hands it in; the ward approves it where it has to. */
export async function changed(builds: Builds, cast: Cast, series: SeriesDetail, date: string, request: ChangeEventRequest): Promise<EventDetail> {
  const { id } = dateOf(series, date).event!;
  const { version } = await builds.get(EventQueries).detail(cast.leader, id);
  await builds.get(EventChangeDrafts).update(cast.leader, id, request, `"${version}"`);
  const handedIn = await builds.get(EventApprovals).submit(cast.leader, id);
  if (handedIn.changeState !== 'pending') return handedIn;
  return builds.get(EventApprovals).approve(cast.approver, id, { revision: handedIn.approval!.revision });
}
