import type { Heard } from './stage.js';

/**
 * What an answer means, in one word of the matrix: `ok` it was done or shown, `in` sign in first, `no`
 * this kind of page is for other people (before anything was looked up), otherwise the status: 404
 * unseen, 403 seen but forbidden, 409 not in this state.
 */
export function verdictOf({ status, headers, body }: Heard): string {
  if (status === 401) return 'in';
  if (status === 303) return /^\/sign-in(\?|$)/.test(headers.get('location') ?? '') ? 'in' : 'ok';
  if (status === 403) return codeOf(body) === 'access.forbidden' ? 'no' : '403';
  return status < 300 ? 'ok' : String(status);
}

/** The code of a refusal, from a problem document or from the page that says it. */
export function codeOf(body: string): string | undefined {
  return /"code":"([a-z.-]+)"/.exec(body)?.[1] ?? /class="err-code">([a-z.-]+)</.exec(body)?.[1];
}
