import { inAMonth } from './letters.js';
import { mailSink, type MailSink } from './mail-sink.js';
import { Servers } from './servers.js';
import { testApp, type TestApp } from './test-app.js';
import { TestClock } from './test-clock.js';
import type { TestDatabase } from './test-database.js';
import { Town } from './town.js';

/** What real workers need to have letters to send: a database of today with one event without limit, a mail server, and processes that know both. */
export class WorkerTown {
  private constructor(
    private readonly app: TestApp,
    /** Can be closed and replaced: a mail server that is away. */
    public sink: MailSink,
    readonly servers: Servers,
    readonly event: { id: string; frameIds: string[] },
  ) {}

  /** Opens it; no process runs yet. */
  static async open(): Promise<WorkerTown> {
    const app = await testApp({ imports: [], clock: new TestClock(new Date().toISOString()) });
    const sink = await mailSink();
    const event = await new Town(app).event(inAMonth({ frames: [{ capacity: null }] }));
    return new WorkerTown(app, sink, Servers.on(app.database, { SMTP_URL: sink.url }), event);
  }

  get database(): TestDatabase {
    return this.app.database;
  }

  /** Ends whatever still runs, and takes everything down. */
  async close(): Promise<void> {
    await this.servers.end();
    await this.sink.close();
    await this.app.close();
  }
}
