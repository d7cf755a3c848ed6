import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../../../.local/e2e/goals.md', import.meta.url));

/** Keeps a number beside its limit, as a line of the table that docs/ui-goals.md is made of. */
export function measured(goal: string, what: string, limit: string, found: string): void {
  const line = `| ${goal} | ${what} | ${limit} | ${found} |`;
  appendFileSync(FILE, `${line}\n`);
  console.info(line);
}
