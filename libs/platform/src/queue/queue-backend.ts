import { Queue, Worker, createPostgresBackend, type JobsOptions, type Processor, type QueueOptions, type WorkerOptions } from 'bullmq';
import type { Config } from '../config/config.js';
import { DATABASE_LIMITS } from '../database/data-source.js';

/** The schema that BullMQ keeps for itself. */
export const QUEUE_SCHEMA = 'bullmq';

/** How long finished jobs stay, so that the same id is not queued again meanwhile (seconds, pieces). */
const KEEP_DONE = { age: 86_400, count: 10_000 };

/** Options of every job: tried again with growing pauses; PostgreSQL rows, not these, are the promise. */
export const JOB_OPTIONS: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 500, jitter: 0.5 },
  removeOnComplete: KEEP_DONE,
  removeOnFail: { age: 7 * 86_400, count: 10_000 },
};

function postgresConnection(url: string): QueueOptions['connection'] {
  const { hostname, port, username, password, pathname } = new URL(url);
  const options = {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
    max: 4,
    schema: QUEUE_SCHEMA,
    migrate: false,
    connectionTimeoutMillis: DATABASE_LIMITS.acquire,
    query_timeout: DATABASE_LIMITS.answer,
    // A job that a crash of the server loses is found again by the relay's rescue, so its commit need not wait for the disk.
    options: [
      'synchronous_commit=off',
      `statement_timeout=${DATABASE_LIMITS.statement}`,
      `lock_timeout=${DATABASE_LIMITS.lock}`,
      `idle_in_transaction_session_timeout=${DATABASE_LIMITS.idleInTransaction}`,
    ]
      .map((setting) => `-c ${setting}`)
      .join(' '),
  };
  // BullMQ types the option for Redis only, although its PostgreSQL back end reads these fields.
  return options as QueueOptions['connection'];
}

/** A Redis that comes back is found within two seconds, however long it was away (milliseconds). */
const retryStrategy = (times: number): number => Math.min(times * 200, 2_000);

/** Who takes jobs waits for Redis to come back. */
function takingFromRedis(url: string): QueueOptions['connection'] {
  return { url, maxRetriesPerRequest: null, retryStrategy };
}

/** Who gives jobs hears at once that Redis is away: the message keeps its row and is handed over again. */
function givingToRedis(url: string): QueueOptions['connection'] {
  return { url, maxRetriesPerRequest: 1, enableOfflineQueue: false, retryStrategy };
}

/** Opens a queue on PostgreSQL, or on Redis when `REDIS_URL` is set. */
export function openQueue<Data>(config: Config, name: string): Queue<Data> {
  const options: QueueOptions = {
    connection: config.redisUrl ? givingToRedis(config.redisUrl) : postgresConnection(config.databaseQueueUrl),
    defaultJobOptions: JOB_OPTIONS,
  };
  return config.redisUrl ? new Queue(name, options) : new Queue(name, options, createPostgresBackend as never);
}

/** Opens a worker on the same back end. What a killed one held is the relay's to hand over again, in growing pauses: a message that kills its worker must not do so without end. */
export function openWorker<Data>(config: Config, name: string, processor: Processor<Data>, concurrency: number): Worker<Data> {
  const options: WorkerOptions = {
    connection: config.redisUrl ? takingFromRedis(config.redisUrl) : postgresConnection(config.databaseQueueUrl),
    concurrency,
  };
  return config.redisUrl ? new Worker(name, processor, options) : new Worker(name, processor, options, createPostgresBackend as never);
}

const ANSWER_MS = 5_000;

/** What a queue answers; throws when it says nothing for 5 s (or `ms`), as one does that was away from the start. */
export async function answerOf<T>(asked: Promise<T>, who: string, ms = ANSWER_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${who} does not answer.`)), ms);
  });
  try {
    return await Promise.race([asked, silence]);
  } finally {
    clearTimeout(timer);
  }
}
