import pg from 'pg';

/** What a connection is asked, as `pg` takes it: a text with its values beside, or both in one. */
type Given = readonly unknown[];

interface Statement {
  name?: string;
  text: string;
  values?: readonly unknown[];
}

/** Gives each text that is asked with values a name of its own, so that a connection prepares it once; whatever has a name, or no values, stays as it is. */
export class NamesOfStatements {
  private readonly names = new Map<string, string>();

  named(given: Given): Given {
    const [asked, ...beside] = given;
    if (typeof asked === 'string') return hasValues(beside[0]) ? [{ text: asked, values: beside[0], name: this.nameOf(asked) }, ...beside.slice(1)] : given;
    return isStatement(asked) && asked.name === undefined && hasValues(asked.values) ? [{ ...asked, name: this.nameOf(asked.text) }, ...beside] : given;
  }

  private nameOf(text: string): string {
    const known = this.names.get(text) ?? `demo-${this.names.size}`;
    this.names.set(text, known);
    return known;
  }
}

/**
 * Lets this thread prepare every statement: a demo ward says the same few hundred things forty thousand times, and to
 * read and plan them is half of what the database does. Nothing for a server, each connection of which would keep them all.
 */
export function prepareStatements(): void {
  const names = new NamesOfStatements();
  const ask = pg.Client.prototype.query as (...given: Given) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...given: Given) {
    return ask.apply(this, [...names.named(given)]);
  } as typeof pg.Client.prototype.query;
}

const hasValues = (values: unknown): boolean => Array.isArray(values) && values.length > 0;

/** A plain question; anything that puts itself to the connection has a `submit`. */
function isStatement(asked: unknown): asked is Statement {
  return typeof asked === 'object' && asked !== null && 'text' in asked && typeof asked.text === 'string' && !('submit' in asked);
}
