import { addDays, jstDate, type DateOnly } from '@yoriai/platform';
import type { ChangeState } from '../event/event.rules.js';
import type { SnapshotOrganisation } from '../revision/snapshot.js';
import { DAYS_AHEAD } from './repeats.rules.js';
import { isEmpty } from './series-plan.rules.js';
import type { DateOff, SeriesDate, SeriesDetail } from './series.dto.js';
import type { SeriesEntity } from './series.entity.js';
import type { SeriesDateRow } from './series.repository.js';

/** Everything that an answer about a series says. */
export interface SeriesFactsToTell {
  series: SeriesEntity;
  standing: readonly SeriesDateRow[];
  ruled: readonly { date: DateOnly; off: DateOff | null }[];
  organisation: SnapshotOrganisation;
  /** May the one who asks change it? */
  verdict: true | string;
  /** Do they lead its events, and so know by name who comes? */
  leads: boolean;
  now: Date;
}

/** The first day of the list: as far back as it goes ahead. */
export const firstListed = (now: Date): DateOnly => addDays(jstDate(now), -DAYS_AHEAD);

/** The last day of the list: eight weeks ahead, or the last date that stands. */
export const lastListed = (standing: readonly SeriesDateRow[], now: Date): DateOnly =>
  standing.reduce((last, { date }) => (date > last ? date : last), addDays(jstDate(now), DAYS_AHEAD));

/** The series with its dates: those of the rule, and those that stand beside it. */
export function toSeriesDetail({ series, standing, ruled, organisation, verdict, leads, now }: SeriesFactsToTell): SeriesDetail {
  const { id, template, repeats, startedOn, endedOn } = series;
  const today = jstDate(now);
  const events = new Map(standing.map((row) => [row.date, row]));
  const byRule = new Map(ruled.map(({ date, off }) => [date, off]));
  // A past date that does not stand was before the rule, or left out: nothing to tell any more.
  const dates = [...new Set([...events.keys(), ...[...byRule.keys()].filter((date) => date > today)])].sort();
  const over = repeats.until <= today || (endedOn !== null && endedOn <= today);
  return {
    ...{ id, repeats, startedOn },
    title: template.title,
    organisation: { id: organisation.id, name: organisation.name, areaId: organisation.areaId, areaName: organisation.areaName },
    lastOn: endedOn && addDays(endedOn, -1),
    dates: dates.map((date) => toDate(date, events.get(date), { ruled: byRule.has(date), off: byRule.get(date) ?? null }, { verdict, today, from: series.ruleFrom })),
    can: { change: verdict, end: verdict !== true ? verdict : over ? 'series.over' : true, seeStreaks: leads ? true : 'attendance.not-yours' },
  };
}

function toDate(date: DateOnly, row: SeriesDateRow | undefined, { ruled, off }: { ruled: boolean; off: DateOff | null }, about: { verdict: true | string; today: DateOnly; from: DateOnly }): SeriesDate {
  const { verdict, today, from } = about;
  const skippable = row ? isEmpty(row) : off === null;
  return {
    date,
    // What was before the rule of now was of the one before it.
    byRule: (ruled && off === null) || date < from || date <= today,
    off: row && off !== 'skipped' && off !== 'place-taken' ? null : off,
    event: row ? toEvent(row) : null,
    can: {
      skip: verdict !== true ? verdict : date <= today ? 'series.no-such-date' : skippable ? true : 'series.date-not-empty',
      restore: verdict !== true ? verdict : off === 'skipped' || off === 'place-taken' ? true : 'series.date-not-skipped',
    },
  };
}

function toEvent({ eventId: id, slug, state, changeState, startsAt, endsAt, placesTaken, applies, people, overridden }: SeriesDateRow): SeriesDate['event'] {
  const change = changeState as ChangeState | null;
  return { id, slug, state, changeState: change, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), placesTaken, applies, people, overridden: [...overridden] };
}
