import autocannon, { type Client, type Request, type Result } from 'autocannon';

/** What a load did: answers per second, and how many answers of each status. */
export interface Load {
  perSecond: number;
  answered: number;
  byStatus: Readonly<Record<number, number>>;
}

interface LoadOptions {
  url: string;
  connections: number;
  /** So many requests, or so long (seconds). */
  amount?: number;
  seconds?: number;
  request: Request;
}

/**
 * Sends requests over so many connections, each waiting for its answer, from this process. Time is taken
 * from the first request to the last answer, so that a started second is not counted as a whole one.
 * Throws when a request got no answer at all.
 */
export async function load({ url, connections, amount, seconds, request }: LoadOptions): Promise<Load> {
  const byStatus: Record<number, number> = {};
  let answered = 0;
  let last = 0;
  const began = performance.now();
  const result = await new Promise<Result>((resolve, reject) => {
    const duration = amount === undefined ? { duration: seconds ?? 3 } : { amount };
    const running = autocannon({ url, connections, ...duration, requests: [request] }, (error: Error | null, done) => (error ? reject(error) : resolve(done)));
    running.on('response', (_client: Client, status: number) => {
      answered += 1;
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      last = performance.now();
    });
  });
  if (result.errors > 0) throw new Error(`${result.errors} requests to ${url} got no answer`);
  return { perSecond: (answered * 1_000) / (last - began), answered, byStatus };
}
