import pg from 'pg';

/** The relay's wake-up call is made by a timer and belongs to no work. */
const WAKE_UP = /^notify /;

const textOf = (statement: unknown): string => (typeof statement === 'string' ? statement : ((statement as { text?: string } | undefined)?.text ?? ''));

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/**
 * Counts the statements that a piece of work sends to PostgreSQL, BEGIN and COMMIT included. For lists:
 * the number must be the same for one row and for fifty. Nothing else may run in the meantime.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  let sent = 0;
  prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    if (!WAKE_UP.test(textOf(args[0]))) sent += 1;
    return original.apply(this, args);
  };
  try {
    await work();
    return sent;
  } finally {
    prototype.query = original;
  }
}
