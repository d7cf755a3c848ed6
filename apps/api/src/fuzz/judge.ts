import type { Heard } from '../rights/stage.js';

/**
 * What is wrong with an answer, or nothing: never a 5xx; every refusal of the API is a problem document
 * and every refusal of the Site a page, both with the code and with the number of the request.
 */
export function faultOf(path: string, { status, headers, body }: Heard): string | undefined {
  const id = headers.get('x-request-id');
  // The stage names a Chromium that is not there: a printer that can't is said so, and is no fault of the input.
  const noPrinter = status === 503 && body.includes('class="err-code">print.broken<');
  if (status >= 500 && !noPrinter) return `answers ${status}`;
  if (headers.has('x-evil') || headers.getSetCookie().some((line) => line.startsWith('x='))) return 'lets a header be forged';
  if (status < 400) return undefined;
  if (!id) return `answers ${status} without the number of the request`;
  const type = headers.get('content-type') ?? '';
  if (/^\/(api|health)(\/|\?|$)/.test(path)) {
    if (!type.startsWith('application/problem+json')) return `answers ${status} as ${type}`;
    const problem = JSON.parse(body) as { code?: unknown; requestId?: unknown; status?: unknown };
    const whole = typeof problem.code === 'string' && problem.requestId === id && problem.status === status;
    return whole ? undefined : `answers ${status} with half a problem document`;
  }
  if (!type.startsWith('text/html')) return `answers ${status} as ${type}`;
  // A form that is sent back says what to mend at its boxes; an old link leads to a new letter.
  const formAgain = [409, 410, 422, 429].includes(status) && /<form |href="\/sign-in"/.test(body);
  const whole = formAgain || (/class="err-code">[a-z-]+\.[a-z.-]+</.test(body) && body.includes(id));
  return whole ? undefined : `answers ${status} with a page without code or number`;
}
