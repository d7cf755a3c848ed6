import type { Translate } from '../texts/translate.js';
import { daysBetween, shortDate } from './dates.js';

/** 主催者が11月20日(金)までにお返事します。 Where no day was said, or it is over, only that the host answers. */
export function answersByWords(t: Translate, by: string | null, now: Date): string {
  return by === null || daysBetween(now, by) < 0 ? t('choice.soon') : t('choice.by', { day: shortDate(t, by) });
}
