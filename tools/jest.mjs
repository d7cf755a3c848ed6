import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './postgres-place.mjs';
import { sweep } from './test-leftovers.mjs';

/** Runs jest with what ESM needs; answers its exit code. */
export function jest(args, { stdio = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/jest/bin/jest.js'), ...args], {
      cwd: ROOT,
      stdio,
      env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`.trim() },
    });
    // Ctrl+C reaches jest through the terminal; wait for it to take its database down.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 1 : code));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await jest(process.argv.slice(2));
  await sweep();
}
