import { expect, test, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import { chooseByKeyboard, keepsFocus, pickByKeyboard, pressByKeyboard, tabTo, writeByKeyboard } from './keyboard.js';

/** How somebody comes: with scripts or without, and with a window or letters of another size. In the project `keyboard` nobody has a mouse. */
export interface Ways {
  scripts?: boolean;
  mouse?: boolean;
  viewport?: BrowserContextOptions['viewport'];
}

/** Somebody at a browser of their own. What they press is counted; typing and choosing from a list is not. */
export class Someone {
  private presses = 0;

  private constructor(
    readonly page: Page,
    private readonly mouse: boolean,
  ) {}

  /** A fresh browser: no cookies, no account. */
  static async at(browser: Browser, { scripts = true, mouse = test.info().project.name !== 'keyboard', viewport }: Ways = {}): Promise<Someone> {
    const context = await browser.newContext({ javaScriptEnabled: scripts, ...(viewport ? { viewport } : {}) });
    return new Someone(await context.newPage(), mouse);
  }

  async press(what: Locator): Promise<void> {
    this.presses += 1;
    if (this.mouse) return what.click();
    const wasInApp = this.inApp();
    await pressByKeyboard(this.page, what);
    // In the App, whose pages don't load anew, somebody has to care where the focus goes. Who comes to it from the Site begins at its top.
    if (wasInApp && this.inApp()) await keepsFocus(this.page);
  }

  async write(box: Locator, text: string): Promise<void> {
    return this.mouse ? box.fill(text) : writeByKeyboard(this.page, box, text);
  }

  /** One of several radio buttons. */
  async choose(radio: Locator): Promise<void> {
    return this.mouse ? radio.check() : chooseByKeyboard(this.page, radio);
  }

  /** A box to tick. */
  async tick(box: Locator): Promise<void> {
    if (this.mouse) return box.check();
    await tabTo(this.page, box);
    if (!(await box.isChecked())) await this.page.keyboard.press('Space');
    await expect(box).toBeChecked();
  }

  /** An option of a list, by its words or its value. */
  async pick(list: Locator, option: string): Promise<void> {
    if (!this.mouse) return pickByKeyboard(this.page, list, option);
    await list.selectOption(option);
  }

  /** How many presses some doing takes. */
  async pressesFor(doing: () => Promise<void>): Promise<number> {
    const before = this.presses;
    await doing();
    return this.presses - before;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name, exact: typeof name === 'string' });
  }

  /** A box by its label; the label goes on with 必須 or 任意. */
  box(label: string): Locator {
    return this.page.getByLabel(new RegExp(`^${label}(必須|任意)?$`, 'u'));
  }

  /** Waits for the page with this heading. */
  async sees(heading: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }

  /** Waits for this to be said, and for whoever has no mouse to be where it is said, and not at the beginning of the page. */
  async hears(words: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words })).toBeVisible();
    if (!this.mouse && this.inApp()) await keepsFocus(this.page);
  }

  private inApp(): boolean {
    return new URL(this.page.url()).pathname.startsWith('/app');
  }

  /** The cookies of this browser, for calls of the API in its name. */
  async cookie(): Promise<string> {
    const cookies = await this.page.context().cookies();
    return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
