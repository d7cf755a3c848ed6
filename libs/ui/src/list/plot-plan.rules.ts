/** A stall on its plot, or a plot that is free. */
export interface Plot {
  /** `A-1`: letters, then a number. */
  readonly code: string;
  readonly venue: string | null;
  readonly stall: PlottedStall | null;
}

/** What the plan says of a stall. */
export interface PlottedStall {
  readonly name: string;
  readonly food: boolean;
  readonly fire: boolean;
}

/** Some of the numbers of a venue, side by side; `null` where there is no such plot. */
export interface PlanBand {
  readonly numbers: readonly number[];
  readonly rows: readonly { readonly letter: string; readonly plots: readonly (Plot | null)[] }[];
}

/** The plan of one venue. */
export interface VenuePlan {
  readonly venue: string | null;
  readonly bands: readonly PlanBand[];
}

/**
 * Plots as a plan: for each venue, in the order in which they come, a row for each letter and a column for each number
 * from the first to the last; at most `across` columns side by side, then the next numbers below.
 */
export function planOf(plots: readonly Plot[], across: number): VenuePlan[] {
  const venues = [...new Set(plots.map(({ venue }) => venue))];
  return venues.map((venue) => ({ venue, bands: bandsOf(plots.filter((plot) => plot.venue === venue), across) }));
}

const letterOf = ({ code }: Plot): string => code.split('-')[0] ?? '';
const numberOf = ({ code }: Plot): number => Number(code.split('-')[1]);

function bandsOf(plots: readonly Plot[], across: number): PlanBand[] {
  const byCode = new Map(plots.map((plot) => [plot.code, plot]));
  const letters = [...new Set(plots.map(letterOf))].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const first = Math.min(...plots.map(numberOf));
  const last = Math.max(...plots.map(numberOf));
  const bands: PlanBand[] = [];
  for (let from = first; from <= last; from += across) {
    const numbers = Array.from({ length: Math.min(across, last - from + 1) }, (_, index) => from + index);
    const rows = letters.map((letter) => ({ letter, plots: numbers.map((number) => byCode.get(`${letter}-${number}`) ?? null) }));
    // Letters without a plot among these numbers are no row of this part.
    const filled = rows.filter((row) => row.plots.some((plot) => plot !== null));
    if (filled.length > 0) bands.push({ numbers, rows: filled });
  }
  return bands;
}
