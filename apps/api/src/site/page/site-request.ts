import type { FastifyRequest } from 'fastify';
import type { RequestWithActor } from '@yoriai/associations';

/** A request as the guard leaves it for a page. */
export type SiteRequest = FastifyRequest & RequestWithActor;
