import { gzipSync } from 'node:zlib';
import type { IncomingHttpHeaders } from 'node:http';

/** Text that is sent again and again, and packed once at most. */
export class Zippable {
  private zipped: Buffer | undefined;

  constructor(readonly plain: Buffer) {}

  /**
   * The bytes for this reader and what has to be said about them: packed for those who take gzip, a fifth of
   * the size. For what is the same for everybody only: a page with somebody's form token beside their own
   * words would tell the token by its packed length (BREACH). The answer's ETag must be a weak one.
   */
  for(headers: IncomingHttpHeaders): { bytes: Buffer; headers: Record<string, string> } {
    const takes = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(headers['accept-encoding'] ?? ''));
    if (!takes) return { bytes: this.plain, headers: {} };
    this.zipped ??= gzipSync(this.plain);
    return { bytes: this.zipped, headers: { 'content-encoding': 'gzip' } };
  }
}
