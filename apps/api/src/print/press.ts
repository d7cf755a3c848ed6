import { tmpdir } from 'node:os';
import type { Browser, BrowserServer, Route } from 'playwright-core';

/** A file of ours that a paper shows: a style sheet, a picture. `undefined` for what is not ours to show. */
export type ReadFile = (path: string) => Promise<{ type: string; body: Buffer } | undefined>;

/** Which Chromium, and whether its own sandbox keeps it in. */
export interface ChromiumPlace {
  readonly path: string;
  readonly sandbox: boolean;
}

/** Where the paper lies while it is printed: an address that leads nowhere (RFC 6761). */
const DESK = 'http://paper.invalid';
/** Nothing but style sheets and pictures of ours, or that stand in the page itself, should a text ever get out of its place. */
const POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:";
const LAUNCH_MS = 10_000;

/** One Chromium that makes PDFs of pages. It never asks the network for anything and runs no script. */
export class Press {
  private constructor(
    private readonly server: BrowserServer,
    private readonly browser: Browser,
    private readonly readFile: ReadFile,
  ) {}

  /** Starts a Chromium. `gone` is called when it ends, for whatever reason. */
  static async start({ path, sandbox }: ChromiumPlace, readFile: ReadFile, gone: () => void): Promise<Press> {
    // A third of what the process would hold besides: loaded with the first paper, not at the start.
    const { chromium } = await import('playwright-core');
    const server = await chromium.launchServer({
      executablePath: path,
      host: '127.0.0.1',
      timeout: LAUNCH_MS,
      // As root Chromium starts without its own sandbox only; a server should not run as root.
      chromiumSandbox: sandbox && process.getuid?.() !== 0,
      args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking'],
      // Our own shutdown decides when it ends. It inherits none of our settings: they hold passwords.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), TZ: 'Asia/Tokyo' },
    });
    try {
      const browser = await chromium.connect(server.wsEndpoint(), { timeout: LAUNCH_MS });
      browser.on('disconnected', gone);
      return new Press(server, browser, readFile);
    } catch (error) {
      await server.kill();
      throw error;
    }
  }

  /** The PDF of a whole HTML document; its size of paper is what its `@page` says. */
  async print(html: string): Promise<Buffer> {
    const context = await this.browser.newContext({ javaScriptEnabled: false, serviceWorkers: 'block', acceptDownloads: false });
    try {
      await context.route('**/*', (route) => this.answer(route, html));
      const page = await context.newPage();
      await page.goto(`${DESK}/`, { waitUntil: 'load' });
      return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
    } finally {
      await context.close();
    }
  }

  /** Ends it at once, whatever it is doing. */
  async stop(): Promise<void> {
    await this.server.kill();
  }

  private async answer(route: Route, html: string): Promise<void> {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== DESK) return route.abort('blockedbyclient');
    if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': POLICY }, body: html });
    const file = await this.readFile(pathname);
    return file ? route.fulfill({ contentType: file.type, body: file.body }) : route.abort('blockedbyclient');
  }
}
