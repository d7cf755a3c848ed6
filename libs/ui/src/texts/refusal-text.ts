import { shortDate, timeRange } from '../dates/dates.js';
import type { TextParams, Translate } from './translate.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HOURS = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)\/(\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/;

/**
 * The sentence of a refusal code (`events.full` → text `refusal.events.full`).
 * A code without a text gets the general sentence, never the bare code. A day among the values
 * (`2026-11-22`), or hours (`2026-11-22T01:00:00.000Z/2026-11-22T03:00:00.000Z`), are said as the reader's language says it.
 */
export function refusalText(t: Translate, code: string, params: TextParams = {}): string {
  const key = `refusal.${code}`;
  const values = Object.entries(params).map(([name, value]) => [name, said(t, value)]);
  return t(t.has(key) ? key : 'refusal.platform.internal', Object.fromEntries(values) as TextParams);
}

function said(t: Translate, value: TextParams[string]): TextParams[string] {
  if (typeof value !== 'string') return value;
  const [, from, until] = HOURS.exec(value) ?? [];
  return from !== undefined ? timeRange(t, from, until) : DAY.test(value) ? shortDate(t, value) : value;
}
