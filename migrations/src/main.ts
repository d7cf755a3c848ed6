import { readdirSync } from 'node:fs';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { APP_ROLE, QUEUE_ROLE } from './grants.js';

const QUEUE_SCHEMA = 'bullmq';
/** What changes a table waits so long for those who use it. While it waits, everybody who comes later waits behind it. */
const LOCK_MS = 3_000;

/**
 * Brings one ward's database up to date as its owner: roles, extensions, the contexts' tables and
 * BullMQ's schema. The only step that may use DDL; running it twice changes nothing.
 * Reads DATABASE_URL (owner) and the passwords for the two serving roles, which it creates outside
 * production only. MIGRATE_UNTIL names the last migration wanted: a restore needs the schema of its day.
 */
async function main(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL: the owner of the database is needed to migrate it');
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    await roles(owner, process.env);
    await owner.query('create extension if not exists btree_gist');
    await owner.query('create extension if not exists pg_trgm');
    const applied = await contexts(url, process.env.MIGRATE_UNTIL);
    await queue(owner);
    console.info(applied.length === 0 ? 'The database is up to date.' : `Migrated: ${applied.join(', ')}`);
  } finally {
    await owner.end();
  }
}

async function roles(owner: pg.Client, env: NodeJS.ProcessEnv): Promise<void> {
  for (const [role, password] of [
    [APP_ROLE, env.YORIAI_APP_PASSWORD],
    [QUEUE_ROLE, env.YORIAI_QUEUE_PASSWORD],
  ] as const) {
    const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
    if (rowCount === 0 && env.NODE_ENV === 'production') {
      throw new Error(`The role ${role} is missing: create it with a password of its own before migrating (docs/operating.md)`);
    }
    if (rowCount === 0) await owner.query(`create role ${role} login`);
    if (password && env.NODE_ENV !== 'production') {
      await owner.query(`alter role ${role} login password ${owner.escapeLiteral(password)}`);
    }
  }
  const { rows } = await owner.query<{ name: string }>('select current_database() as name');
  const database = owner.escapeIdentifier(rows[0]?.name ?? '');
  await owner.query(`revoke create on schema public from public`);
  await owner.query(`grant connect on database ${database} to ${APP_ROLE}, ${QUEUE_ROLE}`);
  await owner.query(`revoke temporary on database ${database} from public`);
  await owner.query(`grant temporary on database ${database} to ${QUEUE_ROLE}`);
}

async function contexts(url: string, until?: string): Promise<string[]> {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder).filter((file) => /^\d{13}-.*\.js$/.test(file)).sort();
  const classes = await Promise.all(
    files.map(async (file) => Object.values((await import(new URL(file, folder).href)) as Record<string, unknown>)[0] as new () => never),
  );
  const source = new DataSource({
    type: 'postgres',
    url,
    installExtensions: false,
    extra: { lock_timeout: LOCK_MS },
    migrations: until === undefined ? classes : classes.filter(({ name }) => name.slice(-13) <= until.slice(-13)),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** BullMQ keeps its own ledger of migrations; the queue role may use what it made, and nothing else. */
async function queue(owner: pg.Client): Promise<void> {
  await runMigrations(owner as never, QUEUE_SCHEMA);
  await owner.query(`grant usage, create on schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE}`);
  await owner.query(`grant all on all tables in schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE}`);
  await owner.query(`grant all on all sequences in schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE}`);
  await owner.query(`grant execute on all functions in schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
