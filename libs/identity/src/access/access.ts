import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiSecurity } from '@nestjs/swagger';

/**
 * Who a route is for. `signed-in`: anybody with a session; `officer`: anybody with a current officer
 * term, the ward office included; `staff`, `approver`, `privacy-officer`, `admin`: ward office terms.
 */
export type AccessLevel = 'public' | 'signed-in' | 'officer' | 'staff' | 'approver' | 'privacy-officer' | 'admin';

/** Metadata key that the guard reads; a handler without it is refused. */
export const ACCESS_KEY = 'yoriai:access';

/** The security scheme of OpenAPI: the session cookie. */
export const SESSION_SECURITY = 'session';

/**
 * Says who may call a route (any of the levels). Every route of the API and of the Site carries it,
 * because the guard in `associations` refuses what has no level. Object-level rights are the service's.
 */
export function Access(...levels: [AccessLevel, ...AccessLevel[]]): MethodDecorator & ClassDecorator {
  // `{}` is OpenAPI's "no credentials needed"; an empty list would be dropped by the swagger explorer.
  const security = levels.includes('public') ? ApiSecurity({}) : ApiSecurity(SESSION_SECURITY);
  return applyDecorators(SetMetadata(ACCESS_KEY, levels), security);
}
