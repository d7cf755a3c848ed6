import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const BASE = process.env.E2E_BASE_URL ?? '';

// Left alone, it would fetch its own WebAssembly from a server of others.
const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer } });

/** An answer that should be a PDF. */
export interface PdfAnswer {
  status: number;
  type: string;
  retryAfter: string | null;
  pdf: Buffer;
}

/** Opens a paper as a PDF. */
export async function openPdf(path: string, cookie?: string): Promise<PdfAnswer> {
  const answer = await fetch(`${BASE}${path}`, { headers: cookie ? { cookie } : {} });
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    retryAfter: answer.headers.get('retry-after'),
    pdf: Buffer.from(await answer.arrayBuffer()),
  };
}

/** One of poppler's programs, given the PDF on its standard input. */
export function poppler(program: string, args: string[], pdf: Buffer): Buffer {
  const { status, stdout, stderr, error } = spawnSync(program, args, { input: pdf, maxBuffer: 100_000_000 });
  if (error) throw new Error(`${program} doesn't run (Debian: apt-get install poppler-utils): ${error.message}`);
  if (status !== 0) throw new Error(`${program}: ${stderr.toString()}`);
  return stdout;
}

/** The text of every page. */
export function pagesOf(pdf: Buffer): string[] {
  return poppler('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], pdf)
    .toString('utf8')
    .split('\f')
    .slice(0, -1);
}

/** Width and height of the first page in whole millimetres. */
export function sizeOf(pdf: Buffer): [number, number] {
  const found = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(poppler('pdfinfo', ['-'], pdf).toString('utf8'));
  const millimetres = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4);
  return [millimetres(found?.[1]), millimetres(found?.[2])];
}

/** Every font of the PDF: its name without the subset's letters, its kind, and whether it is inside. */
export function fontsOf(pdf: Buffer): { name: string; kind: string; embedded: boolean }[] {
  const lines = poppler('pdffonts', ['-'], pdf).toString('utf8').trimEnd().split('\n').slice(2);
  return lines.map((line) => {
    const [, name = '', kind = '', embedded] = /^(\S+)\s+(.+?)\s+\S+\s+(yes|no)\s+(?:yes|no)\s+(?:yes|no)\s/.exec(line) ?? [];
    return { name: name.replace(/^[A-Z]{6}\+/, ''), kind, embedded: embedded === 'yes' };
  });
}

/** What a camera reads from the first page at 150 dots an inch, in grey. */
export async function codesOn(pdf: Buffer): Promise<string[]> {
  const png = poppler('pdftoppm', ['-r', '150', '-gray', '-png', '-f', '1', '-l', '1', '-singlefile', '-'], pdf);
  const found = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'], tryHarder: true });
  return found.map((code) => code.text);
}
