import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError, ROOT } from './postgres-place.mjs';
import { plainly } from './say.mjs';

/** Builds every workspace, from nx's cache where nothing changed. Shows what the tools said only when one of them fails. */
export function build() {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [path.join(ROOT, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', 'build', '--output-style=static', '--parallel=3'],
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NODE_ENV: 'production', FORCE_COLOR: '0' },
      },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new PlainError(`組み立てに失敗しました。The build failed:\n${said.trim()}`))));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await plainly(async () => {
    const before = Date.now();
    await build();
    console.info(`組み立てました。Built in ${((Date.now() - before) / 1000).toFixed(1)} s`);
  });
}
