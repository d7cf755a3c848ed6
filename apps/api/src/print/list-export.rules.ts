import { refuse } from '@yoriai/platform';

/** 当日の受付 · 参加する人への連絡 · 報告 · そのほか, which is said in words. */
export const EXPORT_REASONS = ['door', 'contact', 'report', 'other'] as const;

/** The log keeps so many letters of somebody's own words. */
const MOST_WORDS = 200;

/** Why somebody takes a list of people along as a file, as the log keeps it: the choice, and their words. Refuses `print.reason-missing` (422) without a choice, and for something else without words. */
export function exportReason({ why, words = '' }: { readonly why?: string; readonly words?: string }): string {
  const reason = EXPORT_REASONS.find((each) => each === why);
  const said = words.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS);
  if (reason === undefined || (reason === 'other' && said === '')) return refuse('print.reason-missing', { status: 422 });
  return said === '' ? reason : `${reason}: ${said}`;
}

/** A closed course (a class for invited people alone): a file about it tells numbers, nobody's name or contact (docs/adr/0069). */
export function isClosedCourse({ visibility, category }: { readonly visibility: string | null; readonly category: string | null }): boolean {
  return visibility === 'invited' && category === 'class';
}
