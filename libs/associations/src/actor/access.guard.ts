import { Injectable, createParamDecorator, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS_KEY, sessionToken, type AccessLevel, type RequestWithSession } from '@yoriai/identity';
import { Config, refuse } from '@yoriai/platform';
import type { FastifyRequest } from 'fastify';
import { accessVerdict } from './access.policy.js';
import { ActorLoader } from './actor-loader.js';
import type { Actor } from './actor.js';

/** What the guard leaves on the request. */
export interface RequestWithActor extends RequestWithSession {
  actor?: Actor | null;
}

/**
 * Stands before every route of API and Site and refuses by default: a route without `@Access` is closed.
 * Refuses `session.needed` (401), `access.forbidden`, and for a session that is held back `passkey.add-first` and `passkey.use-it` (403).
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly loader: ActorLoader,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    const token = sessionToken(request, this.config);
    const asking = token ? await this.loader.byToken(token) : null;
    request.actor = asking?.actor ?? null;
    request.signedIn = asking?.signedIn ?? null;

    const levels = this.reflector.getAllAndOverride<AccessLevel[] | undefined>(ACCESS_KEY, [context.getHandler(), context.getClass()]);
    const verdict = accessVerdict(levels, request.actor);
    const held = asking?.signedIn.held ?? null;
    if (verdict === 'access.forbidden' && held !== null) refuse(held === 'add-first' ? 'passkey.add-first' : 'passkey.use-it', { status: 403 });
    if (verdict !== true) refuse(verdict, { status: verdict === 'session.needed' ? 401 : 403 });
    return true;
  }
}

/** The person who asks, or null on public routes. On routes for the signed-in it is never null: type it `Actor`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => {
  return context.switchToHttp().getRequest<RequestWithActor>().actor ?? null;
});
