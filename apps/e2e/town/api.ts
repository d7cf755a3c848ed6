/** One answer of the JSON API. */
export interface Answer<T> {
  status: number;
  body: T;
}

const BASE = process.env.E2E_BASE_URL ?? '';

/** Calls the API as our own pages do. */
export async function call<T>(method: string, path: string, o: { cookie?: string; body?: unknown; key?: string } = {}): Promise<Answer<T>> {
  const response = await fetch(`${BASE}${path}`, {
    method,
    headers: {
      origin: BASE,
      ...(o.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(o.cookie ? { cookie: o.cookie } : {}),
      ...(o.key ? { 'idempotency-key': o.key } : {}),
    },
    ...(o.body === undefined ? {} : { body: JSON.stringify(o.body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : null) as T };
}
