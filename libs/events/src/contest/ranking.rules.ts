/** An entry with what each judge gave it: the sum of the points of each sheet. */
export interface Judged {
  number: number;
  sheets: readonly number[];
}

/** 同点の決定: the head judge's order of entries that have the same points, with a sentence. */
export interface TieBreak {
  numbers: number[];
  words: string;
}

/** An entry with its place. */
export interface Placed extends Judged {
  rank: number;
}

const sum = (points: readonly number[]): number => points.reduce((total, each) => total + each, 0);

/** Who has more on average is first; compared as whole numbers, so that a third is a third. */
function apart(a: Judged, b: Judged): number {
  return sum(b.sheets) * a.sheets.length - sum(a.sheets) * b.sheets.length;
}

/** The points of an entry: the average of its sheets, so that a judge who missed one does not count against it. */
export function averageOf({ sheets }: Pick<Judged, 'sheets'>): number {
  return sheets.length === 0 ? 0 : sum(sheets) / sheets.length;
}

/**
 * The order of one division. The higher average is before the lower; the same average is the same rank, and the next rank is
 * left out (1, 2, 2, 4). A tie is broken only by a decision about exactly those who have the same points now: once a later
 * sheet has parted them, or brought another beside them, it says nothing any more. An entry without a sheet (absent) has no rank.
 */
export function ranking(entries: readonly Judged[], ties: readonly TieBreak[] = []): Placed[] {
  const judged = entries.filter(({ sheets }) => sheets.length > 0).sort((a, b) => apart(a, b) || a.number - b.number);
  const placed: Placed[] = [];
  for (let from = 0; from < judged.length; ) {
    const first = judged[from]!;
    const equal = judged.slice(from).filter((each) => apart(first, each) === 0);
    const order = orderOf(equal, ties);
    placed.push(...(order ? order.map((each, nth) => ({ ...each, rank: from + nth + 1 })) : equal.map((each) => ({ ...each, rank: from + 1 }))));
    from += equal.length;
  }
  return placed;
}

/** Entries of one division that have the same points, each such group; nothing decides between them but the head judge. */
export function tiesOf(entries: readonly Judged[]): number[][] {
  const groups = new Map<number, number[]>();
  for (const { rank, number } of ranking(entries)) groups.set(rank, [...(groups.get(rank) ?? []), number]);
  return [...groups.values()].filter((numbers) => numbers.length > 1);
}

function orderOf(equal: readonly Judged[], ties: readonly TieBreak[]): Judged[] | null {
  const decided = ties.find(({ numbers }) => numbers.length > 1 && numbers.length === equal.length && equal.every(({ number }) => numbers.includes(number)));
  return decided ? decided.numbers.flatMap((number) => equal.find((each) => each.number === number) ?? []) : null;
}
