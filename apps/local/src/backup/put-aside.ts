import { Client } from 'pg';

/** A database that was renamed, and what was made in its place. */
export interface PutAside {
  /** The old database's new name. */
  name: string;
  /** Takes the new database away and gives the old one its name back. */
  back(): Promise<void>;
}

/**
 * Renames the database of this address and makes an empty one of that name, so that a restore that fails
 * loses nothing. Refuses while anybody is connected: api and worker must stand still. The owner needs the
 * right to create databases.
 */
export async function putAside(ownerUrl: string, stamp: string): Promise<PutAside> {
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  const name = `${database}_before_${stamp}`;
  const run = (work: (client: Client) => Promise<void>): Promise<void> => beside(ownerUrl, work);
  await run(async (client) => {
    const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from pg_stat_activity where datname = $1 and backend_type = 'client backend'`, [database]);
    if (rows[0]?.count) throw new Error('まだ使われています。api と worker を止めてください。The database is in use: stop api and worker first.');
    await client.query(`alter database ${client.escapeIdentifier(database)} rename to ${client.escapeIdentifier(name)}`);
    await client.query(`create database ${client.escapeIdentifier(database)}`);
  });
  return {
    name,
    back: () =>
      run(async (client) => {
        await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`);
        await client.query(`alter database ${client.escapeIdentifier(name)} rename to ${client.escapeIdentifier(database)}`);
      }),
  };
}

async function beside(ownerUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const url = new URL(ownerUrl);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
