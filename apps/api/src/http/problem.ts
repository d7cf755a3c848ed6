import { Refusal, asRefusal, type FieldError } from '@yoriai/platform';
import { refusalText, type Translate } from '@yoriai/ui';

/** RFC 9457 problem document. `type` names the refusal; `detail` is a sentence a person can act on. */
export interface Problem {
  type: string;
  code: string;
  title: string;
  detail: string;
  status: number;
  requestId: string;
  fields?: { field: string; code: string; message: string }[];
  [extra: string]: unknown;
}

/** Enough to mend a form; a body with thousands of strange fields gets no answer of its own size. */
const MOST_FIELDS = 50;

/** What went wrong, as one kind of thing: refusals stay, what Fastify and Nest throw for bad input becomes a refusal, anything else is a bug. */
export function refusalOf(error: unknown): Refusal | undefined {
  const known = asRefusal(error);
  if (known instanceof Refusal) return known;
  const status = statusOf(error);
  if (status === undefined || status >= 500) return undefined;
  if (status === 404) return new Refusal('platform.not-found', { status: 404 });
  if (status === 413) return new Refusal('platform.too-large', { status: 413 });
  if (status === 415) return new Refusal('platform.media-type', { status: 415 });
  if (status === 401) return new Refusal('platform.sign-in-needed', { status: 401 });
  if (status === 403) return new Refusal('platform.forbidden', { status: 403 });
  if (status === 429) return new Refusal('platform.too-many', { status: 429, retryAfter: 60 });
  return new Refusal('platform.invalid', { status: status === 422 ? 422 : 400 });
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { statusCode, getStatus } = error as { statusCode?: unknown; getStatus?: () => number };
  if (typeof getStatus === 'function') return (error as { getStatus: () => number }).getStatus();
  return typeof statusCode === 'number' ? statusCode : undefined;
}

/** The sentence of one field that can't be taken. */
export function fieldMessage(t: Translate, error: FieldError): { field: string; code: string; message: string } {
  return { field: error.field, code: error.code, message: refusalText(t, error.code, error.params) };
}

/** The document for a refusal; `undefined` stands for a bug, about which nothing is told but the request's id. */
export function problemOf(t: Translate, refusal: Refusal | undefined, requestId: string): Problem {
  const code = refusal?.code ?? 'platform.internal';
  const sentence = refusalText(t, code, refusal?.params);
  return {
    ...refusal?.extra,
    type: `/problems/${code}`,
    code,
    title: sentence,
    detail: sentence,
    status: refusal?.status ?? 500,
    requestId,
    ...(refusal && refusal.fields.length > 0 ? { fields: refusal.fields.slice(0, MOST_FIELDS).map((field) => fieldMessage(t, field)) } : {}),
  };
}
