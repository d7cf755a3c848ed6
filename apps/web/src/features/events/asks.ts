import type { EventFrame, FrameDraft } from '@yoriai/api-client';
import { wholeNumber } from './numbers.js';

type Asks = EventFrame['asks'];
type AsksDraft = NonNullable<FrameDraft['asks']>;
type Question = Asks['questions'][number];
type Row = Readonly<Record<string, string>>;

/** Questions of one frame, at most. */
export const MOST_QUESTIONS = 3;
/** What somebody may need. */
export const NEEDS = ['sign-language', 'writing', 'wheelchair', 'childcare', 'allergy'] as const;
/** Nothing is asked about needs. */
export const NO_NEEDS = 'none';

/** The boxes of a row in which nothing is asked. */
export const NO_ASKS: Record<string, string> = { agesBy: '', agesFrom: '', agesTo: '', needs: NO_NEEDS, questions: '0', guardian: '', photos: '', fixed: '', perAdult: '' };

/** What a frame asks, as boxes of its row. */
export function askBoxes({ ages, questions, needs, guardian, photos, fixed, perAdult }: Asks): Record<string, string> {
  const text = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
  const asked = questions.flatMap(({ key, kind, label, required, choices }, index) => {
    const boxes = { key, kind, label, required: required ? 'yes' : '', choices: choices.join('\n') };
    return Object.entries(boxes).map(([box, value]) => [`q${index}-${box}`, value] as const);
  });
  return { agesBy: ages?.by ?? '', agesFrom: text(ages?.from), agesTo: text(ages?.to), needs: needs.join(' ') || NO_NEEDS, questions: String(questions.length), guardian: guardian ? 'yes' : '', photos: photos ? 'yes' : '', fixed: fixed ? 'yes' : '', perAdult: text(perAdult), ...Object.fromEntries(asked) };
}

/** Reads the boxes of a row; what can't be taken stands in `errors` under the name of its box. */
export function asksIn(row: Row, at: (box: string) => string, errors: Record<string, string>): AsksDraft {
  const needs = (row['needs'] ?? '').split(' ');
  return { ages: agesIn(row, at, errors), questions: questionsIn(row, at, errors), needs: NEEDS.filter((need) => needs.includes(need)), guardian: row['guardian'] === 'yes', photos: row['photos'] === 'yes', fixed: row['fixed'] === 'yes', perAdult: perAdultIn(row, at, errors) };
}

/** So many for one adult; empty states none. */
function perAdultIn(row: Row, at: (box: string) => string, errors: Record<string, string>): number | null {
  const read = wholeNumber(row['perAdult']);
  if (read === null || read === 0 || (read ?? 1) > 50) errors[at('perAdult')] = 'app.number';
  return read ?? null;
}

function agesIn(row: Row, at: (box: string) => string, errors: Record<string, string>): Asks['ages'] {
  const by = row['agesBy'];
  if (by !== 'age' && by !== 'grade') return null;
  const end = (box: 'agesFrom' | 'agesTo'): number | null => {
    const read = wholeNumber(row[box]);
    if (read === null) errors[at(box)] = 'app.number';
    return read ?? null;
  };
  const [from, to] = [end('agesFrom'), end('agesTo')];
  if (from === null && to === null) errors[at('agesFrom')] ??= 'event.ages-range';
  if (from !== null && to !== null && to < from) errors[at('agesTo')] = 'event.ages-order';
  return { by, from, to };
}

/** A question without words is none. */
function questionsIn(row: Row, at: (box: string) => string, errors: Record<string, string>): NonNullable<AsksDraft['questions']> {
  const count = Math.min(Number(row['questions'] ?? '0'), MOST_QUESTIONS);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const of = (box: string): string => row[`q${index}-${box}`]?.trim() ?? '';
    if (of('label') === '') return [];
    const kind = (of('kind') || 'text') as Question['kind'];
    const choices = kind === 'choice' ? of('choices').split('\n').map((each) => each.trim()).filter((each) => each !== '') : [];
    if (kind === 'choice' && (choices.length < 2 || new Set(choices).size < choices.length)) errors[at(`q${index}-choices`)] = 'event.question-choices';
    const key = of('key');
    return [{ ...(key === '' ? {} : { key }), kind, label: of('label'), required: of('required') === 'yes', choices }];
  });
}
