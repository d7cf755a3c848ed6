import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The throw-away cluster that the test run started, or one of a test file's own; see tools/test-cluster.mjs. */
export interface TestCluster {
  host: string;
  port: number;
  ownerUrl: string;
  appPassword: string;
  queuePassword: string;
  template: string;
}

/** A migrated database of one test file alone. */
export interface TestDatabase {
  name: string;
  ownerUrl: string;
  appUrl: string;
  queueUrl: string;
  /** Runs one statement as the owner: to look at rows, or to plant a fault. Connections are shared: what a session keeps (`set`, a lock, a transaction) has no place here. */
  asOwner<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
  /** Runs one statement as the serving role: to see what its grants refuse. */
  asApp<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

function cluster(): TestCluster {
  const facts = process.env.YORIAI_TEST_PG;
  if (!facts) throw new Error('There is no test database: run the tests with `npm run jest`.');
  return JSON.parse(facts) as TestCluster;
}

async function query<T extends object>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/**
 * The owner's connections, kept for as long as a file asks: signing in anew takes longer than most of what is asked. One that the
 * server has ended meanwhile is not used again.
 */
function ownersOf(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 6, idleTimeoutMillis: 5_000, allowExitOnIdle: true });
  pool.on('error', () => {});
  return pool;
}

/** `kept: false`: the owner signs in for each statement and leaves, so that nobody uses the database in between. */
export interface Owners {
  kept: boolean;
}

/** Clones the migrated template: a real PostgreSQL database in about 50 ms, with the same three roles as production. */
export async function testDatabase(facts: TestCluster = cluster(), { kept }: Owners = { kept: true }): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await query(facts.ownerUrl, `create database ${name} template ${facts.template}`);
  // Database-level grants are not copied from the template.
  await query(facts.ownerUrl, `grant temporary on database ${name} to yoriai_queue`);
  const urlFor = (role: string, password: string) => `postgresql://${role}:${encodeURIComponent(password)}@${facts.host}:${facts.port}/${name}`;
  const owner = new URL(facts.ownerUrl);
  owner.pathname = `/${name}`;
  const ownerUrl = owner.toString();
  const appUrl = urlFor('yoriai_app', facts.appPassword);
  const owners = ownersOf(ownerUrl);
  return {
    name,
    ownerUrl,
    appUrl,
    queueUrl: urlFor('yoriai_queue', facts.queuePassword),
    asOwner: async <T extends object>(sql: string, values: unknown[] = []) => (kept ? (await owners.query<T>(sql, values)).rows : query<T>(ownerUrl, sql, values)),
    asApp: (sql, values) => query(appUrl, sql, values),
    drop: async () => {
      await owners.end();
      await query(facts.ownerUrl, `drop database if exists ${name} with (force)`);
    },
  };
}
