import type { Translate } from '../texts/translate.js';
import { dateTime, type Moment } from './dates.js';
import { partsOf } from './moment.js';

/** Where and when something takes place if it rains; a place of null is the same one. */
export interface RainDateSaid {
  readonly startsAt: Moment;
  readonly placeName?: string | null;
}

/** 雨のときは11月8日(日) 10時から; the place where it is another one. */
export function rainDateWords(t: Translate, { startsAt, placeName }: RainDateSaid): string {
  const when = dateTime(t, startsAt);
  return placeName ? t('weather.rain-date.there', { when, place: placeName }) : t('weather.rain-date', { when });
}

/** The months for which the ministry of the environment tells the heat index, from the end of April to the end of October (要確認): outside of them none is forecast. */
const HEAT_MONTHS = { first: 4, last: 10 } as const;

function isHot(at: Moment): boolean {
  const { month } = partsOf(at);
  return month >= HEAT_MONTHS.first && month <= HEAT_MONTHS.last;
}

/** What is said of the weather around an event. */
export interface WeatherSaid {
  readonly startsAt: Moment | null;
  readonly rainDate?: RainDateSaid | null | undefined;
  readonly heatLimit?: 28 | 31 | 33 | null | undefined;
}

/** What people are told of the weather besides the rule for rain, a line each: another day, and from which heat on it is off, where the day or the day for rain can be hot. */
export function weatherWords(t: Translate, { startsAt, rainDate, heatLimit }: WeatherSaid): string[] {
  const hot = [startsAt, rainDate?.startsAt].some((at) => at !== null && at !== undefined && isHot(at));
  return [...(rainDate ? [rainDateWords(t, rainDate)] : []), ...(heatLimit && hot ? [t(`weather.heat.${heatLimit}`)] : [])];
}
