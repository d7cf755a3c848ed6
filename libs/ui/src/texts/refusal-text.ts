import { shortDate } from '../dates/dates.js';
import type { TextParams, Translate } from './translate.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The sentence of a refusal code (`events.full` → text `refusal.events.full`).
 * A code without a text gets the general sentence, never the bare code. A day among the values
 * (`2026-11-22`) is said as the reader's language says it.
 */
export function refusalText(t: Translate, code: string, params: TextParams = {}): string {
  const key = `refusal.${code}`;
  const said = Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && DAY.test(value) ? shortDate(t, value) : value]);
  return t(t.has(key) ? key : 'refusal.platform.internal', Object.fromEntries(said) as TextParams);
}
