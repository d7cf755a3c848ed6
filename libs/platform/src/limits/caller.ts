import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** A request of which is known where it comes from; `network` is left there by the HTTP process. */
export interface CallingRequest {
  ip: string;
  network?: string;
}

/** Where a request comes from, for counting: the address, of IPv6 the /64 network, which one household or attacker holds whole. */
export function callerOf(request: CallingRequest): string {
  return request.network ?? request.ip;
}

/** {@link callerOf} as a parameter of a controller. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): string => callerOf(context.switchToHttp().getRequest<CallingRequest>()));
