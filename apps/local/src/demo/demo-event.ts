import type { DemoProcedure } from './demo-decisions.js';
import { isBusinessDay } from '@yoriai/approvals';
import { addDays, fiscalYear, weekday, type DateOnly } from '@yoriai/platform';
import type { Ages, DecisionCause, EventCategory, Need, Question, ActivityField, EventUse, HeatLimit, ProgrammeKind, RainPolicy, Repeats, Visibility } from '@yoriai/events';

/** How far an event of the demo ward has come. */
export type DemoState = 'draft' | 'submitted' | 'returned' | 'rejected' | 'approved' | 'published' | 'awaiting-report' | 'reported' | 'closed' | 'cancelled';

/** One event of the demo ward; days count from today, times are Japanese. */
export interface DemoEvent {
  host: string;
  title: string;
  kana: string;
  summary: string;
  field: ActivityField;
  category: EventCategory;
  /** Of the ward's plan. */
  initiative?: string;
  place: string;
  address: string;
  day: number;
  /** The weekday it belongs on (0 = Sunday): the first such day from `day` on. */
  on?: number;
  /** Which of these weekdays in its month. */
  nth?: 1 | 2 | 3 | 4;
  /** It is the first date of a series: every week on its weekday, every month as `nth` says, or on each day with school. */
  repeats?: 'weekly' | 'monthly' | 'school-days';
  from: string;
  to: string;
  rain: RainPolicy;
  /** With `postponed`: so many days later it takes place if it rains, at the same hours. */
  rainDays?: number;
  /** From this heat index on it is off. */
  heat?: HeatLimit;
  state: DemoState;
  audience?: string;
  /** Associations that hold it together with the host, once it is approved. */
  coHosts?: string[];
  /** Not for everybody: for invited people, the people of its associations, or of its area. */
  shownTo?: Visibility;
  bring?: string;
  materials?: string;
  /** What it says to who reads やさしい日本語 or English. */
  words?: { titleEasy: string; descriptionEasy: string; titleEn: string; descriptionEn: string };
  care?: string;
  food?: boolean;
  fire?: boolean;
  /** What somebody else has to allow; empty: none of it, said so, and small events are then approved by being handed in. */
  uses?: EventUse[];
  /** Name, heads, most heads in one application. */
  frame?: [name: string, capacity: number, most: number];
  /** Places are drawn, so many days before the event. */
  lottery?: number;
  /** The host says who gets a place: some wait for the answer, or all have one. */
  chosen?: 'waiting' | 'answered';
  /** Each who comes along is asked for by name. */
  names?: true;
  /** Who may come by school year or age; those who apply are such children. */
  ages?: Ages;
  /** What the host asks besides; every other party chooses the first answer of the first question. */
  questions?: Question[];
  needs?: Need[];
  /** A guardian has to say yes: most apply themselves, every third child applies alone and waits for it. */
  guardian?: true;
  /** Whoever applies is asked whether pictures may be shown; every fourth says no. */
  photos?: true;
  /** Freed places go to whoever fits. */
  whoFits?: true;
  /** What, from, to (neither: all day), where, by whom; a time on one stage, corners and all that helps health beside it. */
  programme?: [kind: ProgrammeKind, title: string, from: string | null, to: string | null, place: string | null, performer: string | null][];
  /** Shops and groups have stalls there, in every state: of a fair, or with food of the world. */
  stalls?: 'fair' | 'world';
  /** It is a contest: each frame is a division. */
  contest?: true;
  /** A second frame, for groups: name, heads, most in one. */
  groups?: [name: string, capacity: number, most: number];
  /** A second frame, whose places are drawn so many days before the event, and the heads that want one. */
  second?: { frame: [name: string, capacity: number, most: number]; lottery: number; applied: number };
  /** A second frame for anybody, and how many both hold together: name, heads, most in one, in all. */
  beside?: [name: string, capacity: number, most: number, total: number];
  /** A second frame, for whoever comes without giving a name. */
  nameless?: string;
  /** Task, from, to, people. */
  duties?: [duty: string, from: string, to: string, people: number][];
  /** Heads applied for; more than the capacity makes a waiting list. */
  applied?: number;
  /** Applications are given back today, until the group at the head of the queue can be offered its places. */
  givenBack?: true;
  /** People on duty. */
  helpers?: number;
  /** Part of those applied who came, for events that are over. */
  came?: number;
  /** People who came without having applied. */
  walkIns?: number;
  /** A paper of one page that can be taken along from its page. */
  handout?: { name: string; lines: readonly string[] };
  /** Pieces that were given to people, as its report says. */
  handedOut?: number;
  /** What its report says besides how many came. */
  told?: { children: number; wheelchairs: number; cost: number; incident: string };
  reason?: string;
  /** What it was called or put off for. */
  cause?: DecisionCause;
  /** Yesterday evening it was put off by so many days; some have answered whether they still come. */
  putOff?: number;
  /** People who came without having applied and were found out about after the closing, and why. */
  foundLater?: [walkIns: number, why: string];
  /** Procedures that are not settled, and how far they have come; the others that the answers ask for are done. */
  procedures?: Partial<Record<string, DemoProcedure>>;
  /** What it is approved on condition of: what, days from today until it is due, whether it is published only then. */
  conditions?: [text: string, days: number, blocking: boolean][];
}

/** The event's day, on its weekday if it has one; what is repeated on working days begins on one. */
export function dayOf({ day, on, nth, repeats }: DemoEvent, today: DateOnly): DateOnly {
  const from = addDays(today, day);
  if (on === undefined) return from;
  let found = addDays(from, (on - weekday(from) + 7) % 7);
  while ((nth !== undefined && Math.ceil(Number(found.slice(8)) / 7) !== nth) || (repeats !== undefined && on % 6 !== 0 && !isBusinessDay(found))) found = addDays(found, 7);
  return found;
}

/** How it is repeated, until the end of the fiscal year. */
export function repeatsOf({ repeats, nth }: DemoEvent, day: DateOnly): Repeats | null {
  if (repeats === undefined) return null;
  const until = `${fiscalYear(addDays(day, 30)) + 1}-03-31`;
  const monthly = repeats === 'monthly';
  return {
    ...{ every: monthly ? 'month' : 'week', interval: 1, until, schoolDays: repeats === 'school-days', skipHolidays: repeats === 'weekly' },
    weekdays: repeats === 'school-days' ? [1, 2, 3, 4, 5] : [weekday(day)],
    nth: monthly && nth !== undefined ? [nth] : [],
  };
}
