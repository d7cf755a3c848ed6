import { addDays, type DateOnly } from '@yoriai/platform';
import { dayOff, type DayOff, type SchoolClosure } from './days-off.rules.js';
import { DAYS_AHEAD, datesByRule, sameDays, type Repeats } from './repeats.rules.js';

/** What decides which dates a series has. */
export interface SeriesRule {
  repeats: Repeats;
  /** Its first date. */
  startedOn: DateOnly;
  /** The day the rule is counted from: every second week is every second one from there. */
  countedFrom: DateOnly;
  /** The first day it holds for. Dates before are those of a rule before it, and stay as they are. */
  ruleFrom: DateOnly;
  /** From this day on there are no dates; null: until the rule ends. */
  endedOn: DateOnly | null;
}

/** The series when it goes by `repeats` from `from` on. Where the days stay the same they are counted as before. */
export function withRule<Series extends SeriesRule>(series: Series, repeats: Repeats, from: DateOnly): Series {
  const ruleFrom = from < series.startedOn ? series.startedOn : from;
  return { ...series, repeats, ruleFrom, countedFrom: sameDays(series.repeats, repeats) ? series.countedFrom : ruleFrom };
}

/** A date of the rule, and why it is none where it is not held. */
export interface RuleDate {
  date: DateOnly;
  off: DayOff | 'skipped' | null;
}

/** The dates that are left out. */
export type SkippedDates = Pick<ReadonlySet<DateOnly>, 'has'>;

/** All dates of the rule from `from` through `through`, those that are left out with the reason. */
export function ruleDates(series: SeriesRule, skips: SkippedDates, closures: readonly SchoolClosure[], from: DateOnly, through: DateOnly): RuleDate[] {
  const { repeats, countedFrom, ruleFrom, endedOn } = series;
  const first = from < ruleFrom ? ruleFrom : from;
  const last = endedOn !== null && endedOn <= through ? addDays(endedOn, -1) : through;
  return datesByRule(repeats, countedFrom, first, last).map((date) => ({ date, off: skips.has(date) ? 'skipped' : dayOff(date, repeats, closures) }));
}

/** A date that exists as an event. */
export interface StandingDate {
  date: DateOnly;
  /** It has not begun, is public, and nobody decides or writes about a change of it. */
  ahead: boolean;
  /** Somebody applied or took a duty, whatever became of it. */
  people: boolean;
  /** Fields of its own. */
  overridden: readonly string[];
}

/** Only what nobody counts on and nobody wrote about is taken away. */
export function isEmpty({ ahead, people, overridden }: StandingDate): boolean {
  return ahead && !people && overridden.length === 0;
}

/** What is to be done so that the dates are those of the rule. */
export interface SeriesPlan {
  add: DateOnly[];
  remove: DateOnly[];
}

/**
 * The dates that are missing in the next eight weeks, and the empty ones from tomorrow on that are not of the rule (any
 * more). Dates with people and dates with fields of their own stay, whatever the rule says. Done twice it is the same as once.
 */
export function planOf(series: SeriesRule, standing: readonly StandingDate[], skips: SkippedDates, closures: readonly SchoolClosure[], today: DateOnly): SeriesPlan {
  const tomorrow = addDays(today, 1);
  const latest = standing.reduce((last, { date }) => (date > last ? date : last), addDays(today, DAYS_AHEAD));
  const wanted = ruleDates(series, skips, closures, tomorrow, latest).filter(({ off }) => off === null);
  const kept = new Set(wanted.map(({ date }) => date));
  const there = new Set(standing.map(({ date }) => date));
  return {
    add: wanted.map(({ date }) => date).filter((date) => !there.has(date) && date <= addDays(today, DAYS_AHEAD)),
    remove: standing.filter((each) => each.date >= tomorrow && each.date >= series.ruleFrom && !kept.has(each.date) && isEmpty(each)).map(({ date }) => date),
  };
}
