/** A code is six digits; five tries in ten minutes leave a guesser one chance in 200,000 (ASVS 6.6.3). */
export const MAX_TRIES = 5;

/** Links and codes live for ten minutes (ASVS 6.5.5). */
export const LIFETIME_MS = 10 * 60 * 1000;

/** Letters to one address: enough for somebody who mistypes, too few to fill a mailbox or to guess codes. */
export const LETTERS_PER_QUARTER_HOUR = 5;
export const LETTERS_PER_DAY = 30;

export type SignInState = 'open' | 'used' | 'superseded' | 'exhausted' | 'unsent';

export interface SignInFacts {
  state: SignInState;
  expiresAt: Date;
  tries: number;
}

/** How a request stands before anybody looks at the code. */
export function requestVerdict(request: SignInFacts, now: Date): 'open' | 'sign-in.gone' | 'sign-in.too-many-tries' {
  if (request.state === 'exhausted' || request.tries >= MAX_TRIES) return 'sign-in.too-many-tries';
  return request.state === 'open' && now < request.expiresAt ? 'open' : 'sign-in.gone';
}

/** What a try changes: the right secret uses the request up, the fifth wrong one kills it. */
export function tryVerdict(request: SignInFacts, right: boolean): { state: SignInState; tries: number } {
  if (right) return { state: 'used', tries: request.tries };
  const tries = request.tries + 1;
  return { state: tries >= MAX_TRIES ? 'exhausted' : 'open', tries };
}

/** Earlier requests of the same address: all of them, or those of this browser where it is known. */
export interface EarlierRequests {
  quarterHour: number;
  day: number;
}

/**
 * Whether one more letter may go to an address. A browser that signed in with this address before is
 * judged by its own requests alone, so that a stranger's flood can't lock its owner out.
 */
export function mayWrite(earlier: { all: EarlierRequests; own: EarlierRequests; knownBrowser: boolean }): boolean {
  const counted = earlier.knownBrowser ? earlier.own : earlier.all;
  return counted.quarterHour < LETTERS_PER_QUARTER_HOUR && counted.day < LETTERS_PER_DAY;
}

/** Six digits out of a derived secret; the remainder's bias (10⁶ of 2⁴⁸) is far below one try. */
export function codeOf(secret: string): string {
  const number = Buffer.from(secret, 'base64url').readUIntBE(0, 6);
  return String(number % 1_000_000).padStart(6, '0');
}

/** What a person types as a code: full-width digits, spaces and hyphens between groups are fine. */
export function typedCode(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/gu, '').slice(0, 12);
}
