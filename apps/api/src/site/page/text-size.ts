import type { FastifyRequest } from 'fastify';

/** Percent of the usual size that a visitor may choose; kept in a cookie, applied by the server, so that nothing jumps. */
export const TEXT_SIZES = ['100', '125', '150', '200'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const TEXT_SIZE_COOKIE = 'yoriai_text';

/** True for one of the offered sizes. */
export function isTextSize(value: unknown): value is TextSize {
  return TEXT_SIZES.some((size) => size === value);
}

/** The size this browser asked for. */
export function textSizeOf(request: Pick<FastifyRequest, 'cookies'>): TextSize {
  // Before the cookie parser has run (a request refused at the door) there are none.
  const chosen = (request.cookies as Record<string, string | undefined> | undefined)?.[TEXT_SIZE_COOKIE];
  return isTextSize(chosen) ? chosen : '100';
}
