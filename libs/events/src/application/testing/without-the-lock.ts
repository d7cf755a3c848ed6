import type { Tx } from '@yoriai/platform';

/** Lets nobody on before everybody has looked: what a busy evening does to two statements, without luck. */
export function meetingPoint(count: number): () => Promise<void> {
  let arrived = 0;
  let open = (): void => undefined;
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived === count) open();
    return all;
  };
}

const LOCK_CLAUSE = / for no key update$/;

interface Statement {
  name?: string;
  text: string;
  values?: unknown[];
}
interface Client {
  query(statement: Statement): Promise<unknown>;
}

/** The same transaction, whose reads lock nothing, and whose `reserve` meets the others between looking and writing. */
export function withoutTheLock(tx: Tx, stripped: string[], meet: () => Promise<void>): Tx {
  const query = async (client: Client, statement: Statement): Promise<unknown> => {
    if (LOCK_CLAUSE.test(statement.text)) stripped.push(statement.name ?? '');
    if (statement.name === 'events.reserve-write') await meet();
    // Under another name: a name stands for one text, and the shipped one may be prepared already.
    return client.query({ ...statement, name: `${statement.name}-without-lock`, text: statement.text.replace(LOCK_CLAUSE, '') });
  };
  const connect = async (): Promise<unknown> => {
    const client = (await tx.queryRunner!.connect()) as Client;
    return { query: (statement: Statement) => query(client, statement) };
  };
  return { queryRunner: { connect } } as unknown as Tx;
}
