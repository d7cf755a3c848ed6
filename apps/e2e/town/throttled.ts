import type { Page } from '@playwright/test';

/** Slow 4G and a phone four times slower than this machine: 150 ms to and fro, 1.6 Mbit/s down, 750 kbit/s up. */
export async function throttled(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** What drawing a page costs its main thread, in ms of CPU time: the same whatever else this machine does meanwhile. */
export async function costOf(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(path, { waitUntil: 'networkidle' });
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/** When the largest thing of the page that is open was drawn, in ms since the page was asked for. */
export function largestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const observer = new PerformanceObserver((list) => {
          observer.disconnect();
          resolve(list.getEntries().at(-1)?.startTime ?? 0);
        });
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
        setTimeout(() => reject(new Error('nothing was drawn')), 20_000);
      }),
  );
}

/** From now on keeps how long every press and key takes until the next picture; `slowestAnswer` tells. */
export async function watchAnswers(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { answers: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) if (entry.interactionId) seen.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** The slowest of them in ms, and how many there were: the INP of what was done. */
export function slowestAnswer(page: Page): Promise<{ slowest: number; count: number }> {
  return page.evaluate(() => {
    const { answers } = window as unknown as { answers: number[] };
    return { slowest: Math.max(0, ...answers), count: answers.length };
  });
}

/** From the next page on keeps how far what is seen jumps by itself; `jumped` tells. */
export async function watchJumps(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { jumps: 0 });
    new PerformanceObserver((list) => {
      const seen = window as unknown as { jumps: number };
      for (const entry of list.getEntries() as unknown as { value: number }[]) seen.jumps += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** All jumps so far as CLS counts them: the share of the window that moved, times how far. */
export function jumped(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { jumps: number }).jumps);
}

/** The middle one. */
export const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
