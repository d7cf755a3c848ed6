import type { Translate } from '../texts/translate.js';
import { dateTime, type Moment } from './dates.js';

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

/** What people are told of the weather besides the rule for rain, a line each: another day, and from which heat on it is off. */
export function weatherWords(t: Translate, { rainDate, heatLimit }: { readonly rainDate?: RainDateSaid | null | undefined; readonly heatLimit?: 28 | 31 | 33 | null | undefined }): string[] {
  return [...(rainDate ? [rainDateWords(t, rainDate)] : []), ...(heatLimit ? [t(`weather.heat.${heatLimit}`)] : [])];
}
