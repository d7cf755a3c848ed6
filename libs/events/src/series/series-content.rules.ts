import { isDeepStrictEqual as same } from 'node:util';
import { jstDate, type FieldError } from '@yoriai/platform';
import type { EventEntity } from '../event/event.entity.js';
import type { EventSnapshot } from '../revision/snapshot.js';
import { dayOff } from './days-off.rules.js';
import { datesByRule, wrongInRepeats } from './repeats.rules.js';
import { staysOnItsDay, type Scope } from './series-spread.rules.js';

/** What of the event says where it stands in a series. */
type InSeries = Pick<EventEntity, 'seriesId' | 'repeats'>;

/** What keeps a content from being handed in because of how it is to be repeated. A rule that stands is not asked about again. */
export function missingInRepeats({ seriesId, repeats: standing }: InSeries, { repeats, startsAt }: EventSnapshot, now: Date): FieldError[] {
  if (!repeats || !startsAt || (seriesId !== null && same(standing, repeats))) return [];
  const first = jstDate(new Date(startsAt));
  const wrong = wrongInRepeats(repeats, first, jstDate(now));
  if (wrong.length > 0 || seriesId !== null) return wrong;
  const isDate = datesByRule(repeats, first, first, first).length > 0 && dayOff(first, { ...repeats, schoolDays: false }, []) === null;
  return isDate ? [] : [{ field: 'repeats.weekdays', code: 'series.first-day-off-rule' }];
}

/** What can't be asked for one date, or for several at once. */
export function wrongInScope(event: InSeries, standing: EventSnapshot, after: EventSnapshot, scope: Scope | null): FieldError[] {
  if (event.seriesId === null) return scope === null ? [] : [{ field: 'scope', code: 'series.none' }];
  if (!after.repeats) return [{ field: 'repeats', code: 'series.end-instead' }];
  if (scope !== 'following' && scope !== 'all') return same(standing.repeats, after.repeats) ? [] : [{ field: 'repeats', code: 'series.rule-is-of-more' }];
  return staysOnItsDay(standing, after) ? [] : [{ field: 'startsAt', code: 'series.day-by-rule' }];
}
