import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { PlainError, ROOT, lastingPlace } from './postgres-place.mjs';
import { status } from './postgres.mjs';
import { plainly } from './say.mjs';
import { localSecrets } from './secrets.mjs';
import { runningStack } from './single.mjs';
import { Stack } from './stack.mjs';

/** One of the programs of apps/local on this folder's database, running or not: `run-local.mjs seed --json`. */
async function runLocal(name, args) {
  const say = (text) => process.stderr.write(`${text}\n`);
  const main = path.join(ROOT, 'apps/local/dist', `${name}.js`);
  await bootstrap({ begin: () => say('部品を入れています… Installing the packages') });
  const running = await runningStack();
  // A running stack was built when it started, and must not lose its files while it runs.
  if (!running || !existsSync(main)) await build();
  if (!name || !existsSync(main)) throw new PlainError(`apps/local に ${name} はありません。There is no program ${name} in apps/local.`);
  const place = process.env.DATABASE_URL ? undefined : lastingPlace();
  const ours = place && !status(place);
  const ports = running?.ports ?? { api: Number(process.env.PORT ?? 3000), mail: 3025, smtp: 1025 };
  const stack = new Stack({
    place,
    secrets: localSecrets(place?.folder ?? path.join(ROOT, '.local')),
    ports,
    env: { ...process.env, ...(running && { PUBLIC_URL: running.address }) },
  });
  try {
    await stack.database();
    if (name === 'restore' && running) throw new PlainError('寄合が動いています。先に止めてください。Yoriai is running: stop it first.');
    // A backup shows the database as it is; a restore makes the schema of the backup's day itself.
    if (!running && !['backup', 'restore'].includes(name)) await stack.migrate();
    if (name === 'seed') {
      // The ward itself is loaded once, by whoever comes first; loading it again would double it.
      await stack.seed();
      if (args.length === 0) {
        console.info((await stack.demoAccounts()) ?? 'このデータベースにはもうデータがあります。This database already holds data.');
        return 0;
      }
    }
    return await run(main, args, { ...stack.env, DATABASE_URL: stack.ownerUrl });
  } finally {
    if (ours) await stack.stop();
  }
}

/** Its words and its exit code are passed on untouched. */
function run(main, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', main, ...args], { cwd: ROOT, env, stdio: 'inherit' });
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

const [name, ...args] = process.argv.slice(2);
await plainly(async () => {
  process.exitCode = await runLocal(name, args);
});
