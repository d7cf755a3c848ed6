import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Refusal, newId } from '@yoriai/platform';
import { translator } from '@yoriai/ui';
import { problemOf, type Problem } from './problem.js';
import { isApi } from './request.js';

/** What Node could not read as a request at all. */
export interface Unreadable {
  code?: string;
  /** The bytes as they came, where some did. */
  rawPacket?: unknown;
}

const STATUS: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/**
 * Answers what never became a request (heads over 16 KB, broken HTTP, a head that never ended) as
 * everything else is answered, with the headers that every answer carries: a problem document under /api and /health, a page elsewhere.
 */
export function answerUnreadable(always: Readonly<Record<string, string>>, error: Unreadable, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS[error.code ?? ''] ?? 400;
  const code = status === 431 ? 'platform.too-large' : 'platform.invalid';
  const problem = { ...problemOf(translator('ja'), new Refusal(code, { status: 400 }), newId()), status };
  const path = /^[A-Z]+ (\S+)/.exec(Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1', 0, 200) : '')?.[1] ?? '/';
  const api = isApi({ url: path });
  const body = Buffer.from(api ? JSON.stringify(problem) : pageOf(problem));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `content-type: ${api ? 'application/problem+json' : 'text/html'}; charset=utf-8`,
    `content-length: ${body.length}`,
    `x-request-id: ${problem.requestId}`,
    ...Object.entries({ ...always, 'cache-control': 'no-store' }).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body]));
}

/** Without a request there is nobody to ask for size or language; nothing of what was sent is said again. */
function pageOf({ title, code, requestId }: Problem): string {
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>${title}</title></head><body><main><h1>${title}</h1><p><a href="/">寄合</a></p><dl><dd>${requestId}</dd><dd class="err-code">${code}</dd></dl></main></body></html>`;
}
