import type { Translate } from '../texts/translate.js';

/** Until when names are kept that stay for so many whole fiscal years after the one of an event or a duty: 「次の年度の終わりまで」. */
export function keptUntil(t: Translate, years: number): string {
  if (years === 0) return t('retention.until.same');
  return years === 1 ? t('retention.until.next') : t('retention.until.later', { years });
}
