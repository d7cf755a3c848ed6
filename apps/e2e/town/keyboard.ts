import { expect, type Locator, type Page } from '@playwright/test';

const MOST_TABS = 500;

/** Goes on with the Tab key until it is there; says so when Tab does not lead to it. */
export async function tabTo(page: Page, what: Locator): Promise<void> {
  await expect(what).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await what.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${what.toString()}`);
}

/** Presses it as somebody without a mouse does: there by Tab, seen by its ring, then Enter. */
export async function pressByKeyboard(page: Page, what: Locator): Promise<void> {
  await tabTo(page, what);
  const ring = await what.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return { outlineStyle, width: Number.parseFloat(outlineWidth) };
  });
  expect(ring, 'where one is can be seen').toEqual({ outlineStyle: 'solid', width: expect.any(Number) });
  expect(ring.width).toBeGreaterThanOrEqual(4);
  await page.keyboard.press('Enter');
}

/** After a press the focus is somewhere on the page, and not thrown back to its beginning. */
export async function keepsFocus(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'nothing'), { message: 'the focus is not lost' })
    .not.toMatch(/^(BODY|nothing)$/);
}
