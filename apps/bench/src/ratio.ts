/** What one side did in one round: things per second, or seconds or megabytes where less is better. */
export interface Round {
  product: number;
  limit: number;
}

/** A promise of speed: what is compared, and the ratio to reach. */
export interface Goal {
  id: string;
  work: string;
  limit: string;
  unit: string;
  /** `at-least` and `at-most-times`: the product divided by its limit. `at-most`: the product's own figure. */
  kind: 'at-least' | 'at-most-times' | 'at-most';
  target: number;
}

/** A goal with what was measured. */
export interface Finding extends Goal {
  product: number;
  beside: number;
  ratio: number;
  reached: boolean;
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('Nothing was measured.');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** What 95 of 100 stay under. */
export function percentile95(values: readonly number[]): number {
  if (values.length === 0) throw new Error('Nothing was measured.');
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!;
}

/**
 * The verdict over all rounds. The ratio is the median of the rounds' own ratios, not the ratio of two
 * medians: both sides of a round had the same machine at the same moment.
 */
export function findingOf(goal: Goal, rounds: readonly Round[]): Finding {
  const product = median(rounds.map((round) => round.product));
  const beside = median(rounds.map((round) => round.limit));
  const ratio = median(rounds.map((round) => round.product / round.limit));
  const reached = { 'at-least': ratio >= goal.target, 'at-most-times': ratio <= goal.target, 'at-most': product <= goal.target };
  return { ...goal, product, beside, ratio, reached: reached[goal.kind] };
}

/** Which side goes first takes turns, so that neither always meets the warmer machine. */
export async function inTurns(rounds: number, product: (round: number) => Promise<number>, limit: (round: number) => Promise<number>): Promise<Round[]> {
  const done: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await product(round);
      done.push({ product: first, limit: await limit(round) });
    } else {
      const first = await limit(round);
      done.push({ limit: first, product: await product(round) });
    }
  }
  return done;
}

const number = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toFixed(2));

/** The findings as a Markdown table. */
export function tableOf(findings: readonly Finding[]): string {
  const lines = findings.map((finding) => {
    const target = { 'at-least': `≥ ${finding.target} ×`, 'at-most-times': `≤ ${finding.target} ×`, 'at-most': `≤ ${finding.target} ${finding.unit}` }[finding.kind];
    return `| ${finding.id} | ${finding.work} | ${number(finding.product)} ${finding.unit} | ${finding.limit} | ${number(finding.beside)} ${finding.unit} | **${finding.ratio.toFixed(2)} ×** | ${target} | ${finding.reached ? 'reached' : 'not reached'} |`;
  });
  return ['| | work | product | limit beside it | limit | ratio | target | |', '|---|---|---:|---|---:|---:|---|---|', ...lines].join('\n');
}
