import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { FOLLOWING } from './following.mjs';
import { ROOT } from './postgres-place.mjs';

/** Longer than any process takes to leave by itself. */
const GRACE_MS = 20_000;
const LONGEST_PAUSE_MS = 30_000;
/** After living this long a process counts as sound again. */
const SOUND_MS = 30_000;

/**
 * One process of the local stack. It has a session of its own, so that the terminal's Ctrl+C reaches
 * it only through stop(); when it ends by itself it is started again, slower each time.
 */
export class Service {
  #child;
  #stopping = false;
  #pause = 500;
  #timer;

  constructor({ name, main, env, write, changed = () => {} }) {
    Object.assign(this, { name, main, env, write, changed });
  }

  get pid() {
    return this.#child?.pid;
  }

  start() {
    const startedAt = Date.now();
    const child = spawn(process.execPath, [...FOLLOWING, path.join(ROOT, this.main)], {
      cwd: ROOT,
      env: this.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    this.#child = child;
    child.stdin.on('error', () => {});
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (line.endsWith(': ready')) this.saidReady = true;
        this.write(`${this.name.padEnd(6)} │ ${line}\n`);
      });
    }
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', (code, signal) => resolve(signal ?? `exit ${code}`));
    });
    void this.ended.then((reason) => this.#afterEnd(reason, startedAt));
    return this;
  }

  #afterEnd(reason, startedAt) {
    if (this.#stopping || !this.lasting) return;
    if (Date.now() - startedAt > SOUND_MS) this.#pause = 500;
    const pause = this.#pause;
    this.#pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    this.write(
      `\n${this.name} が止まりました（${reason}）。${pause / 1000} 秒後に起動し直します。${this.name} ended; starting it again in ${pause / 1000} s.\n`,
    );
    this.#timer = setTimeout(() => {
      this.start();
      this.write(`${this.name} を起動し直しました。Started again: ${this.name} pid ${this.pid}\n`);
      this.changed();
    }, pause);
  }

  /** From now on an end is an accident to recover from, not a failed start. */
  keepAlive() {
    this.lasting = true;
  }

  async stop() {
    this.#stopping = true;
    clearTimeout(this.#timer);
    if (!this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGTERM');
    const late = setTimeout(() => this.kill(), GRACE_MS);
    await this.ended;
    clearTimeout(late);
  }

  kill() {
    this.#stopping = true;
    clearTimeout(this.#timer);
    this.#child?.kill('SIGKILL');
  }
}
