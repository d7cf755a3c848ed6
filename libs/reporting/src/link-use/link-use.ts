/** Under what name the following of a short link is counted. */
export const linkUse = (code: string): string => `short-link ${code}`;

/** The code of an association's page; no event has one with a dash. */
export const hostCode = (slug: string): string => `o-${slug}`;

/** Whose page a code leads to, as somebody may type it; null where it is an event's. */
export function hostOfCode(code: string): string | null {
  return /^o-([a-z0-9-]{1,80})$/u.exec(code.trim().toLowerCase())?.[1] ?? null;
}
