import { agesWords, needName } from '@yoriai/ui';
import { t } from '../../i18n.js';
import { asksIn, NO_NEEDS } from './asks.js';
import { hasTotal, NEW_FRAME } from './rows.js';
import type { Values } from './values.js';

/** The boxes of a frame that always stand open; the others are folded behind {@link restWords}. */
const FRONT = ['name', 'method', 'capacity', 'opensAt', 'closing', 'closesAt', 'answersBy'];

/** How many one application may bring, until somebody says otherwise: a family, or a club. */
const USUAL_MOST: Readonly<Record<string, string>> = { participant: NEW_FRAME['max'] ?? '', group: '20' };
/** What a frame for groups is called until it has a name. */
const GROUP_NAME = '団体';

/** A new frame. Only the first has a name to begin with: two of one name could not be told apart by who applies. */
export const newFrame = (before: number): Record<string, string> => (before === 0 ? NEW_FRAME : { ...NEW_FRAME, name: '' });

/** The boxes when a frame is for people or for groups. A name and a number that nobody wrote come and go with it. */
export function withKind(values: Values, at: string, kind: string): Values {
  const { [`${at}.name`]: name = '', [`${at}.max`]: max = '', [`${at}.kind`]: was = 'participant' } = values;
  const called = kind === 'group' && name.trim() === '' ? GROUP_NAME : kind !== 'group' && name === GROUP_NAME ? '' : name;
  return { ...values, [`${at}.kind`]: kind, [`${at}.name`]: called, [`${at}.max`]: max === USUAL_MOST[was] ? (USUAL_MOST[kind] ?? max) : max };
}

/** Is one of the folded boxes of a frame to be put right? */
export function restIsWrong(errors: Readonly<Record<string, string>>, at: string): boolean {
  return Object.keys(errors).some((box) => box.startsWith(`${at}.`) && !FRONT.includes(box.slice(at.length + 1)));
}

/** What is folded away of a frame, in words: who applies, how many at once and of which age, and all that differs from what is usual. */
export function restWords(values: Values, at: string): string[] {
  const row = Object.fromEntries(Object.entries(values).flatMap(([box, value]) => (box.startsWith(`${at}.`) ? [[box.slice(at.length + 1), value]] : [])));
  const { kind, max, companions, queue, perAdult, needs = NO_NEEDS, outside } = row;
  const asks = asksIn(row, (box) => box, {});
  const questions = asks.questions?.length ?? 0;
  const said = (on: boolean | undefined, words: () => string): string[] => (on ? [words()] : []);
  return [
    t(kind === 'group' || kind === 'volunteer' || kind === 'exhibitor' ? `events.frame.kind.${kind}` : 'app.frame.kind.participant'),
    ...said(max?.trim() !== '', () => t('app.frame.max', { max: max ?? '' })),
    asks.ages ? agesWords(t, { by: asks.ages.by, from: asks.ages.from ?? null, to: asks.ages.to ?? null }) : t('app.frame.ages.none'),
    ...said(max !== '1' && !asks.ages && companions === 'names', () => t('app.frame.companions.names')),
    ...said(max !== '1' && queue === 'who-fits', () => t('app.frame.rest.who-fits')),
    ...said(asks.guardian, () => t('app.frame.rest.guardian')),
    ...said(asks.photos, () => t('app.frame.photos')),
    ...said(asks.fixed, () => t('app.frame.fixed.words')),
    ...said(Boolean(perAdult?.trim()), () => t('app.frame.per-adult.words', { count: perAdult ?? '' })),
    ...said(needs !== NO_NEEDS && needs !== '', () => t('app.frame.asks-needs', { needs: (asks.needs ?? []).map((need) => needName(t, need)).join('・') })),
    ...said(questions > 0, () => t('app.frame.rest.questions', { count: questions })),
    ...said(hasTotal(values) && outside === 'yes', () => t('app.frame.outside')),
  ].filter((words) => words !== '');
}
