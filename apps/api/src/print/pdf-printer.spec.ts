import { afterEach, describe, expect, it } from '@jest/globals';
import { Refusal } from '@yoriai/platform';
import { testConfig } from '@yoriai/testing';
import { PdfPrinter } from './pdf-printer.js';

const NO_DATABASE = { appUrl: 'postgres://nowhere/a', queueUrl: 'postgres://nowhere/b' };
/** Ends at once, as a broken Chromium does. */
const BROKEN = process.execPath;
/** Working and waiting papers together. */
const ROOM = 8;

let printer: PdfPrinter;
const printerWith = (chromium: string | undefined) => (printer = new PdfPrinter(testConfig(NO_DATABASE, { chromium })));

afterEach(() => printer.onApplicationShutdown());

async function refused(printed: Promise<unknown>): Promise<Pick<Refusal, 'code' | 'status' | 'retryAfter'>> {
  const error = await printed.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw new Error(`not refused: ${String(error)}`);
  return { code: error.code, status: error.status, retryAfter: error.retryAfter };
}

describe('the printer', () => {
  it('says so where none is configured, and draws nothing', async () => {
    let drawn = false;
    const answer = await refused(printerWith(undefined).print(async () => String((drawn = true))));
    expect(printer.ready).toBe(false);
    expect(answer).toEqual({ code: 'print.no-printer', status: 404, retryAfter: undefined });
    expect(drawn).toBe(false);
  });

  it('turns away at once what it has no room for, before a name is read for it', async () => {
    printerWith(BROKEN);
    let end = (): void => undefined;
    const held = new Promise<string>((_, reject) => (end = () => reject(new Refusal('event.not-found', { status: 404 }))));
    const taken = Array.from({ length: ROOM }, () => refused(printer.print(() => held)));
    let drawn = false;
    const answer = await refused(printer.print(async () => String((drawn = true))));
    expect(answer).toEqual({ code: 'print.busy', status: 503, retryAfter: 5 });
    expect(drawn).toBe(false);
    end();
    expect(new Set((await Promise.all(taken)).map(({ code }) => code))).toEqual(new Set(['event.not-found']));
  });

  it('that does not start answers 503, every time, and says when to come again', async () => {
    printerWith(BROKEN);
    for (let again = 0; again < 2; again += 1) {
      expect(await refused(printer.print(async () => '<p>紙</p>'))).toEqual({ code: 'print.broken', status: 503, retryAfter: 5 });
    }
  });
});
