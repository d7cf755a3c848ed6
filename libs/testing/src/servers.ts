import { spawn, type ChildProcess } from 'node:child_process';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from './test-database.js';
import { until } from './until.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Ends a process whose test run was killed. */
const FOLLOWING = ['--import', fileURLToPath(new URL('../../../tools/follow-parent.mjs', import.meta.url))];
const READY_MS = 60_000;

/** How a process ended, and how long that took since it was told to (milliseconds). */
export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
  ms: number;
}

/** A real process of the product, as `npm run build` left it. */
export class Server {
  /** Everything it said. */
  readonly lines: string[] = [];
  private readonly closed: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;

  constructor(
    private readonly child: ChildProcess,
    /** Where it answers; the worker answers nowhere. */
    readonly url: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', (line) => this.lines.push(line));
    child.stdin?.on('error', () => undefined);
    this.closed = new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal })));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get lives(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves when it has said that it is ready. */
  async ready(): Promise<this> {
    const words = new RegExp(`^(api|worker) ${this.pid}: `);
    await until(() => `the process is ready; it said:\n${this.lines.join('\n')}`, () => {
      if (!this.lives) throw new Error(`The process ended before it was ready:\n${this.lines.join('\n')}`);
      return this.lines.some((line) => words.test(line));
    }, READY_MS);
    return this;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Resolves when it has ended by itself. */
  async end(): Promise<End> {
    const from = performance.now();
    return { ...(await this.closed), ms: performance.now() - from };
  }

  /** Tells it to go and waits until it is gone. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<End> {
    this.signal(signal);
    return this.end();
  }
}

/** The processes of one test file, with the same settings. */
export class Servers {
  private readonly all: Server[] = [];

  constructor(private readonly settings: NodeJS.ProcessEnv) {}

  /** Processes on this database, in development manners, without invented people. */
  static on(database: Pick<TestDatabase, 'appUrl' | 'queueUrl'>, settings: NodeJS.ProcessEnv = {}): Servers {
    return new Servers({
      NODE_ENV: 'production',
      YORIAI_MODE: 'development',
      DATABASE_APP_URL: database.appUrl,
      DATABASE_QUEUE_URL: database.queueUrl,
      SMTP_URL: 'smtp://127.0.0.1:9',
      APP_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
      SEALING_KEY: 'a-key-of-the-tests-that-seals-long-enough',
      YORIAI_DEMO: '0',
      ...settings,
    });
  }

  /** Starts an api on a port of its own; not yet ready. */
  async api(settings: NodeJS.ProcessEnv = {}): Promise<Server> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    return this.start('api', { PORT: String(port), PUBLIC_URL: url, ...settings }, url);
  }

  /** Starts a worker; not yet ready. */
  worker(settings: NodeJS.ProcessEnv = {}): Server {
    return this.start('worker', settings, '');
  }

  private start(name: string, settings: NodeJS.ProcessEnv, url: string): Server {
    const env = { ...process.env, NODE_OPTIONS: '', REDIS_URL: undefined, YORIAI_NOW: undefined, ...this.settings, ...settings };
    const args = [...FOLLOWING, `apps/${name}/dist/main.js`];
    const server = new Server(spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['pipe', 'pipe', 'pipe'] }), url);
    this.all.push(server);
    return server;
  }

  /** Ends whatever still runs, without patience. */
  async end(): Promise<void> {
    await Promise.all(this.all.splice(0).filter((server) => server.lives).map((server) => server.stop('SIGKILL')));
  }
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port'))));
    });
  });
}
