import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import { CHOSEN, COUNTED_STATES, parameters, type ParticipationFilter } from './participation.repository.js';
import { LEAD_WEEKS, type DutyFill } from './duty-fill.rules.js';

const at = (weeks: number): string => `shift.starts_at - interval '${weeks} weeks'`;
const takenAt = (weeks: number): string => `count(*) filter (where taken_at <= ${at(weeks)} and (ended_at is null or ended_at > ${at(weeks)}))`;

/** Duties that have begun, by their name: how many of their places were taken so many weeks before. A place that was given back later counts while it was taken. */
export const DUTY_FILL = `
  with chosen as materialized (select id from events.event where state in (${COUNTED_STATES}) and ${CHOSEN})
  select shift.duty, count(distinct shift.event_id)::int as events, sum(shift.capacity)::int as places,
    array[${LEAD_WEEKS.map((_, index) => `sum(taken.w${index})::int`).join(', ')}] as taken
  from chosen
  join rosters.shift shift on shift.event_id = chosen.id and shift.state = 'open' and shift.starts_at <= $6
  cross join lateral (
    select ${LEAD_WEEKS.map((weeks, index) => `${takenAt(weeks)} as w${index}`).join(', ')} from rosters.assignment where shift_id = shift.id) taken
  group by shift.duty`;

/** SQL of how duties filled. */
@Injectable()
export class DutyFillRepository {
  byDuty(tx: Tx, filter: ParticipationFilter, now: Date): Promise<DutyFill[]> {
    return rows<DutyFill>(tx, DUTY_FILL, [...parameters(filter), now]);
  }
}
