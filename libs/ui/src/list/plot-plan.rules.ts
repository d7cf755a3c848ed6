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

/** A call for stalls with the stalls that answered it, as far as a plan needs them. */
export interface PlottedCall {
  readonly call: { readonly plots: readonly { readonly code: string; readonly venue: string | null }[] } | null;
  readonly stalls: readonly { readonly state: string; readonly plot: string | null; readonly name: string; readonly kind: string; readonly foodBy: unknown; readonly extinguishers: number }[];
}

/** The plots of a call with the stalls that were accepted on them, marked for food and fire. */
export function plottedIn({ call, stalls }: PlottedCall): Plot[] {
  const placed = new Map(stalls.flatMap((stall) => (stall.state === 'accepted' && stall.plot !== null ? [[stall.plot, stall] as const] : [])));
  return (call?.plots ?? []).map(({ code, venue }) => {
    const stall = placed.get(code);
    return { code, venue, stall: stall === undefined ? null : { name: stall.name, food: stall.kind === 'food' || stall.foodBy !== null, fire: stall.extinguishers > 0 } };
  });
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
