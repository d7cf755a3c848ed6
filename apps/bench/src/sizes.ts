import type { Size } from './growth-rows.js';

/** How much of everything is measured. */
export interface Sizes {
  /** Public events of P2, P3, P5 and P10. */
  events: number;
  /** Sign-ups of a round of P1 and P2, and those before them that only warm up. */
  applicants: number;
  warming: number;
  /** Seconds of reading, of each side in each round of P3 and P10. */
  seconds: number;
  /** Letters of a round of P4. */
  letters: number;
  /** P5: the smaller and the larger town, and the requests of each kind. */
  few: Size;
  many: Size;
  asked: number;
}

const WHOLE: Sizes = {
  ...{ events: 1_000, applicants: 6_000, warming: 2_000, seconds: 2, letters: 10_000, asked: 200 },
  ...{ few: { events: 1_000, applications: 10_000 }, many: { events: 100_000, applications: 1_000_000 } },
};

/** Enough for every statement to be sent; the ratios that come out say nothing. */
const SMOKE: Sizes = {
  ...{ events: 60, applicants: 300, warming: 200, seconds: 1, letters: 100, asked: 10 },
  ...{ few: { events: 20, applications: 200 }, many: { events: 200, applications: 2_000 } },
};

/** What `npm run bench` measures; with `BENCH_SMOKE=1` so little that only breaking is seen. */
export const SIZES = process.env.BENCH_SMOKE === '1' ? SMOKE : WHOLE;

/** 10,000 */
export const grouped = (amount: number): string => amount.toLocaleString('en-GB');
