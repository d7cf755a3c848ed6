import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { PlainError } from './postgres-place.mjs';

/** The owner of the database: migrates it, and serves nothing. */
export const OWNER = 'yoriai';

/** macOS has no C.UTF-8 of its own, and PostgreSQL doesn't start there with a locale that doesn't exist. */
const ENVIRONMENT = { PATH: process.env.PATH, LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8', TZ: 'UTC' };

/** One finished run of a PostgreSQL program; `output` is what it said. */
function run(place, program, args) {
  const done = spawnSync(path.join(place.native, 'bin', program), args, {
    ...place.ids,
    cwd: '/',
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: ENVIRONMENT,
  });
  if (done.error) {
    throw new PlainError(
      `同梱の PostgreSQL を動かせません。The bundled PostgreSQL can't run on this machine: ${done.error.message}\n` +
        `Give the address of another one instead: DATABASE_URL=postgresql://owner:password@host/database`,
    );
  }
  return { status: done.status, output: `${done.stdout}${done.stderr}`.trim() };
}

/** The same without blocking, in a session of its own so that the terminal's Ctrl+C doesn't reach it. */
function runApart(place, program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(place.native, 'bin', program), args, {
      ...place.ids,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: ENVIRONMENT,
      detached: true,
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output: output.trim() }));
  });
}

/** A port nobody listens on; `wished` when it is free. */
export async function freePort(wished = 0) {
  const port = await listenOnce(wished);
  return port ?? listenOnce(0);
}

/** Listens for a moment: the port, or undefined when it is taken. */
export function listenOnce(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, host, () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });
}

const LOCALES = [
  // Japanese trigrams need a UTF-8 ctype; the builtin provider sorts the same on every platform.
  ['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ['--locale=C', '--lc-ctype=en_US.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
];

/** Makes an empty cluster at place.dataDir, finished or not at all. Does nothing when there is one. */
export function initCluster(place, { password, fast = false }) {
  if (existsSync(path.join(place.dataDir, 'PG_VERSION'))) return false;
  const unfinished = `${place.dataDir}.new`;
  const passwordFile = `${place.dataDir}.password`;
  let last;
  for (const locale of LOCALES) {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (place.ids.uid !== undefined) for (const file of [unfinished, passwordFile]) chownSync(file, place.ids.uid, place.ids.gid);
    last = run(place, 'initdb', [
      '-D',
      unfinished,
      '-U',
      OWNER,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      ...locale,
      ...(fast ? ['--no-sync', '--set=scram_iterations=16'] : []),
    ]);
    rmSync(passwordFile, { force: true });
    if (last.status === 0) {
      rmSync(place.dataDir, { recursive: true, force: true });
      renameSync(unfinished, place.dataDir);
      return true;
    }
  }
  rmSync(unfinished, { recursive: true, force: true });
  throw new PlainError(`データベースを作れません。The database can't be made in ${place.dataDir}:\n${last.output}`);
}

/** What the cluster's lock file says, or undefined. */
function lockFile(dataDir) {
  try {
    const lines = readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    if (error.code === 'EACCES') {
      throw new PlainError(`${dataDir} は別のユーザーのものです。The database belongs to another user: start as that user or as root.`);
    }
    throw error;
  }
}

/** The command line of a living process, or '' when there is none. */
export function commandLine(pid) {
  if (!pid) return '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  }
}

/** The running server of this cluster as { pid, port }, or undefined. A lock file left by a killed one counts as nothing. */
export function status(place) {
  const lock = lockFile(place.dataDir);
  if (!lock?.pid) return undefined;
  const command = commandLine(lock.pid);
  return command.includes('postgres') && command.includes(place.dataDir) ? lock : undefined;
}

function lastLines(file, count = 15) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '(no log)';
  }
}

function keepLogSmall(file) {
  if (existsSync(file) && statSync(file).size > 10_000_000) renameSync(file, `${file}.1`);
}

const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=128MB'];
/** Another process of the same kind is still going away, or has just taken the port: worth another try. */
const PASSING = /still in use|already exists|Address already in use|could not bind/;

/**
 * Starts the cluster, or finds the one that a killed start left running.
 * Answers { pid, port, reused }. Refuses with the last lines of the server's log.
 */
export async function startCluster(place, { port, fast = false, maxConnections = 200, samePort = false } = {}) {
  const log = path.join(place.dataDir, 'server.log');
  const settings = ['listen_addresses=127.0.0.1', "unix_socket_directories=''", `max_connections=${maxConnections}`, ...(fast ? FAST : [])];
  for (let attempt = 1; ; attempt += 1) {
    const running = status(place);
    if (running && (await answers(running.port))) return { ...running, reused: true };
    if (!running) rmSync(path.join(place.dataDir, 'postmaster.pid'), { force: true });
    keepLogSmall(log);
    const chosen = samePort ? port : await freePort(attempt === 1 ? port : 0);
    const options = [`-p ${chosen}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
    const started = await runApart(place, 'pg_ctl', ['-D', place.dataDir, '-w', '-t', '120', '-l', log, '-o', options, 'start']);
    if (started.status === 0) return { ...status(place), reused: false };
    const said = `${started.output}\n${lastLines(log)}`;
    if (attempt >= 10 || !PASSING.test(said)) {
      throw new PlainError(`データベースを起動できません。PostgreSQL doesn't start. The last lines of ${log}:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Whether a PostgreSQL listens there, within `ms`. */
export async function answers(port, ms = 10_000) {
  const until = Date.now() + ms;
  for (;;) {
    if (await speaksPostgres(port)) return true;
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Sends the protocol's own question about encryption; only PostgreSQL answers it with one letter. */
function speaksPostgres(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    const done = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.once('error', () => done(false));
    socket.once('connect', () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])));
    socket.once('data', (answer) => done(answer.length === 1 && (answer[0] === 0x4e || answer[0] === 0x53)));
    socket.once('close', () => done(false));
  });
}

/** Stops the cluster; 'fast' ends the connections and keeps everything, 'immediate' is for databases that are thrown away. */
export async function stopCluster(place, mode = 'fast') {
  if (!status(place)) return;
  const stopped = await runApart(place, 'pg_ctl', ['-D', place.dataDir, '-m', mode, '-w', '-t', '60', 'stop']);
  if (stopped.status !== 0 && status(place)) throw new PlainError(`データベースを止められません。PostgreSQL doesn't stop:\n${stopped.output}`);
}

/** The address of a database of the cluster. */
export function databaseUrl({ port, role = OWNER, password, database }) {
  return `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
