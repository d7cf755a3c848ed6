import type { EventDetail, EventProgrammeItem } from '@yoriai/api-client';
import { dayDifference, jstOf, timeFrom } from '../../app/jst.js';

/** The item as it stands in its boxes; `row` is what it is known by on the screen. */
export type ProgrammeRow = Readonly<Record<'row' | 'kind' | 'title' | 'day' | 'start' | 'end' | 'place' | 'performer' | 'note', string>>;

export const PROGRAMME_KINDS = ['stage', 'ceremony', 'corner', 'workshop', 'health', 'other'] as const;

/** How long what is added is, where nothing before it says so. */
const USUAL_MINUTES = 20;
const LAST_MINUTE = 24 * 60 - 1;

const minutesOf = (time: string): number | undefined => {
  const read = timeFrom(time);
  return read ? Number(read.slice(0, 2)) * 60 + Number(read.slice(3)) : undefined;
};
const timeOf = (minutes: number): string => {
  const within = Math.min(minutes, LAST_MINUTE);
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};

/** The rows of a programme. */
export function rowsOf(items: readonly EventProgrammeItem[] | null | undefined): ProgrammeRow[] {
  return (items ?? []).map(({ kind, title, day, start, end, place, performer, note }, index) => ({
    row: `kept-${index}`,
    ...{ kind, title, day: String(day), start: start ?? '', end: end ?? '', place: place ?? '', performer: performer ?? '', note: note ?? '' },
  }));
}

/** How many days the event has: 1 while nobody has said. */
export function daysOf({ startsAt, endsAt }: Pick<EventDetail, 'startsAt' | 'endsAt'>): number {
  return startsAt === null || endsAt === null ? 1 : dayDifference(jstOf(startsAt).date, jstOf(endsAt).date) + 1;
}

function freshName(rows: readonly ProgrammeRow[]): string {
  const taken = rows.map(({ row }) => Number(/^new-(\d+)$/.exec(row)?.[1] ?? '0'));
  return `new-${Math.max(0, ...taken) + 1}`;
}

/** One item more: so many minutes after the last one with hours, as long as that one and on the same stage; the first when the event begins. */
export function added(rows: readonly ProgrammeRow[], gap: number | null, event: Pick<EventDetail, 'startsAt'>): ProgrammeRow[] {
  const last = rows.findLast(({ start }) => minutesOf(start) !== undefined);
  const blank: ProgrammeRow = { row: freshName(rows), kind: last?.kind ?? 'stage', title: '', day: last?.day ?? '0', start: '', end: '', place: last?.place ?? '', performer: '', note: '' };
  const begins = last ? minutesOf(last.start) : event.startsAt === null ? undefined : minutesOf(jstOf(event.startsAt).time);
  if (gap === null || begins === undefined) return [...rows, blank];
  const ends = last && minutesOf(last.end);
  const start = last ? (ends ?? begins) + gap : begins;
  const length = ends === undefined ? USUAL_MINUTES : ends - begins;
  return [...rows, { ...blank, start: timeOf(start), end: timeOf(start + length) }];
}

/**
 * The rows with one moved past its neighbour. Their hours change places with them: on one stage the later one begins
 * when the earlier did, and the pause between them stays; elsewhere each takes over when the other began.
 */
export function moved(rows: readonly ProgrammeRow[], index: number, by: -1 | 1): ProgrammeRow[] {
  const at = Math.min(index, index + by);
  const [one, two] = [rows[at], rows[at + 1]];
  if (!one || !two) return [...rows];
  return [...rows.slice(0, at), ...swapped(one, two), ...rows.slice(at + 2)];
}

function swapped(one: ProgrammeRow, two: ProgrammeRow): [ProgrammeRow, ProgrammeRow] {
  const [begins, ends, nextBegins, nextEnds] = [one.start, one.end, two.start, two.end].map(minutesOf);
  if (begins === undefined || nextBegins === undefined || one.day !== two.day) return [two, one];
  const lasting = (row: ProgrammeRow, start: number, from: number, to: number | undefined): ProgrammeRow => ({ ...row, start: timeOf(start), end: to === undefined ? '' : timeOf(start + to - from) });
  const pause = ends !== undefined && nextEnds !== undefined && one.place === two.place ? nextBegins - ends : -1;
  const second = pause < 0 ? nextBegins : begins + (nextEnds! - nextBegins) + pause;
  return [lasting(two, begins, nextBegins, nextEnds), lasting(one, second, begins, ends)];
}

/** By the day and the hour, what lasts all day behind the rest: as the server keeps them. */
export function inOrder(rows: readonly ProgrammeRow[]): ProgrammeRow[] {
  const hour = ({ start }: ProgrammeRow): number => minutesOf(start) ?? LAST_MINUTE + 1;
  return [...rows].sort((one, other) => Number(one.day) - Number(other.day) || hour(one) - hour(other));
}

/** What is sent, and what is wrong with it: a refusal code by the name of the box. */
export function readRows(rows: readonly ProgrammeRow[]): { items: EventProgrammeItem[]; errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {};
  const items = rows.map((row, index): EventProgrammeItem => {
    const [start, end] = [timeFrom(row.start), timeFrom(row.end)];
    if (row.title.trim() === '') errors[`programme.${index}.title`] = 'app.missing';
    if (start === null) errors[`programme.${index}.start`] = 'app.time';
    if (end === null) errors[`programme.${index}.end`] = 'app.time';
    const orNone = (text: string): string | null => text.trim() || null;
    return { kind: row.kind as EventProgrammeItem['kind'], title: row.title.trim(), day: Number(row.day), start: start ?? null, end: end ?? null, place: orNone(row.place), performer: orNone(row.performer), note: orNone(row.note) };
  });
  return { items, errors };
}
