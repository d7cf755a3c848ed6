import pg from 'pg';

/** The relay's wake-up call is made by a timer and belongs to no work. */
const WAKE_UP = /^notify /;

/** A statement as it was sent. */
export interface Sent {
  text: string;
  values: unknown[];
}

const textOf = (statement: unknown): string => (typeof statement === 'string' ? statement : ((statement as { text?: string } | undefined)?.text ?? ''));

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** The statements that a piece of work sends to PostgreSQL in their order, BEGIN and COMMIT included. Nothing else may run in the meantime. */
export async function sentBy(work: () => Promise<unknown>): Promise<Sent[]> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  const sent: Sent[] = [];
  prototype.query = function noted(this: pg.Client, ...args: unknown[]) {
    const text = textOf(args[0]);
    if (!WAKE_UP.test(text)) sent.push({ text, values: valuesOf(args) });
    return original.apply(this, args);
  };
  try {
    await work();
    return sent;
  } finally {
    prototype.query = original;
  }
}

const valuesOf = ([statement, values]: unknown[]): unknown[] => (Array.isArray(values) ? (values as unknown[]) : ((statement as { values?: unknown[] } | undefined)?.values ?? []));

/** The texts of what is {@link sentBy} it. */
export async function textsOf(work: () => Promise<unknown>): Promise<string[]> {
  return (await sentBy(work)).map(({ text }) => text);
}

/** How many {@link textsOf}. For lists: the number must be the same for one row and for fifty. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  return (await textsOf(work)).length;
}
