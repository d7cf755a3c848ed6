import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process of the bench's own. */
export interface Child {
  /** What it said when it was ready, e.g. its address. */
  said: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

async function start(file: URL, env: Record<string, string>, readyWords: RegExp): Promise<Child> {
  const child = fork(fileURLToPath(file), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env: { ...process.env, NODE_ENV: 'production', ...env } });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const said = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const ready = readyWords.exec(text);
      if (ready) resolve(ready[1] ?? '');
    });
    child.once('error', reject);
    void ended.then(() => reject(new Error(`${file.pathname} ended before it was ready:\n${text}`)));
  });
  return {
    said,
    process: child,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Starts one of the programs beside this file and waits until it says `ready …`. */
export function startChild(program: string, env: Record<string, string> = {}): Promise<Child> {
  return start(new URL(`./${program}.js`, import.meta.url), env, /^ready ?(.*)$/m);
}

/** Starts a process of the product with the settings that tools/bench.mjs made, some of them replaced. */
export function startProduct(name: 'api' | 'worker', env: Record<string, string> = {}): Promise<Child> {
  const settings = JSON.parse(process.env.BENCH_PRODUCT_ENV ?? '{}') as Record<string, string>;
  return start(new URL(`../../${name}/dist/main.js`, import.meta.url), { ...settings, ...env }, new RegExp(`^${name} \\d+: (.*)$`, 'm'));
}
