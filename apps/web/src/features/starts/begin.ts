import type { CreateEventRequest, StartLine, StartTask } from '@yoriai/api-client';
import { instantOf } from '../../app/jst.js';
import { lastDay, placeInMonth, weekdayOf } from '../events/repeats.js';

/** From when to when one holds it who said no more than this. */
const HOURS: Readonly<Record<StartLine['hours'], readonly [string, string]>> = {
  morning: ['10:00', '11:00'],
  afternoon: ['14:00', '15:00'],
  evening: ['18:00', '19:00'],
  any: ['10:00', '11:00'],
};

/** Where and when the series of a request would be, to be gone over by its host: the exercise by the week, the others by the month. */
export function beginContent({ programme, venue, place, weekdays, hours, firstDay }: Pick<StartLine, 'programme' | 'venue' | 'place' | 'weekdays' | 'hours' | 'firstDay'>): Pick<CreateEventRequest, 'startsAt' | 'endsAt' | 'venues' | 'placeName' | 'repeats'> {
  const [from, to] = HOURS[hours];
  const weekly = programme === 'exercise';
  return {
    startsAt: instantOf(firstDay, from),
    endsAt: instantOf(firstDay, to),
    ...(venue === null ? {} : { venues: [venue] }),
    placeName: [venue, place].filter(Boolean).join(' ').slice(0, 60) || null,
    repeats: {
      every: weekly ? 'week' : 'month',
      interval: 1,
      weekdays: weekly && weekdays.length > 0 ? [...weekdays] : [weekdayOf(firstDay)],
      nth: weekly ? [] : [placeInMonth(firstDay)],
      until: lastDay(firstDay),
      skipHolidays: true,
      schoolDays: false,
    },
  };
}

/** How many of what waits for me want an answer: the others are to be told by telephone, or to be begun. */
export const unanswered = (tasks: readonly Pick<StartTask, 'kind'>[]): number => tasks.filter(({ kind }) => kind === 'answer').length;
