import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { ValidationPipe, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import { browserCookieName, sessionCookieName, type RequestWithLanguage } from '@yoriai/identity';
import { Refusal, VALIDATION, fieldErrors, isStream, type Clock, type Config } from '@yoriai/platform';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ApiModule } from './api.module.js';
import { checkBodyShape } from './http/body-shape.js';
import { Goodbye, sayGoodbye } from './http/goodbye.js';
import { answerUnreadable } from './http/client-error.js';
import { takeFiles } from './http/files.js';
import { takeOneClick } from './http/one-click.js';
import { plainTarget } from './http/plain-target.js';
import { boundRequests } from './http/bound-requests.js';
import { languageOf, wordsFor } from './http/language.js';
import { checkFormToken, checkOrigin } from './http/origin.js';
import { problemOf, refusalOf } from './http/problem.js';
import { isApi } from './http/request.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { houseHeaders } from './http/house-headers.js';
import { openApiDocument } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { MOST_BYTES } from './open-data/csv-file.js';
import { SiteErrors } from './site/error/site-errors.js';
import { PageCache } from './site/page/page-cache.js';
import { ReadyPages } from './site/page/ready-pages.js';
import { serveFiles } from './static-files.js';

/** Bytes of a request; the longest event text stays below a quarter of it. */
const BODY_LIMIT = 64 * 1024;
/** Where a file comes in: it is a third longer in the body, and has a name beside it. */
const FILE_ROUTES = new Set(['/api/event-imports', '/api/event-imports/previews']);
const FILE_BODY_LIMIT = Math.ceil(MOST_BYTES / 3) * 4 + 1024;

/** No request takes longer, and no line stays silent longer within one (milliseconds). */
const LONGEST_MS = 30_000;
/** How often lines are looked through for requests that take longer (milliseconds). */
const LOOK_MS = 2_000;
/** Lines wait so long for another request: longer than a proxy in front keeps them (milliseconds). */
const KEEP_ALIVE_MS = 72_000;

/** What tests bring: a clock that stands still, less patience with who sends slowly, and a look at every route that is registered. */
export interface UnderTest {
  clock?: Clock;
  longestMs?: number;
  onRoute?: (route: { method: string | string[]; url: string }) => void;
}

/** Builds the HTTP process, ready to listen. */
export async function createApi(config: Config, { clock, longestMs = LONGEST_MS, onRoute }: UnderTest = {}): Promise<NestFastifyApplication> {
  const always = houseHeaders(config.publicUrl);
  const ready = new ReadyPages({ session: sessionCookieName(config), browser: browserCookieName(config) }, always);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // Told to stop, it still answers what comes over the connections it has, and asks for the next one to be opened elsewhere.
    return503OnClosing: false,
    serverFactory: (framework: RequestListener) => {
      const answer: RequestListener = (request, response) => {
        plainTarget(request);
        ready.answer(request, response, () => framework(request, response));
      };
      const server = createServer({ requestTimeout: longestMs, connectionsCheckingInterval: LOOK_MS, keepAliveTimeout: KEEP_ALIVE_MS }, answer);
      // Expectations nobody knows are passed over; Node would refuse them with an answer of its own.
      return server.on('checkExpectation', answer).setTimeout(longestMs);
    },
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: (error, socket) => answerUnreadable(always, error, socket),
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      // No hook runs for such a request, so what every other answer carries is put on here.
      void reply.headers({ ...always, 'cache-control': 'no-store', 'x-request-id': request.id });
      void answerFrameworkError(app.get(SiteErrors), error, request, reply);
    },
  });
  const levels: LogLevel[] = config.mode === 'test' ? ['error', 'fatal'] : ['error', 'fatal', 'warn'];
  const app: NestFastifyApplication = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(config, clock), adapter, { logger: levels, abortOnError: false });
  app.getHttpAdapter().getInstance().addHook('onRoute', (route) => {
    if (FILE_ROUTES.has(route.url)) route.bodyLimit = FILE_BODY_LIMIT;
  });
  if (onRoute) app.getHttpAdapter().getInstance().addHook('onRoute', onRoute);
  await protect(app, config, always);
  app.useGlobalPipes(
    new ValidationPipe({
      ...VALIDATION,
      transform: true,
      exceptionFactory: (errors) => new Refusal('platform.invalid', { status: 422, fields: fieldErrors(errors) }),
    }),
  );
  app.useGlobalInterceptors(app.get(IdempotencyInterceptor));
  app.useGlobalFilters(app.get(ProblemFilter));
  // Nest answers what its routes throw; of the static files, which it does not know, this one does.
  app.getHttpAdapter().getInstance().setErrorHandler((error, request, reply) => app.get(ProblemFilter).answer(error, request, reply));
  ready.open(app.get(PageCache, { strict: false }));
  app.getHttpAdapter().getInstance().addHook('preClose', (done) => {
    ready.close();
    done();
  });
  sayGoodbye(app.getHttpAdapter().getInstance(), app.get(Goodbye), config.leaveNoticeMs);
  await serveFiles(app, config);
  let document: string | undefined;
  app.getHttpAdapter().get('/api/openapi.json', (_request, reply: { type(t: string): { send(body: string): void } }) => {
    document ??= JSON.stringify(openApiDocument(app));
    reply.type('application/json; charset=utf-8').send(document);
  });
  return app;
}

/** Addresses that can't even be routed (`/%ZZ`): the same page or problem document as everywhere. */
async function answerFrameworkError(siteErrors: SiteErrors, error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const problem = problemOf(wordsFor(request), refusalOf(error), request.id);
  if (!isApi(request)) return siteErrors.answer(request, reply, problem);
  await reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}

/** Headers, cookies and the rule that changes come from our own pages. */
async function protect(app: NestFastifyApplication, config: Config, always: Readonly<Record<string, string>>): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await app.register(cookie);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(always);
    void reply.header('x-request-id', request.id);
    // Answers of the API are about somebody unless they say otherwise.
    if (isApi(request)) void reply.header('cache-control', 'no-store');
    done();
  });
  await boundRequests(fastify, config.requestsPerMinute);
  fastify.addHook('onRequest', (request: FastifyRequest & RequestWithLanguage, _reply, done) => {
    request.language = languageOf(request);
    checkOrigin(request, config.publicUrl);
    done();
  });
  takeOneClick(fastify);
  takeFiles(fastify);
  fastify.addHook('preValidation', (request, _reply, done) => {
    if (!isStream(request.body)) checkBodyShape(request.body);
    checkBodyShape(request.query);
    checkBodyShape(request.params);
    checkFormToken(request, config);
    done();
  });
}
