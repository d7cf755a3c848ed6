/** A day in Japan. */
export interface Day {
  iso: string;
  year: string;
  month: string;
  day: string;
}

/** The day so many days from today. */
export function inDays(days: number): Day {
  const iso = new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });
  const [year = '', month = '', day = ''] = iso.split('-');
  return { iso, year, month: String(Number(month)), day: String(Number(day)) };
}

/** The fiscal year of a day: it begins in April. */
export function fiscalYearOf(iso: string): number {
  return Number(iso.slice(0, 4)) - (Number(iso.slice(5, 7)) < 4 ? 1 : 0);
}
