import { rmSync } from 'node:fs';
import { throwAwayPlace } from './postgres-place.mjs';
import { stopCluster } from './postgres.mjs';
import { prepareCluster } from './test-cluster.mjs';
import { PREFIX, sweep } from './test-leftovers.mjs';

/** One throw-away cluster per run with a migrated template; every test file clones a database of its own from it. */
export default async function setup() {
  const place = throwAwayPlace(PREFIX);
  globalThis.__YORIAI_TEST_PLACE__ = place;
  await sweep();
  try {
    process.env.YORIAI_TEST_PG = JSON.stringify(await prepareCluster(place));
  } catch (error) {
    // jest calls no teardown after a failed set-up.
    await stopCluster(place, 'immediate');
    rmSync(place.folder, { recursive: true, force: true });
    throw error;
  }
}
