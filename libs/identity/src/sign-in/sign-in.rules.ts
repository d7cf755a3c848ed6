import type { Limit } from '@yoriai/platform';

/** A code is six digits; five tries in ten minutes leave a guesser one chance in 200,000 (ASVS 6.6.3). */
export const MAX_TRIES = 5;

/** Links and codes live for ten minutes (ASVS 6.5.5). */
export const LIFETIME_MS = 10 * 60 * 1000;

/** Letters to one mail address that one browser or one place may ask for: enough for somebody who mistypes, too few to fill a mailbox. */
export const LETTERS_HERE = { quarterHour: 5, day: 20 } as const;

/**
 * Letters to one mail address from everywhere: more than one place alone may ask for, so that somebody who
 * wears out a neighbour's letters leaves some for the neighbour. With five tries each, a day of guessing one
 * account has 150 chances in a million.
 */
export const LETTERS_IN_ALL = { quarterHour: 15, day: 30 } as const;

/** Letters that one place (a household, a community centre) may ask for, whoever they are for. */
export const ASKED_BY_PLACE: Limit = { name: 'identity.letters-asked', most: 100, minutes: 15 };

/** Wrong codes from one place, whoever they are for: guessing many accounts at once is no faster than guessing one. The link in the letter goes on working. */
export const CODES_BY_PLACE: Limit = { name: 'identity.codes-tried', most: 50, minutes: 60 };

/**
 * How long a request is kept (days): it may hold the name and address of somebody who never came. Counting letters
 * looks back a day; whether a browser signed in with an address before, three months.
 */
export const KEPT_DAYS = { used: 90, other: 1 } as const;

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

/** Letters that went out to the same mail address in the last quarter of an hour and the last day. */
export interface EarlierRequests {
  quarterHour: number;
  day: number;
}

/**
 * Whether one more letter may go to a mail address: `write`, `too-often` for those who asked themselves (they
 * are told, and it says nothing about the account), `unsent` where others asked too often (that is not told).
 * A browser that signed in with this address before is judged by its own requests alone, so that a
 * stranger's flood can't lock its owner out.
 */
export function letterVerdict(earlier: Record<'all' | 'here' | 'own', EarlierRequests> & { knownBrowser: boolean }): 'write' | 'too-often' | 'unsent' {
  if (!within(earlier.knownBrowser ? earlier.own : earlier.here, LETTERS_HERE)) return 'too-often';
  return earlier.knownBrowser || within(earlier.all, LETTERS_IN_ALL) ? 'write' : 'unsent';
}

function within(counted: EarlierRequests, most: EarlierRequests): boolean {
  return counted.quarterHour < most.quarterHour && counted.day < most.day;
}

/** Seconds after which those who asked too often surely may again. */
export function secondsToWait(counted: EarlierRequests): number {
  return counted.day < LETTERS_HERE.day ? 15 * 60 : 24 * 60 * 60;
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
