/** Lines of a scale from 0 to at least `most`: four steps or fewer, of numbers that people count by. */
export function scaleOf(most: number): { top: number; marks: number[] } {
  const rough = Math.max(most, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10) * power);
  const whole = Math.ceil(step);
  const steps = Math.max(1, Math.ceil(most / whole));
  return { top: steps * whole, marks: Array.from({ length: steps + 1 }, (_, index) => index * whole) };
}

/** How much more or less than before, as people write it: ＋1.6%, −4%; nothing where there was nothing before. */
export function changeOf(now: number, before: number): string | undefined {
  if (before === 0) return undefined;
  const percent = Math.round(((now - before) / before) * 1000) / 10;
  return `${signOf(percent)}${Math.abs(percent)}%`;
}

/** A difference with its sign: ＋130, −40, ±0. */
export const differenceOf = (now: number, before: number): string => `${signOf(now - before)}${Math.abs(now - before).toLocaleString('ja-JP')}`;

function signOf(value: number): string {
  if (value === 0) return '±';
  return value > 0 ? '＋' : '−';
}

/** How dark a cell of a heat table is, 0 to 3, by its share of the largest. */
export function shadeOf(value: number, most: number): 0 | 1 | 2 | 3 {
  const share = most > 0 ? value / most : 0;
  if (share > 0.75) return 3;
  if (share > 0.5) return 2;
  return share > 0.25 ? 1 : 0;
}

/** Below this share of the mean a line is drawn hatched. */
export const LOW_SHARE = 0.6;

/** The mean of some numbers, as a whole one; of none it is 0. */
export const meanOf = (values: readonly number[]): number => (values.length === 0 ? 0 : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length));
