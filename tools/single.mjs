import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { LOCAL, PlainError } from './postgres-place.mjs';

const FOLDER = LOCAL;
const LOCK = path.join(FOLDER, 'running.json');

function readLock() {
  try {
    return JSON.parse(readFileSync(LOCK, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Asks the holder of the lock for its state; a number of a process may have been given to another one since, an answer may not. */
function ask({ port, key }) {
  return new Promise((resolve) => {
    let said = '';
    const socket = net.connect({ port, host: '127.0.0.1' }, () => socket.end(`${key}\n`));
    socket.setTimeout(3_000, () => socket.destroy());
    socket.on('data', (text) => (said += text));
    socket.on('error', () => {});
    socket.on('close', () => {
      try {
        resolve(JSON.parse(said));
      } catch {
        resolve(undefined);
      }
    });
  });
}

/** The state of the stack that runs on this folder, or undefined. */
export async function runningStack() {
  const lock = readLock();
  return lock ? ask(lock) : undefined;
}

/**
 * Takes the one place on this folder; refuses with the address of the one that runs.
 * When a start was killed here, `recover` is called with the state that it wrote down last.
 * Answers { tell(state), release() }.
 */
export async function takePlace(recover) {
  mkdirSync(FOLDER, { recursive: true });
  const key = randomBytes(16).toString('hex');
  let state = { pid: process.pid };
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => {});
    socket.once('data', (text) => socket.end(String(text).trim() === key ? JSON.stringify(state) : ''));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address();
  const mine = `${LOCK}.${process.pid}`;
  const write = (file) => writeFileSync(file, JSON.stringify({ port, key, state }), { mode: 0o600 });
  write(mine);
  try {
    await claim(mine, recover);
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    tell(more) {
      state = { ...state, ...more };
      write(LOCK);
    },
    release() {
      server.close();
      rmSync(LOCK, { force: true });
    },
  };
}

async function claim(mine, recover) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      linkSync(mine, LOCK);
      return;
    } catch (error) {
      if (error.code === 'EACCES' || error.code === 'EPERM')
        throw new PlainError(`${FOLDER} は別のユーザーのものです。It belongs to another user: start as that user or as root.`);
      if (error.code !== 'EEXIST' || attempt > 3) throw error;
    }
    const running = await runningStack();
    if (running) throw new PlainError(alreadyRunning(running));
    await recover(readLock()?.state ?? {});
    rmSync(LOCK, { force: true });
  }
}

function alreadyRunning({ pid, address }) {
  return [
    `このフォルダーの寄合はもう動いています（pid ${pid}）。${address ? `${address} を開いてください。` : 'いま起動しているところです。'}`,
    `Yoriai is already running on this folder (pid ${pid})${address ? `: open ${address}` : ', it is just starting'}.`,
    `止めるには、動いているほうで Ctrl+C を押すか、kill ${pid} としてください。To stop it: Ctrl+C there, or kill ${pid}.`,
  ].join('\n');
}
