import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@yoriai/platform';
import { THEME_PATH } from '@yoriai/ui';
import { Zippable } from './http/zippable.js';

/** The sheets that name others; each is sent as one file. */
const SHEETS = ['screen.css', 'ui.css', 'print.css', 'board.css'];
const IMPORT = /^@import '(\.\/[\w./-]+\.css)';$/gm;

/**
 * A style sheet with its `@import './…'` lines replaced by what they name, so that a page waits for one
 * file. Joined here and not by a bundler (lightningcss does it too): nothing is rewritten, and the
 * serving machine needs no compiler. Files that can't be read are an error at the start, not a bare page.
 */
export async function sheetText(path: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  const named = [...text.matchAll(IMPORT)].map((match) => match[1] ?? '');
  const parts = await Promise.all(named.map((name) => sheetText(join(dirname(path), name))));
  return text.replaceAll(IMPORT, () => parts.shift() ?? '');
}

/** The style sheets at /theme/*.css: read once in production, at every request where somebody may be editing them. */
export async function serveSheets(app: NestFastifyApplication, config: Config, theme: string): Promise<void> {
  const lasting = config.mode === 'production';
  const fastify = app.getHttpAdapter().getInstance();
  for (const name of SHEETS) {
    const read = () => sheetText(join(theme, name));
    const first = new Zippable(Buffer.from(await read()));
    fastify.get(`${THEME_PATH}/${name}`, async (request, reply) => {
      const sheet = lasting ? first : new Zippable(Buffer.from(await read()));
      const etag = `W/"${createHash('sha256').update(sheet.plain).digest('base64url').slice(0, 22)}"`;
      void reply.headers({ etag, vary: 'accept-encoding', 'cache-control': `public, max-age=${lasting ? 3600 : 0}` });
      if (request.headers['if-none-match'] === etag) return reply.status(304).send();
      const { bytes, headers } = sheet.for(request.headers);
      return reply.headers(headers).type('text/css; charset=utf-8').send(bytes);
    });
  }
}
