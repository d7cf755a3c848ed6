/** @yoriai/api-client: the API as typed functions, generated from its own description. */
export * from './generated/api.js';
export * from './problem.js';
export { formToken, ifMatch, newIdempotencyKey } from './request.js';
