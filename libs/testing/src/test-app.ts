import type { ModuleMetadata, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import type { MessageName } from '@yoriai/contracts';
import { Config, Db, DirectRelay, PlatformModule, newId, rows, type Tx } from '@yoriai/platform';
import { TestClock } from './test-clock.js';
import { testDatabase, type TestCluster, type TestDatabase } from './test-database.js';

/** Contexts under test on a database of their own. */
export interface TestApp {
  database: TestDatabase;
  clock: TestClock;
  config: Config;
  db: Db;
  module: TestingModule;
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** Runs work in a transaction. */
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The messages announced so far, oldest first. */
  outbox(): Promise<{ message: MessageName; payload: Record<string, unknown> }[]>;
  /** Hands every waiting message to its subscribers in this module, until nothing is left; answers how many were handled. */
  deliver(): Promise<number>;
  close(): Promise<void>;
}

/** The settings of a test: development manners, invented secrets, mail to nowhere unless given. */
export function testConfig(database: Pick<TestDatabase, 'appUrl' | 'queueUrl'>, given: Partial<{ -readonly [K in keyof Config]: Config[K] }> = {}): Config {
  return new Config({
    mode: 'test',
    port: 0,
    publicUrl: 'http://localhost:3000',
    databaseAppUrl: database.appUrl,
    databaseQueueUrl: database.queueUrl,
    redisUrl: undefined,
    smtpUrl: 'smtp://127.0.0.1:9',
    mailFrom: 'yoriai@example.jp',
    appSecret: 'a-secret-of-the-tests-that-is-long-enough',
    sealingKeys: ['a-key-of-the-tests-that-seals-long-enough'],
    wardName: '西区',
    wardNameEn: 'Nishi Ward',
    wardCode: '271063',
    wardCity: '大阪府大阪市',
    officePhone: '06-0000-0120',
    trustedProxies: [],
    requestsPerMinute: 1_000_000,
    chromium: undefined,
    chromiumSandbox: true,
    leaveNoticeMs: 0,
    poolSize: 20,
    jmaWarningsUrl: undefined,
    jmaArea: undefined,
    floodsUrl: undefined,
    floodRivers: [],
    tsunamiFeedUrl: undefined,
    tsunamiCoast: undefined,
    heatForecastUrl: undefined,
    passkeys: 'offered',
    demo: false,
    now: undefined,
    ...given,
  });
}

/** Builds the given context modules on a cloned database with a clock that stands still. */
export async function testApp(options: {
  imports: NonNullable<ModuleMetadata['imports']>;
  providers?: ModuleMetadata['providers'];
  clock?: TestClock;
  config?: Parameters<typeof testConfig>[1];
  /** A cluster of the test file's own, where it does to the server what others must not feel. */
  cluster?: TestCluster;
}): Promise<TestApp> {
  const database = await testDatabase(options.cluster);
  const clock = options.clock ?? new TestClock();
  const config = testConfig(database, options.config);
  const module = await Test.createTestingModule({
    imports: [PlatformModule.forRoot(config, clock), ...options.imports],
    providers: options.providers ?? [],
  }).compile();
  try {
    await module.init();
  } catch (error) {
    await module.close();
    await database.drop();
    throw error;
  }
  const db = module.get(Db);
  return {
    database,
    clock,
    config,
    db,
    module,
    get: (type) => module.get(type as Type, { strict: false }),
    tx: (work) => db.transaction(work),
    outbox: () => db.transaction((tx) => rows(tx, 'select message, payload from platform.outbox order by id')),
    deliver: () => module.get(DirectRelay).run(),
    close: async () => {
      await module.close();
      await database.drop();
    },
  };
}

/** Puts a message in the outbox as if a context had announced it. */
export async function announce(tx: Tx, clock: TestClock, message: MessageName, payload: Record<string, unknown>): Promise<void> {
  await rows(tx, 'insert into platform.outbox (id, message, payload, at) values ($1, $2, $3, $4)', [newId(), message, JSON.stringify(payload), clock.now()]);
}
