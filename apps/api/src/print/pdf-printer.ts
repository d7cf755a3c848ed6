import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Config, refuse } from '@yoriai/platform';
import { Press, type ChromiumPlace } from './press.js';
import { themeFile } from './theme-file.js';
import { NoTurn, Turns } from './turns.js';

/** A paper takes about a second; what takes longer than this will not come. */
const PRINT_MS = 10_000;
/** Asked again after this many seconds, most queues are gone. */
const RETRY_AFTER = 5;
/** Chromium holds a hundred megabytes; it is let go when nobody has printed for a while. */
const IDLE_MS = 60_000;

/**
 * Makes PDFs with one Chromium, started when first needed: two papers at once, six wait, none longer than
 * eight seconds. Pages are handed over as text and rendered for the person who asks, so it needs no cookie.
 */
@Injectable()
export class PdfPrinter implements OnApplicationShutdown {
  private readonly log = new Logger('PdfPrinter');
  private readonly turns = new Turns({ abreast: 2, waiting: 6, waitMs: 8_000 });
  private press: Promise<Press> | undefined;
  private idle: NodeJS.Timeout | undefined;

  constructor(private readonly config: Config) {}

  /** Whether a Chromium is named in the settings. Without one, the browser's own print dialog prints. */
  get ready(): boolean {
    return this.config.chromium !== undefined;
  }

  /**
   * The PDF of what `draw` gives. It is drawn when its turn has come, so that nobody's names are read for
   * a paper that is not made. Refuses `print.no-printer` (404), `print.busy` and `print.broken` (503).
   */
  async print(draw: () => Promise<string>): Promise<Buffer> {
    const { chromium: path, chromiumSandbox: sandbox } = this.config;
    if (path === undefined) return refuse('print.no-printer', { status: 404 });
    clearTimeout(this.idle);
    try {
      return await this.turns.take(async () => this.onPaper({ path, sandbox }, await draw()));
    } catch (error) {
      if (error instanceof NoTurn) return refuse('print.busy', { status: 503, retryAfter: RETRY_AFTER });
      throw error;
    } finally {
      clearTimeout(this.idle);
      this.idle = setTimeout(() => void this.rest(), IDLE_MS).unref();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.idle);
    await this.rest();
  }

  /** Lets Chromium go until it is needed again. */
  private async rest(): Promise<void> {
    if (this.press) await this.stop(this.press);
  }

  private async onPaper(chromium: ChromiumPlace, html: string): Promise<Buffer> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no PDF within ${PRINT_MS} ms`)), PRINT_MS);
    });
    const press = this.current(chromium);
    try {
      return await Promise.race([press.then((running) => running.print(html)), tooLong]);
    } catch (error) {
      // The first line says it; the rest is all that Chromium was started with.
      this.log.error(String(error).split('\n', 1)[0]);
      void this.stop(press);
      return refuse('print.broken', { status: 503, retryAfter: RETRY_AFTER });
    } finally {
      clearTimeout(timer);
    }
  }

  /** The Chromium that runs, or a new one. */
  private current(chromium: ChromiumPlace): Promise<Press> {
    if (this.press) return this.press;
    const started = Press.start(chromium, themeFile, () => this.forget(started));
    started.catch(() => this.forget(started));
    this.press = started;
    return started;
  }

  private forget(press: Promise<Press>): void {
    if (this.press === press) this.press = undefined;
  }

  private async stop(press: Promise<Press>): Promise<void> {
    this.forget(press);
    // One that never started has nothing to stop, and whoever wanted to print with it was told.
    const running = await press.catch(() => undefined);
    await running?.stop().catch((error: unknown) => this.log.error(`Chromium can't be stopped: ${String(error)}`));
  }
}
