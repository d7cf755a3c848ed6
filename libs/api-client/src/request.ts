import { NO_CONNECTION, ProblemError, problemFrom } from './problem.js';

/** A key of its own for one act of a person, so that a repeat of the same act counts once. */
export function newIdempotencyKey(): string {
  // Not randomUUID: browsers give that to secure pages only, and a test machine in the house may be plain http.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The `If-Match` of a version that was seen. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}

/** The form token of the session, which the server leaves in a cookie for us to read; none outside a browser. */
export function formToken(): string | undefined {
  const { document } = globalThis as { document?: { cookie: string } };
  return /(?:^|; )(?:__Host-)?yoriai-form=([\w-]+)/.exec(document?.cookie ?? '')?.[1];
}

/**
 * One request to the API with the session cookie. Throws {@link ProblemError} for every refusal and
 * for a request that never arrived. A POST without `Idempotency-Key` gets one of its own;
 * a change says by `X-Form-Token` that it comes from the App, also where a browser sends no Origin.
 */
export async function request<T>(url: string, init: RequestInit = {}): Promise<T> {
  const headers = new Headers(init.headers);
  headers.set('Accept', 'application/json, application/problem+json');
  if (init.method === 'POST' && !headers.has('Idempotency-Key')) headers.set('Idempotency-Key', newIdempotencyKey());
  const token = init.method === undefined || init.method === 'GET' ? undefined : formToken();
  if (token !== undefined) headers.set('X-Form-Token', token);
  const answer = await send(url, { ...init, headers, credentials: 'same-origin' });
  const body = await bodyOf(answer);
  if (!answer.ok) throw new ProblemError(problemFrom(body, answer.status, answer.headers.get('x-request-id')));
  return body as T;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ProblemError({ code: NO_CONNECTION, status: 0, detail: '' });
  }
}

/** The JSON of an answer; nothing for an empty one or for what is no JSON. */
async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text().catch(() => {
    throw new ProblemError({ code: NO_CONNECTION, status: 0, detail: '' });
  });
  if (text === '' || !/json/.test(answer.headers.get('content-type') ?? '')) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
