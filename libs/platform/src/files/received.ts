import type { Readable } from 'node:stream';
import { refuse } from '../refusal.js';
import { MOST_BYTES } from './kept-form.js';

/** The one content type in which a file is sent: its bytes, and nothing around them. */
export const FILE_TYPE = 'application/octet-stream';

/**
 * Reads a file that is being sent, only now that it is known who sends it and that they may. Refuses
 * `platform.media-type` (415) for a request that is no file, and `file.too-large` (413) as soon as it is.
 */
export async function received(body: unknown): Promise<Buffer> {
  if (!isStream(body)) return refuse('platform.media-type', { status: 415 });
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += (part as Buffer).length;
    // What is over the limit is read on, so that the answer arrives, but not kept.
    if (length <= MOST_BYTES) parts.push(part as Buffer);
    else if (length > 2 * MOST_BYTES) break;
  }
  return length > MOST_BYTES ? refuse('file.too-large', { status: 413 }) : Buffer.concat(parts);
}

/** True for the body of a request that sends a file, which nobody has read yet. */
export function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && 'pipe' in body && typeof body.pipe === 'function';
}
