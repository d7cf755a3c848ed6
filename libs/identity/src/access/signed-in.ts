import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { refuse } from '@yoriai/platform';
import type { SignedIn } from '../session/session.service.js';

/** What the guard leaves on a request for the decorators. */
export interface RequestWithSession {
  signedIn?: SignedIn | null;
}

/** The session behind the request. Refuses `session.needed` (401) where there is none. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const request = context.switchToHttp().getRequest<RequestWithSession>();
  return request.signedIn ?? refuse('session.needed', { status: 401 });
});
