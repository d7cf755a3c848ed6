/** Outlives signing out, which clears the browser's store; of this browser alone, as is what the offer is about. */
const MARK = 'yoriai_devices_away=1';
const YEAR = 365 * 24 * 60 * 60;

/** Whether this browser can sign in by the lock of its device, and nobody has put the offer away here. */
export function isOffered(cookies: string, can: boolean): boolean {
  return can && !cookies.split('; ').includes(MARK);
}

/** The cookie that puts the offer away for a year. */
export function awayCookie(protocol: string): string {
  return `${MARK}; path=/app; max-age=${YEAR}; samesite=lax${protocol === 'https:' ? '; secure' : ''}`;
}
