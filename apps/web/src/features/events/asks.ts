import type { EventFrame } from '@yoriai/api-client';
import { wholeNumber } from './numbers.js';

type Asks = EventFrame['asks'];
type Row = Readonly<Record<string, string>>;

/** The boxes of a row in which nothing is asked. */
export const NO_ASKS: Record<string, string> = { agesBy: '', agesFrom: '', agesTo: '' };

/** What a frame asks, as boxes of its row. */
export function askBoxes({ ages }: Asks): Record<string, string> {
  const text = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
  return { agesBy: ages?.by ?? '', agesFrom: text(ages?.from), agesTo: text(ages?.to) };
}

/** Reads the boxes of a row; what can't be taken stands in `errors` under the name of its box. */
export function asksIn(row: Row, at: (box: string) => string, errors: Record<string, string>): Asks {
  return { ages: agesIn(row, at, errors) };
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
