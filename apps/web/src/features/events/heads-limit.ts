import type { EventFrame } from '@yoriai/api-client';
import { t } from '../../i18n.js';
import { wholeNumber } from './numbers.js';

/** What a host reads who writes more people than one application of these places takes: the number, and not to telephone themselves. Nothing where it is no number, or within. */
export function tooManyHeads(heads: string, frame: Pick<EventFrame, 'perApplicationMax' | 'capacity'> | undefined): Record<string, string> {
  if (frame === undefined) return {};
  const count = Math.min(frame.perApplicationMax, frame.capacity ?? Infinity);
  return (wholeNumber(heads) ?? 0) > count ? { heads: t('app.people.heads.most', { count }) } : {};
}
