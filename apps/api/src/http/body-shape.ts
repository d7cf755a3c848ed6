import { Refusal } from '@yoriai/platform';

/** An event with all its frames and duties stays far below these. */
const MOST_DEPTH = 12;
const MOST_KEYS = 2_000;

/**
 * Refuses bodies no form of ours sends (`platform.invalid`, 400), before anything walks them
 * recursively: nested deeper than 12 levels, with more than 2,000 keys and items, or with NUL or half a
 * surrogate pair in a text, which PostgreSQL can't keep.
 */
export function checkBodyShape(body: unknown): void {
  let level: unknown[] = [body];
  let keys = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_DEPTH) throw new Refusal('platform.invalid', { status: 400 });
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string' && !isKeepable(value)) throw new Refusal('platform.invalid', { status: 400 });
      if (typeof value !== 'object' || value === null) continue;
      const entries = Object.entries(value);
      keys += entries.length;
      if (keys > MOST_KEYS || entries.some(([key]) => !isKeepable(key))) throw new Refusal('platform.invalid', { status: 400 });
      for (const [, item] of entries) next.push(item);
    }
    level = next;
  }
}

function isKeepable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
