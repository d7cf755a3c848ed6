import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process of the bench's own. */
export interface Child {
  /** What it said after `ready`, e.g. its port. */
  said: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts one of the programs beside this file and waits until it says `ready …`. */
export async function startChild(program: string, env: Record<string, string> = {}): Promise<Child> {
  const file = fileURLToPath(new URL(`./${program}.js`, import.meta.url));
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env, NODE_ENV: 'production' } });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const said = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const ready = /^ready ?(.*)$/m.exec(text);
      if (ready) resolve(ready[1] ?? '');
    });
    child.once('error', reject);
    void ended.then(() => reject(new Error(`${program} ended before it was ready:\n${text}`)));
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
