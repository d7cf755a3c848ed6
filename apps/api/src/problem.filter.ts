import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Guesses } from './http/guesses.js';
import { VARY_BY_LANGUAGE, wordsFor } from './http/language.js';
import { problemOf, refusalOf } from './http/problem.js';
import { isApi } from './http/request.js';
import { SiteErrors } from './site/error/site-errors.js';

/** The last resort of every request: a refusal becomes its answer, a bug becomes a 500 that tells nothing but the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Request');

  constructor(
    private readonly siteErrors: SiteErrors,
    private readonly guesses: Guesses,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    await this.answer(error, host.switchToHttp().getRequest<FastifyRequest>(), host.switchToHttp().getResponse<FastifyReply>());
  }

  /** The same for routes that Nest knows nothing of: files and the API's description. */
  async answer(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (reply.sent) return;
    const refusal = await this.guesses.count(refusalOf(error), request);
    const asked = { requestId: request.id, method: request.method, route: request.routeOptions?.url };
    if (!refusal) this.log.error(asked, error instanceof Error ? error.stack : String(error));
    else if (refusal.status === 503) this.log.warn({ ...asked, code: refusal.code, why: refusal.why });
    const problem = problemOf(wordsFor(request), refusal, request.id);
    if (refusal?.retryAfter) void reply.header('retry-after', String(refusal.retryAfter));
    void reply.header('cache-control', 'no-store').header('vary', VARY_BY_LANGUAGE);
    if (isApi(request)) {
      await reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
      return;
    }
    await this.siteErrors.answer(request, reply, problem);
  }
}
