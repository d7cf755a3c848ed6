import { addDays, atJst, fiscalYear, jstDate } from '@yoriai/platform';
import { KEPT_FISCAL_YEARS, KEPT_NAMES, type KeptNames } from './retention.rules.js';

/** The years that may be set; the table asks for the same. Of those on duty at least one: a claim on an insurance is made after the event. */
export const TERM_BOUNDS: Readonly<Record<KeptNames, { least: number; most: number }>> = { applications: { least: 0, most: 5 }, duties: { least: 1, most: 10 } };

/** A shorter term takes effect so many days after it was set at the earliest, so that a mistake can be undone. */
const UNDONE_WITHIN_DAYS = 30;

/** Years that somebody set. */
export interface SetTerm {
  readonly years: number;
  readonly setAt: Date;
}

/** The years in force at an instant. */
export type TermsAt = (at: Date) => Readonly<Record<KeptNames, number>>;

/** Which years count, since when (null: since the beginning), and which are to come. */
export interface TermStanding {
  readonly years: number;
  readonly since: Date | null;
  readonly coming: { readonly years: number; readonly from: Date } | null;
}

/** From when years count that are set now, where others count: more of them at once, fewer from the first 1 April (00:00 in Japan) that is thirty days away: names go in that night of the year alone. */
export function countsFrom({ years, setAt }: SetTerm, present: number): Date {
  if (years >= present) return setAt;
  const day = addDays(jstDate(setAt), UNDONE_WITHIN_DAYS);
  return atJst(day.endsWith('-04-01') ? day : `${fiscalYear(day) + 1}-04-01`, '00:00');
}

/** How a term stands at that instant, after all that was set until then, in its order. Fewer years that do not count yet are undone by whatever is set after them. */
export function standingAt(kind: KeptNames, terms: readonly SetTerm[], at: Date): TermStanding {
  const begin: TermStanding = { years: KEPT_FISCAL_YEARS[kind], since: null, coming: null };
  return arrived(
    terms.filter(({ setAt }) => setAt <= at).reduce((before, term) => after(arrived(before, term.setAt), term), begin),
    at,
  );
}

/** What was to come counts once its day is there. */
function arrived(standing: TermStanding, at: Date): TermStanding {
  const { coming } = standing;
  return coming !== null && coming.from <= at ? { years: coming.years, since: coming.from, coming: null } : standing;
}

function after({ years, since }: TermStanding, term: SetTerm): TermStanding {
  if (term.years === years) return { years, since, coming: null };
  const from = countsFrom(term, years);
  return from <= term.setAt ? { years: term.years, since: term.setAt, coming: null } : { years, since, coming: { years: term.years, from } };
}

/** The years in force at any instant, by what was set until now. */
export function termsAt(set: Readonly<Record<KeptNames, readonly SetTerm[]>>): TermsAt {
  return (at) => Object.fromEntries(KEPT_NAMES.map((kind) => [kind, standingAt(kind, set[kind], at).years])) as Record<KeptNames, number>;
}

/** As long as nobody has set any. */
export const UNSET_TERMS: TermsAt = () => KEPT_FISCAL_YEARS;
