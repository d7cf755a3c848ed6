import { existsSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MEMORY, databaseUser, farFolder, reachableNative } from './postgres-place.mjs';
import { stopCluster } from './postgres.mjs';

/** Throw-away folders are called this and the process id of the run they belong to. */
export const PREFIX = 'yoriai-test-';

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function leftIn(base) {
  if (!existsSync(base)) return [];
  const names = readdirSync(base).filter((name) => name.startsWith(PREFIX) && !alive(Number(name.slice(PREFIX.length).split('-')[0])));
  return names.map((name) => path.join(base, name));
}

/** A run that was killed can't clean up after itself; the next one does it. */
export async function sweep() {
  for (const folder of [MEMORY, os.tmpdir(), farFolder()].flatMap(leftIn)) {
    try {
      const dataDir = path.join(folder, 'pg');
      const ids = databaseUser(dataDir);
      await stopCluster({ dataDir, ids, native: reachableNative(ids) }, 'immediate');
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // It belongs to somebody else: not ours to remove.
    }
  }
}
