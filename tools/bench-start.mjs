import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { PlainError, ROOT, throwAwayPlace } from './postgres-place.mjs';
import { freePort, startCluster, stopCluster } from './postgres.mjs';
import { PREFIX } from './test-leftovers.mjs';

const LONGEST_MS = 180_000;

/** Resolves when the address answers with a page. */
async function firstPage(url, alive) {
  const until = Date.now() + LONGEST_MS;
  while (Date.now() < until) {
    if (!alive()) throw new PlainError('npm start ended before its first page.');
    const ok = await fetch(url, { signal: AbortSignal.timeout(10_000) }).then((answer) => answer.ok, () => false);
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new PlainError(`${url} doesn't answer.`);
}

/** Megabytes that these processes hold together. */
function memoryOf(pids) {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', pids.join(',')], { encoding: 'utf8' });
  return stdout.split('\n').reduce((sum, line) => sum + Number(line), 0) / 1024;
}

/** One `npm start`, as somebody types it. Answers the seconds to the first page, and a way to look at it and to stop it. */
async function start(folder) {
  const port = await freePort();
  const began = performance.now();
  const env = { ...process.env, YORIAI_FOLDER: folder, PORT: String(port), NODE_ENV: undefined, DATABASE_URL: undefined, SMTP_URL: undefined, REQUESTS_PER_MINUTE: '100000000' };
  const child = spawn('npm', ['start'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const url = `http://localhost:${port}`;
  await firstPage(url, () => child.exitCode === null);
  const seconds = (performance.now() - began) / 1_000;
  while (!/Ctrl\+C/.test(said)) await new Promise((resolve) => setTimeout(resolve, 50));
  const pids = ['api', 'worker'].map((name) => Number(new RegExp(`${name} (\\d+)`).exec(said)?.[1]));
  return {
    url,
    seconds,
    memory: () => memoryOf(pids),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What must be paid in any case: a database that is there already, and a server that answers. */
async function bareStart(place) {
  const began = performance.now();
  const cluster = await startCluster(place, { port: await freePort() });
  const child = spawn(process.execPath, ['--input-type=module', '-e', "const app=(await import('fastify')).default(); app.get('/',(_,r)=>r.type('text/html').send('<p>')); console.log(await app.listen({port:0,host:'127.0.0.1'}))"], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise((resolve) => child.stdout.once('data', (text) => resolve(String(text).trim())));
  await firstPage(url, () => child.exitCode === null);
  const seconds = (performance.now() - began) / 1_000;
  child.kill();
  if (cluster) await stopCluster(place);
  return seconds;
}

/** Asks for the first pages again and again for so long, over so many connections. */
async function read(url, seconds, connections) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const until = Date.now() + seconds * 1_000;
  const reader = async () => {
    for (let turn = 0; Date.now() < until; turn += 1) {
      await new Promise((resolve, reject) => {
        http.get(url + ['/', '/events', '/areas', '/help'][turn % 4], { agent, headers: { 'accept-language': `x-${turn % 50}` } }, (answer) => answer.resume().once('end', resolve)).once('error', reject);
      });
    }
  };
  await Promise.all(Array.from({ length: connections }, reader));
  agent.destroy();
}

/** P8: `npm start` on a folder that has its demo ward, beside the bare start; then the memory of api and worker, before and after being read. */
export async function measureStart(rounds, readSeconds) {
  const { folder, ids, native } = throwAwayPlace(PREFIX, { onDisk: true });
  try {
    const first = await start(folder);
    await first.stop();
    const place = { folder, dataDir: path.join(folder, 'pg'), ids, native };
    const seconds = [];
    const memory = [];
    let grown = 0;
    for (let round = 0; round < rounds; round += 1) {
      const limit = await bareStart(place);
      const town = await start(folder);
      const rest = town.memory();
      memory.push(rest);
      if (round === rounds - 1) {
        await read(town.url, readSeconds, 20);
        grown = town.memory() / rest;
      }
      await town.stop();
      seconds.push({ product: town.seconds, limit });
    }
    return { seconds, memory, grown, readSeconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
