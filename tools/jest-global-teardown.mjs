import { rmSync } from 'node:fs';
import { stopCluster } from './postgres.mjs';

/** Leaves nothing behind: neither a process nor a folder. */
export default async function teardown() {
  const place = globalThis.__YORIAI_TEST_PLACE__;
  if (!place) return;
  await stopCluster(place, 'immediate');
  rmSync(place.folder, { recursive: true, force: true });
}
