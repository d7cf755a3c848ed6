import { addDays, atJst, jstDate, type FieldError } from '@yoriai/platform';

/** 舞台の出し物 · 式典・あいさつ · コーナー · 体験 · 健康コーナー · その他. */
export const PROGRAMME_KINDS = ['stage', 'ceremony', 'corner', 'workshop', 'health', 'other'] as const;
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];

/**
 * What takes place within an event. Its day is counted from the event's first (0) and its hours are those of the wall
 * clock in Japan, `HH:MM`, so that a programme goes with the event to another day without being touched.
 */
export interface ProgrammeItem {
  kind: ProgrammeKind;
  title: string;
  day: number;
  /** null: all day. */
  start: string | null;
  /** null with a start: a moment, like an opening. */
  end: string | null;
  place: string | null;
  performer: string | null;
  note: string | null;
}

/** What one stage can hold only one of at a time. */
const ON_STAGE: ReadonlySet<ProgrammeKind> = new Set(['stage', 'ceremony']);

type Timed = ProgrammeItem & { start: string };
const isTimed = (item: ProgrammeItem): item is Timed => item.start !== null;
const wrong = (index: number, code: string, box = 'start'): FieldError => ({ field: `programme.${index}.${box}`, code });

/** The running order: day by day, by the hour, what lasts all day behind it; what begins together as it was given. */
export function inRunningOrder(items: readonly ProgrammeItem[]): ProgrammeItem[] {
  const hour = ({ start }: ProgrammeItem): string => start ?? '~';
  return [...items].sort((one, other) => one.day - other.day || (hour(one) < hour(other) ? -1 : hour(one) > hour(other) ? 1 : 0));
}

/** Two items that one stage can't hold: they share a minute, or begin in the same one. */
function clash(one: Timed, other: Timed): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  return first.start === second.start || (first.end !== null && second.start < first.end);
}

/** What can't be true at once: an end that is no later than its start, two items on one stage at the same time. */
export function wrongInProgramme(items: readonly ProgrammeItem[]): FieldError[] {
  const onStage = items.map((item) => (isTimed(item) && ON_STAGE.has(item.kind) ? item : null));
  return items.flatMap((item, index) => {
    const { start, end } = item;
    if (end !== null && (start === null || end <= start)) return [wrong(index, 'event.ends-before-start', 'end')];
    const mine = onStage[index];
    const taken = mine && onStage.some((other, at) => other && at < index && other.day === mine.day && other.place === mine.place && clash(other, mine));
    return taken ? [wrong(index, 'event.stage-taken')] : [];
  });
}

/** When an item is, in an event that begins then; null for what lasts all day. */
export function hoursOf({ day, start, end }: ProgrammeItem, startsAt: string): { startsAt: string; endsAt: string | null } | null {
  if (start === null) return null;
  const date = addDays(jstDate(new Date(startsAt)), day);
  return { startsAt: atJst(date, start).toISOString(), endsAt: end === null ? null : atJst(date, end).toISOString() };
}

/** Items outside the hours of the event, as far as these are known. */
export function outsideTheEvent(items: readonly ProgrammeItem[], startsAt: string | null, endsAt: string | null): FieldError[] {
  if (startsAt === null || endsAt === null) return [];
  const lastDay = jstDate(new Date(endsAt));
  return items.flatMap((item, index) => {
    const hours = hoursOf(item, startsAt);
    const inside = hours === null ? addDays(jstDate(new Date(startsAt)), item.day) <= lastDay : hours.startsAt >= startsAt && (hours.endsAt ?? hours.startsAt) <= endsAt;
    return inside ? [] : [wrong(index, 'event.programme-outside')];
  });
}
