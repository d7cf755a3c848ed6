import type sharp from 'sharp';
import { refuse } from '../refusal.js';

/** Bytes of a file as it comes: a phone's photo is three to six million. */
export const MOST_BYTES = 8 * 1024 * 1024;
/** Pixels that are unfolded from a picture at most; the largest phone takes fifty million. */
const MOST_PIXELS = 50_000_000;
/** The longer side of a picture as it is kept: a form on it can still be read. */
const LONGEST_SIDE = 2_400;

/** What is kept, and nothing else: pictures as JPEG made here, papers as PDF. */
export const FILE_KINDS = ['image/jpeg', 'application/pdf'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** A file in the form in which it is kept. */
export interface KeptForm {
  kind: FileKind;
  content: Buffer;
}

let loaded: Promise<typeof sharp> | undefined;

/** The drawing library, loaded with the first file: most processes never see one. */
function drawing(): Promise<typeof sharp> {
  loaded ??= import('sharp').then(({ default: library }) => {
    // Of all that libvips can read (SVG, TIFF, HEIF, PDF, ImageMagick …) only what phones and scanners send.
    library.block({ operation: ['VipsForeignLoad'] });
    library.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] });
    library.cache(false);
    library.concurrency(1);
    return library;
  });
  return loaded;
}

/** Pictures are unfolded one after the other: two at once are twice the memory. */
let before: Promise<unknown> = Promise.resolve();

/**
 * The form in which a file from outside is kept. What it is is read from its content, whatever it was called: a JPEG,
 * PNG or WebP picture is drawn anew as a JPEG of at most 2,400 pixels a side (or fewer, as the caller says), upright, so that nothing of the old file
 * lives on (place and time of the photo, thumbnails, text or programs hung on behind); a PDF is kept as it is, if it is
 * one from its first byte to its last. Refuses `file.empty` (422), `file.too-large` (413), `file.kind` (415),
 * `file.too-many-pixels` (422), before anything is unfolded, and `file.broken` (422).
 */
export async function keptForm(bytes: Buffer, longestSide = LONGEST_SIDE): Promise<KeptForm> {
  if (bytes.length === 0) return refuse('file.empty', { status: 422 });
  if (bytes.length > MOST_BYTES) return refuse('file.too-large', { status: 413 });
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return { kind: 'application/pdf', content: wholePdf(bytes) };
  const library = await drawing();
  const { width, height } = await sizeOf(library, bytes);
  if (width * height > MOST_PIXELS) return refuse('file.too-many-pixels', { status: 422 });
  const drawn = before.then(() => redrawn(library, bytes, longestSide));
  before = drawn.catch(() => undefined);
  return { kind: 'image/jpeg', content: await drawn };
}

/** A picture that is kept, drawn smaller for a place where it is seen beside others. */
export async function smaller(content: Buffer, longestSide: number): Promise<Buffer> {
  const library = await drawing();
  const drawn = before.then(() => redrawn(library, content, longestSide));
  before = drawn.catch(() => undefined);
  return drawn;
}

/** A PDF ends with its end mark; what comes behind it is for another program. */
function wholePdf(bytes: Buffer): Buffer {
  const end = bytes.subarray(-1024).toString('latin1');
  return /^%PDF-[12]\.\d/.test(bytes.subarray(0, 8).toString('latin1')) && /%%EOF\s*$/.test(end) ? bytes : refuse('file.broken', { status: 422 });
}

/** From the head of the picture alone. */
async function sizeOf(library: typeof sharp, bytes: Buffer): Promise<{ width: number; height: number }> {
  try {
    const { width, height } = await library(bytes, { limitInputPixels: false }).metadata();
    return { width, height };
  } catch {
    return refuse('file.kind', { status: 415 });
  }
}

async function redrawn(library: typeof sharp, bytes: Buffer, side: number): Promise<Buffer> {
  try {
    return await library(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer();
  } catch {
    return refuse('file.broken', { status: 422 });
  }
}
