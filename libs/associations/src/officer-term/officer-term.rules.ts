import { addDays, fiscalYear, type DateOnly } from '@yoriai/platform';

/** A term's days; both count, in Japan. */
export interface TermDays {
  startsOn: DateOnly;
  endsOn: DateOnly;
}

/** No term is longer: rights that nobody renews must run out. */
export const LONGEST_TERM_YEARS = 5;

/** Rights begin at 00:00 JST of the first day and end at 23:59:59 JST of the last (domain §4.9-12). */
export function termState(term: TermDays, today: DateOnly): 'upcoming' | 'current' | 'past' {
  if (today < term.startsOn) return 'upcoming';
  return today <= term.endsOn ? 'current' : 'past';
}

/** Two fiscal years, the custom of associations: until 31 March of the year after next. */
export function usualTermEnd(today: DateOnly): DateOnly {
  return `${fiscalYear(today) + 2}-03-31`;
}

/** Whether a new term may have these days. */
export function termDaysVerdict(term: TermDays, today: DateOnly): true | 'officer.term-dates' {
  const longest = `${Number(term.startsOn.slice(0, 4)) + LONGEST_TERM_YEARS}${term.startsOn.slice(4)}`;
  return term.endsOn >= term.startsOn && term.endsOn >= today && term.endsOn <= longest ? true : 'officer.term-dates';
}

/**
 * What ending a term on this day makes of it: the new last day, or why not. Yesterday means "at once";
 * a term that has not begun never does (its last day is then the day before its first).
 */
export function endingVerdict(
  term: TermDays,
  endsOn: DateOnly,
  today: DateOnly,
): { endsOn: DateOnly } | 'officer.already-ended' | 'officer.ending-in-past' | 'officer.ending-not-earlier' {
  if (termState(term, today) === 'past') return 'officer.already-ended';
  if (endsOn < addDays(today, -1)) return 'officer.ending-in-past';
  if (endsOn >= term.endsOn) return 'officer.ending-not-earlier';
  const dayBefore = addDays(term.startsOn, -1);
  return { endsOn: endsOn < dayBefore ? dayBefore : endsOn };
}
