import { refuse } from '@yoriai/platform';

/** 当日の受付 · 参加する人への連絡 · 報告 · そのほか, which is said in words. */
export const EXPORT_REASONS = ['door', 'contact', 'report', 'other'] as const;
export type ExportWhy = (typeof EXPORT_REASONS)[number];

/** What a list is taken along for: the choice, and somebody's own words. */
export interface ExportReason {
  readonly why: ExportWhy;
  readonly words: string | null;
}

/** The log keeps so many letters of somebody's own words. */
export const MOST_WORDS = 200;

/** Why somebody takes a list of people along as a file. Refuses `print.reason-missing` (422) without a choice, and for something else without words. */
export function readReason({ why, words }: { readonly why?: string; readonly words?: string | null }): ExportReason {
  const reason = EXPORT_REASONS.find((each) => each === why);
  const said = (words ?? '').replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS);
  if (reason === undefined || (reason === 'other' && said === '')) return refuse('print.reason-missing', { status: 422 });
  return { why: reason, words: said === '' ? null : said };
}

/** The same as the log keeps it, on one line. */
export const loggedReason = ({ why, words }: ExportReason): string => (words === null ? why : `${why}: ${words}`);

/** A line of the log taken apart again; null where it tells no reason of ours. */
export function reasonOfLog(text: string | null): ExportReason | null {
  const [, why, words] = /^([a-z]+)(?:: (.+))?$/s.exec(text ?? '') ?? [];
  const reason = EXPORT_REASONS.find((each) => each === why);
  return reason === undefined ? null : { why: reason, words: words ?? null };
}
