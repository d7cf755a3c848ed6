import { StreamableFile } from '@nestjs/common';
import type { FileKind } from '@yoriai/platform';
import type { FastifyReply } from 'fastify';

/** A file as every file leaves the house: of one type, under a name of our own, in a box of its own; one that was taken away is gone at once, so nobody keeps it unasked. */
export function handedOut(reply: FastifyReply, id: string, { kind, content }: { kind: FileKind; content: Buffer }): StreamableFile {
  void reply.headers({ 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  return new StreamableFile(content, { type: kind, length: content.length, disposition: `attachment; filename="shiryo-${id.slice(-8)}.${kind === 'image/jpeg' ? 'jpg' : 'pdf'}"` });
}
