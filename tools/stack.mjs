import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { FOLLOWING } from './following.mjs';
import { migrate } from './migrations.mjs';
import { PlainError, ROOT } from './postgres-place.mjs';
import { commandLine, databaseUrl, initCluster, startCluster, stopCluster } from './postgres.mjs';
import { Service } from './service.mjs';

const DATABASE = 'yoriai';
const READY_MS = 90_000;

function withRole(ownerUrl, role, password) {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

/**
 * Everything Yoriai needs on one machine: the database (embedded unless DATABASE_URL is given), the
 * mail sink (unless SMTP_URL is given), api and worker. `npm start` and the browser journeys use the
 * same one; they differ in place, ports and patience.
 */
export class Stack {
  #services = [];
  #watch;
  #stopping = false;

  /** place: see postgres-place.mjs, undefined with an external database; ports: { api, mail, smtp }. */
  constructor({ place, secrets, ports, env = process.env, fast = false, write = (text) => process.stdout.write(text), changed = () => {} }) {
    Object.assign(this, { place, secrets, ports, given: env, fast, write, changed });
    this.mode = env.YORIAI_MODE ?? env.NODE_ENV ?? 'development';
    this.publicUrl = env.PUBLIC_URL ?? `http://localhost:${ports.api}`;
    this.mailUrl = env.SMTP_URL ? undefined : `http://localhost:${ports.mail}`;
  }

  get production() {
    return this.mode === 'production';
  }

  /** The environment of the processes. */
  get env() {
    const { given } = this;
    return {
      ...given,
      // Libraries run as they do at a ward; the rules are those of the mode.
      NODE_ENV: 'production',
      YORIAI_MODE: this.mode,
      PORT: String(this.ports.api),
      PUBLIC_URL: this.publicUrl,
      DATABASE_URL: undefined,
      DATABASE_APP_URL: this.appUrl,
      DATABASE_QUEUE_URL: this.queueUrl,
      SMTP_URL: given.SMTP_URL || `smtp://127.0.0.1:${this.ports.smtp}`,
      APP_SECRET: given.APP_SECRET || this.secrets.appSecret,
      SEALING_KEY: given.SEALING_KEY || this.secrets.sealingKey,
      // A production server names its Chromium itself; here the one of this machine makes the PDFs.
      CHROMIUM: given.CHROMIUM ?? (this.production ? undefined : findChromium(given.E2E_CHROMIUM)),
      YORIAI_DEMO: given.YORIAI_DEMO ?? (this.production ? '0' : '1'),
    };
  }

  /** Starts or finds the embedded cluster and its database. Answers what is worth saying. */
  async database() {
    if (this.place) await this.#embedded();
    else this.ownerUrl = this.given.DATABASE_URL;
    this.appUrl = this.given.DATABASE_APP_URL ?? this.#roleUrl('yoriai_app', this.secrets.appPassword);
    this.queueUrl = this.given.DATABASE_QUEUE_URL ?? this.#roleUrl('yoriai_queue', this.secrets.queuePassword);
    return this.place?.moved
      ? `データは ${this.place.folder} にあります（データベースのユーザーがこのフォルダーに入れないため）。The data are in ${this.place.folder}, because the database's user can't enter this folder.`
      : undefined;
  }

  #roleUrl(role, password) {
    if (this.production)
      throw new PlainError(
        `DATABASE_APP_URL と DATABASE_QUEUE_URL が必要です。Production mode needs DATABASE_APP_URL and DATABASE_QUEUE_URL: roles of their own for serving and for the queue.`,
      );
    return withRole(this.ownerUrl, role, password);
  }

  async #embedded() {
    const password = this.secrets.ownerPassword;
    initCluster(this.place, { password, fast: this.fast });
    this.cluster = await startCluster(this.place, { port: this.ports.database, fast: this.fast });
    this.ownerUrl = databaseUrl({ port: this.cluster.port, password, database: DATABASE });
    await this.#asOwner(
      async (client) => {
        const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
        if (rowCount === 0) await client.query(`create database ${DATABASE}`);
      },
      databaseUrl({ port: this.cluster.port, password, database: 'postgres' }),
    );
  }

  async #asOwner(work, url = this.ownerUrl) {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on('error', () => {});
    try {
      await client.connect();
    } catch (error) {
      throw new PlainError(
        `データベースにつながりません。The database refuses us (${new URL(url).host}): ${error.message}${error.code === '28P01' && this.place ? `\nIts password is kept in ${this.place.folder}/secrets.json. Without it the data can't be opened; to begin afresh, remove ${this.place.dataDir}` : ''}`,
      );
    }
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async migrate() {
    await migrate({
      main: path.join(ROOT, 'migrations/dist/main.js'),
      url: this.ownerUrl,
      env: { ...this.given, SEALING_KEY: this.given.SEALING_KEY || this.secrets.sealingKey },
      appPassword: this.given.DATABASE_APP_URL ? undefined : this.secrets.appPassword,
      queuePassword: this.given.DATABASE_QUEUE_URL ? undefined : this.secrets.queuePassword,
    });
  }

  /**
   * Loads the demo ward into an empty database, whole or not at all: a load that was cut short is
   * thrown away with its database (only an embedded one) and done again.
   */
  async seed() {
    const seed = path.join(ROOT, 'apps/local/dist/seed.js');
    if (this.production || this.given.YORIAI_DEMO === '0' || !existsSync(seed)) return undefined;
    let state = await this.#asOwner((client) => this.#seedState(client));
    if (state.loading && this.place) {
      await this.#asOwner((client) => client.query(`drop database ${DATABASE} with (force)`), withDatabase(this.ownerUrl, 'postgres'));
      await this.database();
      await this.migrate();
      state = await this.#asOwner((client) => this.#seedState(client));
    }
    if (state.people) return undefined;
    await this.#asOwner((client) => client.query('insert into local.demo (said) values (null)'));
    const said = await this.#output(seed);
    await this.#asOwner((client) => client.query('update local.demo set said = $1, loaded_at = now()', [said]));
    return undefined;
  }

  async #seedState(client) {
    await client.query('create schema if not exists local');
    await client.query('create table if not exists local.demo (said text, loaded_at timestamptz)');
    const { rows } = await client.query(`select
      exists (select 1 from local.demo where loaded_at is null) as loading,
      exists (select 1 from identity.person) as people,
      (select said from local.demo where loaded_at is not null limit 1) as said`);
    return rows[0];
  }

  /** What the demo ward says about itself: who may sign in. */
  async demoAccounts() {
    if (this.production) return undefined;
    return (await this.#asOwner((client) => this.#seedState(client))).said ?? undefined;
  }

  #output(main) {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [...FOLLOWING, main], {
        cwd: ROOT,
        // The mark that the load is whole is written by a connection that waits for the disk, and everything before it is there too.
        // What is prepared is planned once, not for the values of each time.
        env: { ...this.env, DATABASE_URL: this.ownerUrl, PGOPTIONS: this.place ? '-c synchronous_commit=off -c plan_cache_mode=force_generic_plan' : this.given.PGOPTIONS },
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      let said = '';
      let complaint = '';
      child.stdout.on('data', (text) => (said += text));
      child.stderr.on('data', (text) => (complaint += text));
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve(said) : reject(new PlainError(`デモデータを入れられません。The demo data can't be loaded:\n${complaint}${said}`)),
      );
    });
  }

  /** Starts sink and api together, then the worker (or fewer, by name), and waits until they are ready: those with an address answer, the worker says ": ready". A process that can't start ends the start. */
  async processes(names = ['mail', 'api', 'worker']) {
    const first = [];
    if (this.mailUrl && names.includes('mail')) {
      const sinkEnv = { ...this.env, DATABASE_URL: this.ownerUrl, MAIL_PORT: String(this.ports.mail), MAIL_SMTP_PORT: String(this.ports.smtp) };
      first.push(this.#begin('mail', 'apps/local/dist/mail-sink.js', sinkEnv, `${this.mailUrl}/api/mails`));
    }
    if (names.includes('api')) first.push(this.#begin('api', 'apps/api/dist/main.js', this.env, `http://127.0.0.1:${this.ports.api}/health/live`));
    await Promise.all(first);
    if (names.includes('worker')) await this.#begin('worker', 'apps/worker/dist/main.js', this.env);
    for (const service of this.#services) service.keepAlive();
    if (this.place) this.#watchDatabase();
  }

  async #begin(name, main, env, readyUrl) {
    if (!existsSync(path.join(ROOT, main))) throw new PlainError(`${main} がありません。${main} is missing: run \`npm run build\` to see why.`);
    const service = new Service({ name, main, env, write: this.write, changed: this.changed }).start();
    this.#services.push(service);
    const until = Date.now() + READY_MS;
    while (Date.now() < until) {
      const reason = await Promise.race([service.ended, new Promise((resolve) => setTimeout(resolve, 150))]);
      if (reason) throw new PlainError(`${name} が起動できません（${reason}）。${name} doesn't start; its reason stands above.`);
      if (readyUrl ? await ready(readyUrl) : service.saidReady) return;
    }
    throw new PlainError(`${name} が応答しません。${name} isn't ready after ${READY_MS / 1000} s${readyUrl ? `: ${readyUrl} doesn't answer` : ''}.`);
  }

  #watchDatabase() {
    let busy = false;
    this.#watch = setInterval(async () => {
      if (busy || this.#stopping || commandLine(this.cluster.pid)) return;
      busy = true;
      try {
        this.write('\nデータベースが止まりました。起動し直します。The database ended; starting it again.\n');
        this.cluster = await startCluster(this.place, { port: this.cluster.port, fast: this.fast, samePort: true });
        this.write(`データベースを起動し直しました。Started again: PostgreSQL pid ${this.cluster.pid}\n`);
        this.changed();
      } catch (error) {
        this.write(`${error.message}\n`);
      } finally {
        busy = false;
      }
    }, 1_000);
  }

  /** Process ids by name. */
  get pids() {
    return { ...(this.cluster && { postgres: this.cluster.pid }), ...Object.fromEntries(this.#services.map(({ name, pid }) => [name, pid])) };
  }

  /** Stops in the order of need: worker, api, mail sink, then the database. */
  async stop({ mode = 'fast' } = {}) {
    this.#stopping = true;
    clearInterval(this.#watch);
    for (const service of [...this.#services].reverse()) await service.stop();
    if (this.place) await stopCluster(this.place, mode);
  }

  /** For the second Ctrl+C: no patience with the processes; the database is still told to stop. */
  kill() {
    this.#stopping = true;
    for (const service of this.#services) service.kill();
  }
}

function withDatabase(url, database) {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function ready(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
