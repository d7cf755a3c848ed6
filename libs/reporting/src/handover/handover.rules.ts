import type { ChangeState, EventState } from '@yoriai/events';

/** An event of the last twelve months, as its host hands it over. */
export interface HeldRow {
  id: string;
  seriesId: string | null;
  title: string;
  state: EventState;
  startsAt: Date;
  /** Who came, with an application or without; null where nobody is counted: it was called off, or waits for its report. */
  came: number | null;
  /** Who came for their duty. */
  volunteers: number | null;
  /** Why it was called off. */
  reason: string | null;
  /** What the ward office, or a council, wanted before it approved: words of what was sent back, and conditions. */
  asked: string[];
  /** Procedures that were asked for. */
  procedures: string[];
  /** What the host wrote down for the next time. */
  nextTime: string | null;
}

/** What stands in one line of the year: an event, or all dates of a series together. */
export interface HandedEvent extends Omit<HeldRow, 'seriesId' | 'nextTime' | 'reason'> {
  /** How often it was held, and how often it was called off. */
  times: number;
  calledOff: number;
  /** The last date; the same as `startsAt` of what took place once. */
  lastAt: Date;
  /** The newest last. */
  nextTimes: string[];
  reasons: string[];
}

/** Something that is not over. */
export interface UnderwayRow {
  id: string;
  seriesId: string | null;
  title: string | null;
  state: EventState;
  /** A change of what was approved, as it stands. */
  changeState: ChangeState | null;
  startsAt: Date | null;
  /** Places that are limited (a total that frames share counts once, docs/adr/0055) and how many are taken; null: none is limited. */
  places: number | null;
  taken: number;
  duties: number;
  dutiesTaken: number;
  /** Applications to which no guardian has said yes, of what is public. */
  consents: number;
  /** The last day of its call for stalls, while that is open. */
  stallsUntil: string | null;
}

/** One line of what is under way; of a series the date that comes next, and how many there are. */
export interface Underway extends UnderwayRow {
  dates: number;
}

/** What the next officers do first. */
export const FIRST_STEPS = ['returned', 'reports', 'due', 'consents', 'duties', 'drafts', 'wishes'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

/** What the figures of an event say about who came: nothing, where nobody was received and nobody has reported yet. */
export function countedOf(figures: { participants: number; walkIns: number; volunteers: number; attendanceFrom: 'correction' | 'report' | 'reception' } | undefined): Pick<HeldRow, 'came' | 'volunteers'> {
  if (!figures) return { came: null, volunteers: null };
  const { participants, walkIns, volunteers, attendanceFrom } = figures;
  const nobodyCounted = attendanceFrom === 'reception' && participants + walkIns + volunteers === 0;
  return nobodyCounted ? { came: null, volunteers: null } : { came: participants + walkIns, volunteers };
}

/** The year as it is handed over, by the first date of each; the dates of a series in one line. Rows come by their beginning. */
export function handedYear(rows: readonly HeldRow[]): HandedEvent[] {
  const lines = new Map<string, HeldRow[]>();
  for (const row of rows) {
    const key = row.seriesId ?? row.id;
    lines.set(key, [...(lines.get(key) ?? []), row]);
  }
  return [...lines.values()].map(lineOf);
}

function lineOf(dates: readonly HeldRow[]): HandedEvent {
  const last = dates.at(-1)!;
  const held = dates.filter(({ state }) => state !== 'cancelled');
  return {
    id: last.id,
    title: last.title,
    state: last.state,
    startsAt: dates[0]!.startsAt,
    lastAt: last.startsAt,
    times: held.length,
    calledOff: dates.length - held.length,
    came: sumOf(held.map(({ came }) => came)),
    volunteers: sumOf(held.map(({ volunteers }) => volunteers)),
    asked: once(dates.flatMap(({ asked }) => asked)),
    procedures: once(dates.flatMap(({ procedures }) => procedures)),
    nextTimes: once(dates.flatMap(({ nextTime }) => nextTime ?? [])),
    reasons: once(dates.flatMap(({ reason }) => reason ?? [])),
  };
}

/** What is under way, what begins next first and what has no day yet last; of a series its next date, with the consents that all its dates wait for. Rows come in that order. */
export function underwayOf(rows: readonly UnderwayRow[]): Underway[] {
  const lines = new Map<string, Underway>();
  for (const row of rows) {
    const key = `${row.seriesId ?? row.id} ${row.state} ${row.changeState ?? ''}`;
    const line = lines.get(key);
    if (line) {
      line.dates += 1;
      line.consents += row.consents;
    }
    else lines.set(key, { ...row, dates: 1 });
  }
  return [...lines.values()];
}

/** What waits for somebody, with how many lines of it (a series is one; consents are counted each), in the order in which it is urgent; what there is none of is left out. */
export function firstSteps(rows: readonly Underway[], waiting: { due: number; wishes: number }): { step: FirstStep; count: number }[] {
  const of = (judge: (row: Underway) => boolean): number => rows.filter(judge).length;
  const counts: Record<FirstStep, number> = {
    returned: of(({ state, changeState }) => state === 'returned' || changeState === 'returned'),
    reports: of(({ state }) => state === 'awaiting-report'),
    due: waiting.due,
    consents: rows.reduce((sum, { consents }) => sum + consents, 0),
    duties: of(({ state, duties, dutiesTaken }) => state === 'published' && dutiesTaken < duties),
    drafts: of(({ state, changeState }) => state === 'draft' || changeState === 'draft'),
    wishes: waiting.wishes,
  };
  return FIRST_STEPS.map((step) => ({ step, count: counts[step] })).filter(({ count }) => count > 0);
}

const once = (words: readonly string[]): string[] => [...new Set(words.map((each) => each.trim()).filter((each) => each !== ''))];
const sumOf = (numbers: readonly (number | null)[]): number | null => (numbers.every((each) => each === null) ? null : numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0));
