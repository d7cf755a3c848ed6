import type { CallSheetLine } from '@yoriai/notifications';
import { dateAndRange, dateTime, type Moment, type Translate } from '@yoriai/ui';

/** What a call is about, of an event. */
export interface CalledAbout {
  startsAt: Moment | null;
  endsAt: Moment | null;
  placeName: string | null;
}

/** What to tell somebody whom this letter did not reach: one sentence, the same on the screen and on paper. */
export function sayOf(t: Translate, letter: CallSheetLine['letters'][number], event: CalledAbout): string {
  const key = `notifications.call.${letter.kind}`;
  const when = event.startsAt ? dateAndRange(t, event.startsAt, event.endsAt) : '';
  const { heads, until, outcome } = letter.params;
  const result = `notifications.call.outcome.${String(outcome)}`;
  if (t.has(result)) return t(result);
  // A letter of before these were kept says the rest.
  const kept = typeof heads === 'number' && typeof until === 'string' ? `${t('notifications.call.kept-until', { count: heads, until: dateTime(t, until) })}${t.lang === 'ja' ? '' : ' '}` : '';
  return kept + (t.has(key) ? t(key, { when, where: event.placeName ?? '' }) : letter.kind);
}
