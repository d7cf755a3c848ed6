import type { Locator, Page } from '@playwright/test';

/** From the next page on keeps when the page was last drawn anew; `drawnAfter` tells. */
export async function watchDrawing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = Object.assign(window, { drawnAt: 0, pressedAt: 0 });
    addEventListener('click', () => (seen.pressedAt = performance.now()), { capture: true });
    new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => (seen.drawnAt = performance.now())))).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** Presses, waits until `there` is seen and nothing is on its way, and tells how long it took from the press until the last change was drawn (milliseconds). */
export async function drawnAfter(page: Page, press: () => Promise<void>, there: Locator): Promise<number> {
  await press();
  await there.waitFor();
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => {
    const { drawnAt, pressedAt } = window as unknown as { drawnAt: number; pressedAt: number };
    return drawnAt - pressedAt;
  });
}

/** From the question to the last byte of its answer, asked by the page itself (milliseconds). */
export function answerTime(page: Page, path: string): Promise<number> {
  return page.evaluate(async (asked) => {
    const begun = performance.now();
    const answer = await fetch(asked);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${asked}: ${answer.status}`);
    return performance.now() - begun;
  }, path);
}
