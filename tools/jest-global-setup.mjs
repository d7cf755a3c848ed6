import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { builtMigrations, migrate } from './migrations.mjs';
import { throwAwayPlace } from './postgres-place.mjs';
import { PREFIX, sweep } from './test-leftovers.mjs';
import { databaseUrl, initCluster, startCluster, stopCluster } from './postgres.mjs';

const TEMPLATE = 'yoriai_template';

/** One throw-away cluster per run with a migrated template; every test file clones a database of its own from it. */
export default async function setup() {
  const place = throwAwayPlace(PREFIX);
  globalThis.__YORIAI_TEST_PLACE__ = place;
  await sweep();
  try {
    process.env.YORIAI_TEST_PG = JSON.stringify(await prepare(place));
  } catch (error) {
    // jest calls no teardown after a failed set-up.
    await stopCluster(place, 'immediate');
    rmSync(place.folder, { recursive: true, force: true });
    throw error;
  }
}

async function prepare(place) {
  const [password, appPassword, queuePassword] = [1, 2, 3].map(() => randomBytes(12).toString('hex'));
  initCluster(place, { password, fast: true });
  const { port } = await startCluster(place, { fast: true, maxConnections: 300 });
  const ownerUrl = databaseUrl({ port, password, database: 'postgres' });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`create database ${TEMPLATE}`);
  await owner.end();
  await migrate({ main: builtMigrations(), url: databaseUrl({ port, password, database: TEMPLATE }), appPassword, queuePassword });
  return { host: '127.0.0.1', port, ownerUrl, appPassword, queuePassword, template: TEMPLATE };
}
