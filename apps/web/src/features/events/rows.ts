import type { DutyDraft, EventDetail, FrameDraft } from '@yoriai/api-client';
import { addDays, dayDifference, instantOf, jstOf, localInstant, localOf, timeFrom } from '../../app/jst.js';
import { NO_ASKS, askBoxes, asksIn } from './asks.js';
import { wholeNumber } from './numbers.js';
import type { Reading, Values } from './values.js';

/** The pages with rows that can be added and taken away. */
export type ListName = 'frames' | 'duties';

/** How many rows a list has. */
export function rowCount(values: Values, list: ListName): number {
  return Number(values[`${list}.count`] ?? '0');
}

/** The boxes of one row, without the list's name. */
function rowOf(values: Values, list: ListName, index: number): Record<string, string> {
  const prefix = `${list}.${index}.`;
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])));
}

function fromRows(list: ListName, rows: ReadonlyArray<Record<string, string>>): Values {
  const boxes = rows.flatMap((row, index) => Object.entries(row).map(([name, value]) => [`${list}.${index}.${name}`, value] as const));
  return { [`${list}.count`]: String(rows.length), ...Object.fromEntries(boxes) };
}

const allRows = (values: Values, list: ListName): Record<string, string>[] =>
  Array.from({ length: rowCount(values, list) }, (_, index) => rowOf(values, list, index));

/** The list with one row more, filled with what most people want. */
export function addRow(values: Values, list: ListName, row: Record<string, string>): Values {
  const rows = allRows(values, list);
  return fromRows(list, [...rows, { ...row, row: freshName(rows) }]);
}

/** A name on the screen that no row has. */
function freshName(rows: ReadonlyArray<Record<string, string>>): string {
  const taken = rows.map((each) => Number(/^new-(\d+)$/.exec(each['row'] ?? '')?.[1] ?? '0'));
  return `new-${Math.max(0, ...taken) + 1}`;
}

/** What each row is known by on the screen, from its first letter to after its saving. */
export function rowNames(values: Values, list: ListName): string[] {
  return allRows(values, list).map((row, index) => row['row'] ?? String(index));
}

/** The list without a row; the rows below move up. */
export function removeRow(values: Values, list: ListName, index: number): Values {
  return fromRows(
    list,
    allRows(values, list).filter((_, each) => each !== index),
  );
}

/** A row that was taken away, and where it stood. */
export interface RemovedRow {
  readonly index: number;
  readonly row: Readonly<Record<string, string>>;
}

/** What {@link restoreRow} needs to bring a row back. */
export function rowAt(values: Values, list: ListName, index: number): RemovedRow {
  return { index, row: rowOf(values, list, index) };
}

/** The list with a row back where it stood. Once the server has forgotten it (its id is not among `known`) it comes back as a new one. */
export function restoreRow(values: Values, list: ListName, { index, row }: RemovedRow, known: readonly string[]): Values {
  const forgotten = !known.includes(row['id'] ?? row['key'] ?? '');
  const words = Object.fromEntries(Object.entries(row).filter(([box]) => !forgotten || (box !== 'id' && box !== 'key')));
  const rows = allRows(values, list);
  const taken = rows.some((each) => each['row'] === row['row']);
  const back = taken ? { ...words, row: freshName(rows) } : words;
  return fromRows(list, [...rows.slice(0, index), back, ...rows.slice(index)]);
}

/** The usual deadlines for applications, counted from the day of the event. */
export const CLOSINGS = {
  'day-before-17': { days: -1, time: '17:00' },
  'three-days-17': { days: -3, time: '17:00' },
  'week-17': { days: -7, time: '17:00' },
} as const;

const METHODS = ['first-come', 'lottery', 'chosen', 'open'] as const;

/** The first frame of an event. */
export const NEW_FRAME: Record<string, string> = { name: '参加', kind: 'participant', method: 'first-come', capacity: '', max: '4', opensAt: '', closing: '', closesAt: '', answersBy: '', companions: 'number', queue: 'in-order', ...NO_ASKS };

/** A new duty, at the hours of the event. */
export function newDuty({ startsAt, endsAt }: Pick<EventDetail, 'startsAt' | 'endsAt'>): Record<string, string> {
  const start = startsAt === null ? '' : jstOf(startsAt).time;
  const end = endsAt === null ? '' : jstOf(endsAt).time;
  return { duty: '', people: '2', day: '0', start, end, place: '', note: '' };
}

