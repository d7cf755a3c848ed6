import { expect, type Locator, type Page } from '@playwright/test';

const MOST_TABS = 500;
const MOST_OPTIONS = 100;

/** Whether it has the focus, stands behind what has it, or is one of the same radio buttons, of which Tab leads to one alone. */
const placeOf = (what: Locator): Promise<'here' | 'among' | 'before' | 'after'> =>
  what.evaluate((element) => {
    const active = document.activeElement ?? document.body;
    if (active === element) return 'here';
    const [one, other] = [active, element].map((each) => (each instanceof HTMLInputElement && each.type === 'radio' ? each.name : undefined));
    if (one !== undefined && one === other) return 'among';
    return active !== document.body && active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'before' : 'after';
  });

/** Goes on with Tab, or back with Shift and Tab, until it is there; says so when that does not lead to it. */
export async function tabTo(page: Page, what: Locator, most = MOST_TABS): Promise<void> {
  await expect(what).toBeVisible();
  for (let tabs = 0; tabs < most; tabs += 1) {
    const place = await placeOf(what);
    if (place === 'here' || place === 'among') return;
    await page.keyboard.press(place === 'before' ? 'Shift+Tab' : 'Tab');
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

/** Writes into a box in place of what stands there. */
export async function writeByKeyboard(page: Page, box: Locator, text: string): Promise<void> {
  await tabTo(page, box);
  if ((await box.getAttribute('type')) === 'time') return writeTime(page, box, text);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** A time as this browser asks for it: by 24 hours, or by 12 and half of the day. */
async function writeTime(page: Page, box: Locator, text: string): Promise<void> {
  const [hour = 0, minute = ''] = text.split(':').map((part, index) => (index === 0 ? Number(part) : part)) as [number, string];
  const byHalves = `${String(hour % 12 || 12).padStart(2, '0')}${minute}${hour < 12 ? 'A' : 'P'}M`;
  for (const typed of [byHalves, text.replace(':', '')]) {
    await page.keyboard.type(typed);
    if ((await box.inputValue()) === text) return;
    for (let part = 0; part < 3; part += 1) await page.keyboard.press('ArrowLeft');
  }
  throw new Error(`${text} can't be typed into ${box.toString()}`);
}

/** Chooses among radio buttons with the arrows. */
export async function chooseByKeyboard(page: Page, radio: Locator): Promise<void> {
  await tabTo(page, radio);
  for (let steps = 0; steps < MOST_OPTIONS && (await placeOf(radio)) !== 'here'; steps += 1) await page.keyboard.press('ArrowDown');
  if (!(await radio.isChecked())) await page.keyboard.press('Space');
  await expect(radio).toBeChecked();
}

/** Takes an option of a list with the arrows. */
export async function pickByKeyboard(page: Page, list: Locator, option: string): Promise<void> {
  await tabTo(page, list);
  const [at, wanted] = (await list.evaluate((element, label) => {
    const { options, selectedIndex } = element as HTMLSelectElement;
    return [selectedIndex, [...options].findIndex(({ text, value }) => [text, value].includes(label))];
  }, option)) as [number, number];
  expect(wanted, `${option} is in the list`).toBeGreaterThanOrEqual(0);
  for (let steps = 0; steps < Math.abs(wanted - at); steps += 1) await page.keyboard.press(wanted > at ? 'ArrowDown' : 'ArrowUp');
}

/** After a press the focus is somewhere on the page, and not thrown back to its beginning. */
export async function keepsFocus(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'nothing'), { message: 'the focus is not lost' })
    .not.toMatch(/^(BODY|nothing)$/);
}
