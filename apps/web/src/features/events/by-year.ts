import { jstOf } from '../../app/jst.js';

/** Events of one year (in Japan) that follow one another in the list; `year` is a day of it where it has to be said, null for this year at the top. */
export interface YearOfEvents<Line> {
  readonly year: string | null;
  /** Whether what is over begins here; the list goes from what comes next to what was last. */
  readonly over: boolean;
  readonly items: readonly Line[];
}

/** Divides a list where the year changes, `5月3日` alone says nothing of last year's, and where what is over begins, which says its year too. Those without a day are left out. */
export function byYear<Line extends { readonly startsAt: string | null; readonly endsAt: string | null }>(lines: readonly Line[], now: Date): YearOfEvents<Line>[] {
  const today = jstOf(now).date;
  const parts: { year: string | null; of: string; past: boolean; over: boolean; items: Line[] }[] = [];
  for (const line of lines) {
    if (line.startsAt === null) continue;
    const of = jstOf(line.startsAt).date.slice(0, 4);
    const last = parts.at(-1);
    const past = jstOf(line.endsAt ?? line.startsAt).date < today;
    if (last?.of === of && last.past === past) last.items.push(line);
    else parts.push({ of, past, over: past && !last?.past, year: !last && !past && of === today.slice(0, 4) ? null : line.startsAt, items: [line] });
  }
  return parts.map(({ year, over, items }) => ({ year, over, items }));
}
