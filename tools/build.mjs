import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { PlainError, ROOT } from './postgres-place.mjs';
import { plainly } from './say.mjs';

const NX = path.join(ROOT, 'node_modules/nx/dist/bin/nx.js');
/** Nothing in the background, nothing drawn on the screen, nothing looked up elsewhere. */
const QUIET = { NX_DAEMON: 'false', NX_TUI: 'false', NX_ISOLATE_PLUGINS: 'false', NODE_ENV: 'production', FORCE_COLOR: '0' };

/** What the failed workspaces said, without the many that are well. */
function complaints(said) {
  const failed = [...(said.split('Failed tasks:')[1] ?? '').matchAll(/^- (\S+)/gm)].map(([, task]) => task);
  const parts = said.split(/^(?=> nx run )/m).filter((part) => failed.some((task) => part.startsWith(`> nx run ${task}`)));
  return parts.length > 0 ? parts.map((part) => part.split(/^ NX /m)[0].trim()).join('\n\n') : said.trim();
}

/** Builds every workspace (or fewer, by further arguments of nx), from nx's cache where nothing changed. Shows what the tools said only when one of them fails. */
export function build(args = []) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [NX, 'run-many', '-t', 'build', '--output-style=static', '--parallel=3', ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...QUIET },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new PlainError(`組み立てに失敗しました。The build failed:\n${complaints(stripVTControlCharacters(said))}`))));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await plainly(async () => {
    const before = Date.now();
    await build();
    console.info(`組み立てました。Built in ${((Date.now() - before) / 1000).toFixed(1)} s`);
  });
}
