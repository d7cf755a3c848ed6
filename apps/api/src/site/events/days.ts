import { addDays, jstDate, type DateOnly } from '@yoriai/platform';
import { dateRange, monthName, monthOfYear, shortDate, type Translate } from '@yoriai/ui';
import { endOfWeek, monthRange, monthStarts, weekendOf } from './listing-query.js';

/** Days as a list's address names them. */
export interface AskedDays {
  readonly from?: DateOnly;
  readonly to?: DateOnly;
}

/** In words: 11月28日(土)〜11月29日(日), 12月1日(火)から. */
export function whenOf(t: Translate, { from, to }: AskedDays): string {
  if (from && to) return dateRange(t, from, to);
  if (from) return t('site.events.chip.from', { date: shortDate(t, from) });
  return to ? t('site.find.chip.to', { date: shortDate(t, to) }) : '';
}

/** As the one box of a form sends them. */
export const whenValue = ({ from, to }: AskedDays): string => (from || to ? `${from ?? ''}..${to ?? ''}` : '');

/** Days that people ask for, and those in the address. */
export function dayChoices(t: Translate, asked: AskedDays, now: Date): { value: string; label: string }[] {
  const today = jstDate(now);
  const sunday = endOfWeek(today);
  const ranges = [
    { label: t('site.chip.today'), from: today, to: today },
    { label: t('site.chip.weekend'), ...weekendOf(now) },
    { label: t('site.events.next-week', { from: shortDate(t, addDays(sunday, 1)), to: shortDate(t, addDays(sunday, 7)) }), from: addDays(sunday, 1), to: addDays(sunday, 7) },
    ...monthStarts(now, 4).map((first) => ({ label: first.slice(0, 4) === today.slice(0, 4) ? monthName(t, first) : monthOfYear(t, first), ...monthRange(first) })),
  ];
  // On a Sunday today is the weekend.
  const offered = ranges.map(({ label, from, to }) => ({ value: `${from}..${to}`, label })).filter(({ value }, index, all) => all.findIndex((each) => each.value === value) === index);
  const own = whenValue(asked);
  const more = own === '' || offered.some(({ value }) => value === own) ? [] : [{ value: own, label: whenOf(t, asked) }];
  return [{ value: '', label: t('site.find.when.any') }, ...more, ...offered];
}
