import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { builtMigrations, migrate } from './migrations.mjs';
import { throwAwayPlace } from './postgres-place.mjs';
import { databaseUrl, initCluster, startCluster, status, stopCluster } from './postgres.mjs';
import { PREFIX } from './test-leftovers.mjs';

const TEMPLATE = 'yoriai_template';

/** Makes and starts a throw-away cluster with a migrated template in it; answers what libs/testing needs to clone from it. */
export async function prepareCluster(place) {
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

/** A connection may end by itself just now; then there is nobody to tell. */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** A cluster of one test file alone, which it may stop, freeze and start again as it likes. */
export async function clusterOfItsOwn() {
  const place = throwAwayPlace(PREFIX);
  const facts = await prepareCluster(place);
  let frozen = [];
  const stop = async (which, ...more) => {
    const client = new pg.Client({ connectionString: facts.ownerUrl });
    await client.connect();
    const { rows } = await client.query(`select pid from pg_stat_activity where ${which}`);
    await client.end();
    frozen = [...more, ...rows.map((row) => row.pid)];
    for (const pid of frozen) signal(pid, 'SIGSTOP');
  };
  return {
    facts,
    stop: () => stopCluster(place, 'fast'),
    start: () => startCluster(place, { port: facts.port, fast: true, maxConnections: 300, samePort: true }),
    /** Every process of the server stands still: connections stay, answers don't come. */
    freeze: () => stop('pid <> pg_backend_pid()', status(place).pid),
    /** The connections that the product has now stand still for good; new ones are served. */
    freezeConnections: () => stop(`usename like 'yoriai%'`),
    thaw() {
      for (const pid of frozen.splice(0)) signal(pid, 'SIGCONT');
    },
    async remove() {
      this.thaw();
      await stopCluster(place, 'immediate');
      rmSync(place.folder, { recursive: true, force: true });
    },
  };
}
