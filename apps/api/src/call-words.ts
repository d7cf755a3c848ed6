import type { CallSheetLine } from '@yoriai/notifications';
import { dateAndRange, dateTime, reasonIn, type Moment, type Translate } from '@yoriai/ui';

/** What a call is about, of an event. */
export interface CalledAbout {
  startsAt: Moment | null;
  endsAt: Moment | null;
  placeName: string | null;
  /** Why it is off, where it is and somebody said so. */
  because?: string | null | undefined;
}

/** Why, as a sentence of its own; nothing where nobody said why. */
const becauseOf = (t: Translate, reason: string): string => (reason === '' ? '' : t('notifications.call.because', { reason: reasonIn(t, reason).replace(/[。.]\s*$/u, '') }));

/** What to tell somebody whom this letter did not reach: one sentence, the same on the screen and on paper. */
export function sayOf(t: Translate, letter: CallSheetLine['letters'][number], event: CalledAbout): string {
  const key = `notifications.call.${letter.kind}`;
  const when = event.startsAt ? dateAndRange(t, event.startsAt, event.endsAt) : '';
  const { heads, until, outcome, words, dropped } = letter.params;
  const result = `notifications.call.outcome.${String(outcome)}`;
  if (t.has(result)) return t(result);
  // A letter of before these were kept says the rest.
  const kept = typeof heads === 'number' && typeof until === 'string' ? `${t('notifications.call.kept-until', { count: heads, until: dateTime(t, until) })}${t.lang === 'ja' ? '' : ' '}` : '';
  const said = (param: unknown): string => (typeof param === 'string' ? param : '');
  const why = becauseOf(t, event.because ?? '');
  const off = Array.isArray(dropped) && dropped.length > 0 ? `${t.lang === 'en' ? ' ' : ''}${t('weather.reduce.off.list', { items: dropped.map(String).join(t('weather.and')) })}` : '';
  return kept + (t.has(key) ? t(key, { when, where: event.placeName ?? '', why, reason: reasonIn(t, said(letter.params['reason'])), because: becauseOf(t, said(letter.params['reason'])), words: said(words) }) + off : letter.kind);
}

/** All of it: whoever is asked for a guardian's consent because the event was put off hears first that it was; what a host wrote stands in no other letter, so that it is said besides a newer one. */
export function sayAll(t: Translate, letters: CallSheetLine['letters'], event: CalledAbout): string {
  const [newest, ...older] = letters;
  if (!newest) return '';
  const putOff = newest.kind.startsWith('consent-') ? older.find(({ kind }) => kind === 'event-postponed') : undefined;
  const written = older.filter(({ kind }) => kind === 'event-message' || kind === 'guardian-message');
  return [...(putOff ? [putOff] : []), newest, ...written].map((letter) => sayOf(t, letter, event)).join(t.lang === 'ja' ? '' : ' ');
}

/** The applications about which they are asked まだ来られますか; none where nothing was put off, or all was said. */
export function askedOf(letters: CallSheetLine['letters']): string[] {
  return letters.filter(({ kind }) => kind === 'event-postponed').flatMap(({ params: { applicationIds: ids } }) => (Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []));
}
