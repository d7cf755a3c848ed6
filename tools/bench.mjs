import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { measureStart } from './bench-start.mjs';
import { bootstrap } from './bootstrap.mjs';
import { build } from './build.mjs';
import { PlainError, ROOT, throwAwayPlace } from './postgres-place.mjs';
import { freePort } from './postgres.mjs';
import { Steps, plainly } from './say.mjs';
import { passingSecrets } from './secrets.mjs';
import { Stack } from './stack.mjs';
import { PREFIX, sweep } from './test-leftovers.mjs';

const LOG = path.join(ROOT, '.local/bench.log');
/** Does it run at all? Little of everything, on what is built already: a test of the bench, which nobody measures with. */
const SMOKE = process.env.BENCH_SMOKE === '1';
const PUBLIC_URL = 'https://bench.example.jp';

/** The stack as a ward runs it, but for the load's origin and the place: production mode, and a database that is thrown away. */
class BenchStack extends Stack {
  get env() {
    return { ...super.env, YORIAI_MODE: this.serving ? 'production' : 'development', YORIAI_DEMO: '0', PUBLIC_URL, REQUESTS_PER_MINUTE: '100000000' };
  }
}

async function freePorts(...names) {
  const ports = {};
  for (const name of names) {
    do ports[name] = await freePort();
    while (Object.values(ports).filter((port) => port === ports[name]).length > 1);
  }
  return ports;
}

/** One of the programs of this checkout; answers what it printed. */
function output(file, args, env, { stderr = 'pipe' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, file), ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', stderr] });
    let said = '';
    let complaint = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr?.on('data', (text) => (complaint += text));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new PlainError(`${file} failed:\n${complaint}${said}`))));
  });
}

await plainly(async () => {
  await bootstrap({ begin: () => console.error('部品を入れています… Installing the packages') });
  await sweep();
  mkdirSync(path.dirname(LOG), { recursive: true });
  writeFileSync(LOG, '');
  const place = throwAwayPlace(PREFIX, { onDisk: !SMOKE });
  const env = { ...process.env, DATABASE_URL: undefined, DATABASE_APP_URL: undefined, DATABASE_QUEUE_URL: undefined, SMTP_URL: undefined, PUBLIC_URL, NODE_ENV: 'development' };
  const stack = new BenchStack({ place, secrets: passingSecrets(), ports: await freePorts('api', 'mail', 'smtp', 'database'), env, write: (text) => appendFileSync(LOG, text) });
  let stopped;
  const tidy = () => (stopped ??= stack.stop({ mode: 'immediate' }).finally(() => rmSync(place.folder, { recursive: true, force: true })));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void tidy().then(() => process.exit(130)));
  try {
    const asked = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
    const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
    const steps = new Steps(SMOKE ? 5 : 6, (text) => process.stderr.write(text));
    let roles;
    if (!SMOKE) await steps.step('組み立てています', 'Building', build);
    await steps.step('使い捨てのデータベースを作っています', 'A throw-away database, durable', () => stack.database());
    await steps.step('表を整えています', 'Migrating', async () => {
      await stack.migrate();
      roles = JSON.parse(await output('apps/local/dist/seed.js', ['--json'], { ...stack.env, DATABASE_URL: stack.ownerUrl }));
    });
    await steps.step('プロセスを起動しています', 'Starting the processes, in production mode', () => {
      stack.serving = true;
      return stack.processes(['api']);
    });
    let begun;
    await steps.step('起動を測っています', 'Measuring npm start', async () => {
      if (asked.length === 0 || asked.includes('P8')) begun = await measureStart(Math.min(rounds, 3), Number(process.env.BENCH_READ_SECONDS ?? 60));
    });
    await steps.step('測っています', 'Measuring', async () => {
      const facts = {
        BENCH_API_URL: `http://127.0.0.1:${stack.ports.api}`,
        BENCH_PUBLIC_URL: PUBLIC_URL,
        BENCH_DATABASE_URL: stack.ownerUrl,
        BENCH_ROLES: JSON.stringify(roles),
        BENCH_PRODUCT_ENV: JSON.stringify(stack.env),
        BENCH_ROUNDS: String(rounds),
        ...(begun && { BENCH_START: JSON.stringify(begun) }),
      };
      console.info(await output('apps/bench/dist/main.js', process.argv.slice(2), { ...process.env, ...facts }, { stderr: 'inherit' }));
    }, { talks: true });
  } finally {
    await tidy();
  }
});
