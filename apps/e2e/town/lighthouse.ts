import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { median } from './throttled.js';

/** Marks of one page: of 100, and what it measured in ms. */
export interface Marks {
  performance: number;
  accessibility: number;
  'best-practices': number;
  seo: number;
}

const KINDS = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const ROUNDS = 3;
/** A recording of which Lighthouse says itself that it is lost is no measurement, and is made again so many times at most. */
const TRIES = 3;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * What Lighthouse gives a page on a phone, each mark the middle of three rounds. `cookie` signs somebody in.
 * Pages that are kept out of search engines on purpose are not asked whether they are found there.
 */
export async function marksOf(url: string, { cookie, hidden = false }: { cookie?: string; hidden?: boolean } = {}): Promise<Marks> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: process.env.E2E_CHROMIUM ?? '',
    args: ['--no-sandbox', '--disable-dev-shm-usage', `--remote-debugging-port=${port}`],
  });
  try {
    const rounds: Marks[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await marksOnce(url, { port, hidden, cookie }));
    return Object.fromEntries(KINDS.map((kind) => [kind, median(rounds.map((marks) => marks[kind]))])) as unknown as Marks;
  } finally {
    await browser.close();
  }
}

interface Visit {
  port: number;
  hidden: boolean;
  cookie: string | undefined;
}

async function recorded(url: string, { port, hidden, cookie }: Visit): ReturnType<typeof lighthouse> {
  for (let again = TRIES - 1; ; again -= 1) {
    const result = await lighthouse(url, {
      port,
      logLevel: 'error',
      onlyCategories: [...KINDS],
      skipAudits: hidden ? ['is-crawlable'] : [],
      ...(cookie ? { extraHeaders: { cookie } } : {}),
    });
    if (result?.lhr.runtimeError?.code !== 'NO_NAVSTART' || again === 0) return result;
    console.info(`  ${new URL(url).pathname}: the recording was lost and is made again`);
  }
}

async function marksOnce(url: string, visit: Visit): Promise<Marks> {
  const result = await recorded(url, visit);
  if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? 'Lighthouse gave nothing');
  const { categories, finalDisplayedUrl, audits, environment } = result.lhr;
  if (new URL(finalDisplayedUrl).pathname !== new URL(url).pathname) throw new Error(`${url} led to ${finalDisplayedUrl}`);
  const lost = KINDS.flatMap((kind) =>
    (categories[kind]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${kind}: ${id} ${audits[id]?.displayValue ?? ''}`),
  );
  // A phone is taken for four times slower than this machine, which differs: what is measured goes into docs/ui-goals.md with its index.
  console.info(`  ${new URL(url).pathname} on a machine of index ${Math.round(environment.benchmarkIndex)}${lost.length > 0 ? ` loses by ${lost.join(', ')}` : ''}`);
  return Object.fromEntries(KINDS.map((kind) => [kind, Math.round((categories[kind]?.score ?? 0) * 100)])) as unknown as Marks;
}
