import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, map, type Observable } from 'rxjs';
import { browserToken } from '@yoriai/identity';
import { Config, Idempotency, isStream, refuse, requestHash } from '@yoriai/platform';
import { isApi } from './request.js';

/**
 * A session is a cookie, which an answer given again could not carry; its code works once anyway. Contacts of those who applied
 * are read anew each time: each look is asked for and logged, and the answer is stored nowhere.
 */
const NOT_KEPT = [/^\/api\/(passkey-)?sessions$/, /^\/api\/events\/[^/]+\/applicant-contacts$/];

interface AskedRequest extends FastifyRequest {
  actor?: { personId: string } | null;
}

/** Gives the answer of the first POST again to a repeat under the same Idempotency-Key; scope = person or browser, and route. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AskedRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = request.headers['idempotency-key'];
    // A file is not read before it is known whether it may be sent; the same one again is no other one anyway: each room knows it by its content or its place.
    const isFile = isStream(request.body);
    const path = request.url.split('?')[0] ?? '';
    const isKept = !isFile && !NOT_KEPT.some((route) => route.test(path));
    if (request.method !== 'POST' || !isApi(request) || typeof key !== 'string' || !isKept) return next.handle();
    if (key.length < 8 || key.length > 255) refuse('platform.invalid', { status: 400 });
    const who = request.actor?.personId ?? browserToken(request, this.config) ?? request.ip;
    const scope = `${who} ${path}`;
    const asked = { scope, key, requestHash: requestHash(request.body) };
    const work = async () => ({ body: (await lastValueFrom(next.handle(), { defaultValue: null })) as unknown, status: reply.statusCode });
    return from(this.idempotency.once(asked, work)).pipe(
      map((answer) => {
        void reply.status(answer.status);
        if (answer.replayed) void reply.header('idempotency-replayed', 'true');
        return answer.body;
      }),
    );
  }
}
