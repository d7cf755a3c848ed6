/** Longest path worth coming back to. */
const MAX_LENGTH = 500;

/**
 * Where to go on after signing in: a path of our own pages, or `fallback`. Anything that a browser
 * could read as another site (`//x`, `/\x`, a scheme, control characters) is dropped.
 */
export function ownPath(next: unknown, fallback: string): string {
  if (typeof next !== 'string' || next.length > MAX_LENGTH) return fallback;
  if (!next.startsWith('/') || /[\\\p{Cc}]/u.test(next)) return fallback;
  const base = 'http://own.invalid';
  if (!URL.canParse(next, base)) return fallback;
  const url = new URL(next, base);
  // Parsing resolves `/..//x` and the like; what comes out has to be ours too.
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback;
  return `${url.pathname}${url.search}`;
}

/** The way to the sign-in page that leads back here. */
export function signInPath(next: string): string {
  return `/sign-in?next=${encodeURIComponent(next)}`;
}