/** The boxes of the participant frames. Frames of other kinds are kept as they are. */
export function frameValues({ frames, startsAt, totalPlaces }: EventDetail): Values {
  const rows = frames.map((frame) => ({
    row: frame.id,
    id: frame.id,
    kind: frame.kind,
    name: frame.name,
    method: frame.method,
    capacity: frame.capacity === null ? '' : String(frame.capacity),
    max: String(frame.perApplicationMax),
    companions: frame.companions,
    queue: frame.queue,
    outside: frame.outsideTotal ? 'yes' : '',
    ...askBoxes(frame.asks),
    answersBy: frame.answersBy ?? '',
    opensAt: frame.opensAt === null ? '' : localOf(frame.opensAt),
    ...closingBoxes(frame.closesAt, startsAt),
  }));
  return { ...fromRows('frames', rows), totalPlaces: totalPlaces ? String(totalPlaces) : '' };
}

function closingBoxes(closesAt: string | null, startsAt: string | null): { closing: string; closesAt: string } {
  if (closesAt === null) return { closing: '', closesAt: '' };
  const { date, time } = jstOf(closesAt);
  const days = startsAt === null ? undefined : dayDifference(jstOf(startsAt).date, date);
  const usual = Object.entries(CLOSINGS).find(([, each]) => each.days === days && each.time === time);
  return { closing: usual?.[0] ?? 'other', closesAt: localOf(closesAt) };
}

/** Reads the frames. A row without a name takes none away: the name has a word to begin with. */
export function framesFrom(values: Values, event: EventDetail): Reading {
  const errors: Record<string, string> = {};
  const frames = allRows(values, 'frames').map((row, index): FrameDraft => {
    const at = (box: string): string => `frames.${index}.${box}`;
    const capacity = wholeNumber(row['capacity']);
    const max = wholeNumber(row['max']);
    if (!row['name']?.trim()) errors[at('name')] = 'app.missing';
    if (!capacity && row['method'] !== 'open') errors[at('capacity')] = 'app.number';
    if (max === null || max === 0) errors[at('max')] = 'app.number';
    const open = row['method'] === 'open';
    const asks = asksIn(open ? NO_ASKS : row, at, errors);
    const closesAt = open ? null : closingOf(row, event, at, errors);
    return {
      ...(row['id'] ? { id: row['id'] } : {}),
      // Where nobody applies, no group does.
      kind: (open && row['kind'] === 'group' ? 'participant' : (row['kind'] ?? 'participant')) as FrameDraft['kind'],
      name: row['name']?.trim() ?? '',
      method: METHODS.find((method) => method === row['method']) ?? 'first-come',
      answersBy: answersIn(row, event, at, errors),
      capacity: open ? null : (capacity ?? null),
      perApplicationMax: max || 1,
      companions: !open && (row['companions'] === 'names' || (Boolean(asks.ages) && max !== 1)) ? 'names' : 'number',
      asks,
      queue: !open && row['queue'] === 'who-fits' ? 'who-fits' : 'in-order',
      // Which frames are beside the total is only asked where there is one.
      outsideTotal: !open && row['outside'] === 'yes',
      opensAt: open ? null : openingOf(row, { closesAt, startsAt: event.startsAt }, at, errors),
      closesAt,
    };
  });
  const total = wholeNumber(values['totalPlaces']);
  if (hasTotal(values) && values['totalPlaces']?.trim() && !total) errors['totalPlaces'] = 'app.number';
  return { patch: { frames, totalPlaces: hasTotal(values) ? total || null : null }, errors };
}

/** Is it asked how many may come in all? Where several kinds of places have a number. */
export const hasTotal = (values: Values): boolean => allRows(values, 'frames').filter(({ method, kind }) => method !== 'open' && kind !== 'volunteer').length > 1;

/** By which day the host answers; of other frames nothing. */
function answersIn(row: Record<string, string>, { startsAt }: EventDetail, at: (box: string) => string, errors: Record<string, string>): string | null {
  const by = row['method'] === 'chosen' ? (row['answersBy'] ?? '') : '';
  if (by !== '' && startsAt !== null && by > jstOf(startsAt).date) errors[at('answersBy')] = 'event.answers-after-start';
  return by || null;
}

/** When applications begin; null: with the publication. It is before they end, and before the event begins. */
function openingOf(row: Record<string, string>, { closesAt, startsAt }: { closesAt: string | null; startsAt: string | null }, at: (box: string) => string, errors: Record<string, string>): string | null {
  const typed = row['opensAt'] ?? '';
  if (typed === '') return null;
  const opens = localInstant(typed);
  if (!opens) errors[at('opensAt')] = 'app.date';
  else if (closesAt !== null && Date.parse(opens) >= Date.parse(closesAt)) errors[at('opensAt')] = 'event.opens-after-closing';
  else if (startsAt !== null && Date.parse(opens) >= Date.parse(startsAt)) errors[at('opensAt')] = 'event.opens-after-start';
  return opens ?? null;
}

