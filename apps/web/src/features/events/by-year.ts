import { jstOf } from '../../app/jst.js';

/** Events of one year (in Japan) that follow one another in the list; `year` is a day of it where it has to be said, null for this year at the top. */
export interface YearOfEvents<Line> {
  readonly year: string | null;
  readonly items: readonly Line[];
}

/** Divides a list where the year changes: `5月3日` alone says nothing of last year's. Those without a day are left out. */
export function byYear<Line extends { readonly startsAt: string | null }>(lines: readonly Line[], now: Date): YearOfEvents<Line>[] {
  const parts: { year: string | null; of: string; items: Line[] }[] = [];
  for (const line of lines) {
    if (line.startsAt === null) continue;
    const of = jstOf(line.startsAt).date.slice(0, 4);
    const last = parts.at(-1);
    if (last?.of === of) last.items.push(line);
    else parts.push({ of, year: !last && of === jstOf(now).date.slice(0, 4) ? null : line.startsAt, items: [line] });
  }
  return parts.map(({ year, items }) => ({ year, items }));
}
