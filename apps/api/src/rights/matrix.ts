import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASKERS, HEADS, type Asker } from './people.js';
import type { PropKind } from './props.js';

/** One line of the table: a route, the thing it is about, and what everybody gets. */
export interface Line {
  method: string;
  url: string;
  about: PropKind;
  gets: Readonly<Record<Asker, string>>;
  unknown: string;
}

/** The table as it stands in `matrix.txt`. */
export const TABLE = readFileSync(join(process.cwd(), 'apps/api/src/rights/matrix.txt'), 'utf8');

/** Reads the table; a line with too few or too many words is refused, and a head that does not name every asker in turn. */
export function readMatrix(table: string): Line[] {
  const [head = '', ...lines] = table.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const named = ['method', 'route', 'about', ...ASKERS.map((asker) => HEADS[asker]), 'unknown'].join(' ');
  if (head.trim().replace(/\s+/g, ' ') !== named) throw new Error(`The matrix has another head than its askers: ${named}`);
  return lines.map((line) => {
    const [method = '', url = '', about = '', ...cells] = line.trim().split(/\s+/);
    if (cells.length !== ASKERS.length + 1) throw new Error(`The matrix has a line of another length: ${line}`);
    const gets = Object.fromEntries(ASKERS.map((asker, index) => [asker, cells[index]])) as Record<Asker, string>;
    return { method, url, about: about as PropKind, gets, unknown: cells.at(-1)! };
  });
}

/** Routes that were registered and stand in no line. Fastify answers HEAD wherever there is GET. */
export function unlisted(routes: readonly { method: string; url: string }[], lines: readonly Line[]): string[] {
  const listed = new Set(lines.map(({ method, url }) => `${method} ${url}`));
  return routes.map(({ method, url }) => `${method === 'HEAD' ? 'GET' : method} ${url}`).filter((route) => !listed.has(route));
}
