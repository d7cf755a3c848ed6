import type { FastifyRequest } from 'fastify';
import { newToken } from '@yoriai/platform';
import type { Problem } from '../../http/problem.js';
import { FORM_TOKEN_FIELD } from '../../http/origin.js';

/** A form as it was sent, to be sent once more. */
export interface UnsentForm {
  readonly action: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

/** Answers that pass by themselves, or that say nothing about what was written. */
const PASSING = new Set([429, 500, 503]);
const OTHERWISE = new Set(['platform.idempotency-running', 'platform.idempotency-unknown']);

/**
 * What somebody wrote into a form that could not be taken just now; undefined where sending the same again
 * is no way on. Nothing but what came is in it, so it needs no database. Under a key that will never be
 * answered it gets a new one: our forms count once for a person whatever their key.
 */
export function unsentForm(request: FastifyRequest, { status, code }: Pick<Problem, 'status' | 'code'>): UnsentForm | undefined {
  const isForm = request.method === 'POST' && (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  if (!isForm || typeof request.body !== 'object' || request.body === null || !(PASSING.has(status) || OTHERWISE.has(code))) return undefined;
  const typed = Object.entries(request.body as Record<string, unknown>).filter(([name]) => name !== FORM_TOKEN_FIELD);
  const values = Object.fromEntries(typed.map(([name, value]) => [name, [value].flat().filter((one): one is string => typeof one === 'string')]));
  return { action: request.url, values: code === 'platform.idempotency-unknown' ? { ...values, _key: newToken() } : values };
}
