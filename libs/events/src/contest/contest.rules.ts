import type { DateOnly } from '@yoriai/platform';
import type { EventState } from '../event/event.rules.js';
import { ranking, type TieBreak } from './ranking.rules.js';

/** 一人ずつ: each head of an application is an entry; 団体ごと: an application is one. */
export const ENTRY_UNITS = ['person', 'group'] as const;
export type EntryUnit = (typeof ENTRY_UNITS)[number];

/** `open`: sheets are written; `judged`: judging is closed, ties are decided; `confirmed`: results are public. */
export const CONTEST_STATES = ['open', 'judged', 'confirmed'] as const;
export type ContestState = (typeof CONTEST_STATES)[number];

/** Points of a criterion are 1 to the last. */
export const SCALES = [5, 10] as const;
export const MOST_CRITERIA = 5;

/** 特別賞: by name, to one entry. */
export interface Prize {
  name: string;
  number: number;
}

/** An entry as far as judging knows it: who is behind it is not among it. */
export interface Entry {
  number: number;
  frameId: string;
  /** Its application still stands; a cancelled one keeps its number and is in no order. */
  stands: boolean;
  /** The sum of each sheet. */
  sheets: number[];
}

/** 部. */
export interface Division {
  frameId: string;
  name: string;
  unit: EntryUnit;
}

/** What is published: numbers and divisions, nobody's name. Frozen when the host confirms it. */
export interface Results {
  divisions: { name: string; entries: number; places: { number: number; rank: number }[] }[];
  prizes: (Prize & { division: string })[];
}

/** Until the report is handed in; from then on everything stands as it is. */
const OPEN: ReadonlySet<EventState> = new Set(['draft', 'submitted', 'returned', 'approved', 'published', 'awaiting-report']);

/** Whether the host can still change something about the contest, or `event.is-…`. */
export function contestVerdict(state: EventState): true | `event.is-${string}` {
  return OPEN.has(state) ? true : `event.is-${state}`;
}

/** To a judge all of these are the same: it is not the day yet. */
const BEFORE: ReadonlySet<EventState> = new Set(['draft', 'submitted', 'returned', 'approved']);
/** Sheets are of these alone. */
const HELD: ReadonlySet<EventState> = new Set(['published', 'awaiting-report']);

/** Whether sheets are written, or why not: from the day of the event until the host closes the judging. What was called off is told as that, also before its day. `today` is a day in Japan. */
export function judgingVerdict(event: { state: EventState; day: DateOnly | null; contest: ContestState }, today: DateOnly): true | string {
  if (!BEFORE.has(event.state) && !HELD.has(event.state)) return `event.is-${event.state}`;
  if (BEFORE.has(event.state) || event.day === null || today < event.day) return 'contest.not-yet';
  return event.contest === 'open' ? true : 'contest.judging-closed';
}

/** A sheet has points of the scale for each criterion, and nothing else. */
export function fitsSheet(points: readonly number[], { criteria, scale }: { criteria: readonly string[]; scale: number }): boolean {
  return points.length === criteria.length && points.every((each) => Number.isInteger(each) && each >= 1 && each <= scale);
}

/** What is published of the judging: the ranks up to `places` of each division, and the prizes of entries that stand. */
export function resultsOf(contest: { divisions: readonly Division[]; entries: readonly Entry[]; ties: readonly TieBreak[]; prizes: readonly Prize[]; places: number }): Results {
  const standing = contest.entries.filter(({ stands }) => stands);
  const of = (frameId: string): Entry[] => standing.filter((entry) => entry.frameId === frameId);
  const divisionOf = (number: number): string | undefined => contest.divisions.find(({ frameId }) => of(frameId).some((entry) => entry.number === number))?.name;
  return {
    divisions: contest.divisions.map(({ frameId, name }) => {
      const placed = ranking(of(frameId), contest.ties);
      return { name, entries: placed.length, places: placed.filter(({ rank }) => rank <= contest.places).map(({ number, rank }) => ({ number, rank })) };
    }),
    prizes: contest.prizes.flatMap((prize) => {
      const division = divisionOf(prize.number);
      return division === undefined ? [] : [{ ...prize, division }];
    }),
  };
}

/** What the results say of one entry; nothing of those that have neither a rank that is published nor a prize. */
export interface OwnResult {
  number: number;
  /** Null: a prize alone. `tied`: another has the same rank. */
  place: { division: string; rank: number; tied: boolean } | null;
  prizes: string[];
}

/** Of these numbers, those that the results name. */
export function ownResults({ divisions, prizes }: Results, numbers: readonly number[]): OwnResult[] {
  return numbers.flatMap((number): OwnResult[] => {
    const division = divisions.find(({ places }) => places.some((place) => place.number === number));
    const rank = division?.places.find((place) => place.number === number)?.rank;
    const place = division === undefined || rank === undefined ? null : { division: division.name, rank, tied: division.places.filter((other) => other.rank === rank).length > 1 };
    const won = prizes.filter((prize) => prize.number === number).map(({ name }) => name);
    return place === null && won.length === 0 ? [] : [{ number, place, prizes: won }];
  });
}
