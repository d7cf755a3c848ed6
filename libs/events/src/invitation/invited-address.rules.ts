/** Whom an event shows itself to: invited people alone, the people of its associations, or those of its area; null stands for everybody. */
export const VISIBILITIES = ['invited', 'members', 'area'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Between the slug of an event and the token of its link; in no slug. */
const MARK = '~';

/** The last part of the address of an event that not everybody sees. */
export function invitedAddress(slug: string, token: string): string {
  return `${slug}${MARK}${token}`;
}

/** The slug in an address and the token after it, where there is one. */
export function partsOf(address: string): { slug: string; token: string | null } {
  const at = address.indexOf(MARK);
  return at < 0 ? { slug: address, token: null } : { slug: address.slice(0, at), token: address.slice(at + 1) };
}

/** Whether a request's address carries the token of an invitation: what it answers is for its holder, and kept by nobody. */
export function isByInvitation(url: string): boolean {
  return /^\/(?:api\/public\/)?events\/[^/?#]*(?:~|%7e)/i.test(url);
}
