import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { sessionToken } from '@yoriai/identity';
import type { Config } from '@yoriai/platform';
import { THEME_PATH } from '@yoriai/ui';
import { appPage } from './app-page.js';
import { rootOf } from './http/display.js';
import { VARY_BY_LANGUAGE, wordsFor } from './http/language.js';
import { serveSheets } from './style-sheets.js';

/** Our own names stay the same from version to version, so browsers ask again soon; the App's carry a fingerprint. */
const HOUR_MS = 60 * 60 * 1000;
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Style sheets and pictures at /theme, the App at /app. Everything is ours: nothing is fetched from elsewhere. */
export async function serveFiles(app: NestFastifyApplication, config: Config): Promise<void> {
  const theme = dirname(fileURLToPath(import.meta.resolve('@yoriai/ui/theme/theme.css')));
  const lasting = config.mode === 'production';
  await serveSheets(app, config, theme);
  await app.register(fastifyStatic, { root: theme, prefix: `${THEME_PATH}/`, maxAge: lasting ? HOUR_MS : 0, index: false });
  const web = join(dirname(fileURLToPath(import.meta.url)), '../../web/dist');
  if (!existsSync(join(web, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: join(web, 'assets'),
    prefix: '/app/assets/',
    decorateReply: false,
    maxAge: YEAR_MS,
    immutable: true,
    index: false,
    // The build lays them down packed; nothing in them is anybody's own.
    preCompressed: true,
  });
  const fastify = app.getHttpAdapter().getInstance();
  const page = async () => readFile(join(web, 'index.html'), 'utf8');
  // Every path under /app is the App's own business; only its files above are real.
  for (const path of ['/app', '/app/*']) {
    fastify.get(path, async (request, reply) =>
      reply
        // Not even for the way back: after signing out it would show the lists of names once more.
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .header('vary', VARY_BY_LANGUAGE)
        .send(
          appPage(await page(), {
            root: rootOf(request),
            t: wordsFor(request),
            path: request.url.split('?')[0] ?? '',
            session: sessionToken(request, config) !== undefined,
            demo: config.demo,
            phone: config.officePhone,
          }),
        ),
    );
  }
}