function closingOf(row: Record<string, string>, event: EventDetail, at: (box: string) => string, errors: Record<string, string>): string | null {
  const closing = row['closing'] ?? '';
  // A draw has to have its hour before it is handed in; until then the check says so, as of all that is still open.
  if (closing === '') return null;
  if (closing === 'other') {
    const local = localInstant(row['closesAt'] ?? '');
    if (!local) errors[at('closesAt')] = 'app.date';
    return local ?? null;
  }
  if (event.startsAt === null) {
    errors[at('closing')] = 'app.event-date-first';
    return null;
  }
  const usual = CLOSINGS[closing as keyof typeof CLOSINGS];
  return instantOf(addDays(jstOf(event.startsAt).date, usual.days), usual.time);
}

/** The boxes of the duties. One of a template has no hours yet: it begins with those of the event. */
export function dutyValues({ duties, startsAt, endsAt }: EventDetail): Values {
  const whole = newDuty({ startsAt, endsAt });
  const first = startsAt === null ? undefined : jstOf(startsAt).date;
  const rows = duties.map((duty) => ({
    row: duty.key,
    key: duty.key,
    duty: duty.duty,
    people: String(duty.people),
    day: duty.startsAt === null || first === undefined ? '0' : String(dayDifference(first, jstOf(duty.startsAt).date)),
    ...(duty.startsAt === null && duty.endsAt === null
      ? { start: whole['start'] ?? '', end: whole['end'] ?? '' }
      : { start: duty.startsAt === null ? '' : jstOf(duty.startsAt).time, end: duty.endsAt === null ? '' : jstOf(duty.endsAt).time }),
    place: duty.place ?? '',
    note: duty.note ?? '',
  }));
  return fromRows('duties', rows);
}

/** Reads the duties; an end before the start means the next morning. */
export function dutiesFrom(values: Values, event: EventDetail): Reading {
  const errors: Record<string, string> = {};
  const duties = allRows(values, 'duties').map((row, index): DutyDraft => {
    const at = (box: string): string => `duties.${index}.${box}`;
    const people = wholeNumber(row['people']);
    const [start, end] = [timeFrom(row['start'] ?? ''), timeFrom(row['end'] ?? '')];
    if (!row['duty']?.trim()) errors[at('duty')] = 'app.missing';
    if (!people) errors[at('people')] = 'app.number';
    if (start === null) errors[at('start')] = 'app.time';
    if (end === null) errors[at('end')] = 'app.time';
    if (event.startsAt === null && (start || end)) errors[at('start')] = 'app.event-date-first';
    // Once the day is known a duty has its hours.
    if (event.startsAt !== null && start === undefined) errors[at('start')] = 'app.time-missing';
    if (event.startsAt !== null && end === undefined) errors[at('end')] = 'app.time-missing';
    const date = event.startsAt === null ? undefined : addDays(jstOf(event.startsAt).date, Number(row['day'] ?? '0'));
    const endDate = date !== undefined && start && end && end <= start ? addDays(date, 1) : date;
    return {
      ...(row['key'] ? { key: row['key'] } : {}),
      duty: row['duty']?.trim() ?? '',
      people: people || 1,
      startsAt: date && start ? instantOf(date, start) : null,
      endsAt: endDate && end ? instantOf(endDate, end) : null,
      place: row['place']?.trim() || null,
      note: row['note']?.trim() || null,
    };
  });
  return { patch: { duties }, errors };
}

/** Rows that were new when they were sent, with the ids the server gave them; rows with an id stay as they are. */
export function adoptKeys(values: Values, saved: Pick<EventDetail, 'frames' | 'duties'>): Values {
  const given = {
    ...Object.fromEntries(saved.frames.map((frame, index) => [`frames.${index}`, { box: 'id', value: frame.id, name: frame.name }])),
    ...Object.fromEntries(saved.duties.map((duty, index) => [`duties.${index}`, { box: 'key', value: duty.key, name: duty.duty }])),
  };
  const added = Object.entries(given).flatMap(([row, { box, value, name }]) => {
    const typed = values[`${row}.${box === 'id' ? 'name' : 'duty'}`];
    return typed !== undefined && typed.trim() === name && !values[`${row}.${box}`] ? [[`${row}.${box}`, value] as const] : [];
  });
  return added.length === 0 ? values : { ...values, ...Object.fromEntries(added) };
}
