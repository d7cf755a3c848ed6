import type { Translate } from '../texts/translate.js';
import { weekdayName } from './repeats.js';

/** When it suits people who would like to begin something: 火曜日・木曜日　午前. `weekdays`: 0 = Sunday; none: any. */
export function startWhen(t: Translate, { weekdays, hours }: { readonly weekdays: readonly number[]; readonly hours: 'morning' | 'afternoon' | 'evening' | 'any' }): string {
  const days = weekdays.length === 0 ? t('start.weekdays.any') : weekdays.map((day) => weekdayName(t, day)).join(t('start.weekdays.or'));
  return `${days}　${t(`start.hours.${hours}`)}`;
}
