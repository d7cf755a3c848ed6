import type { EventDetail, UpdateEventRequest } from '@yoriai/api-client';
import { addDays, dateFrom, dayDifference, instantOf, jstOf, localInstant, localOf, timeFrom, type DateOnly } from '../../app/jst.js';
import { wholeNumber } from './numbers.js';
import { readRepeats, repeatBoxes } from './repeats.js';
import { dutyValues, dutiesFrom, frameValues, framesFrom } from './rows.js';
import type { QuestionStep } from './steps.js';

/** What stands in the boxes of a page, by the name of the box. */
export type Values = Readonly<Record<string, string>>;

/** What a page sends, or what is wrong with it: a refusal code by the name of the box. */
export interface Reading {
  readonly patch: UpdateEventRequest;
  readonly errors: Readonly<Record<string, string>>;
}

/** For whom an event is, to be found by. */
export const AUDIENCES = ['anyone', 'children', 'families', 'seniors'] as const;

/** Where one takes part. */
export const ATTENDANCE_MODES = ['in-person', 'online', 'both'] as const;

/** What somebody else has to allow, as the form asks for it. */
export const EVENT_USES = ['park', 'road', 'facility', 'naked-flame', 'ward-name', 'subsidy', 'owner'] as const;

const PLAIN: Partial<Record<QuestionStep, readonly (keyof EventDetail & keyof UpdateEventRequest)[]>> = {
  what: ['title', 'kana', 'summary', 'description', 'field', 'category', 'initiative', 'titleEasy', 'descriptionEasy', 'titleEn', 'descriptionEn'],
  where: ['placeName', 'placeAddress', 'accessText', 'attendanceMode'],
  who: ['visibility', 'audience', 'audienceText', 'feeText', 'bringText', 'careText', 'videoUrl'],
  contact: ['contactName', 'contactPhone', 'contactHours'],
};

/** What to put into the boxes of a page. */
export function valuesOf(step: QuestionStep, event: EventDetail): Values {
  switch (step) {
    case 'when':
      return { ...dateBoxes('date', event.startsAt), ...lastDayBoxes(event), start: timeOf(event.startsAt), end: timeOf(event.endsAt), ...repeatBoxes(event) };
    case 'rain':
      return { rainPolicy: event.rainPolicy ?? '', ...decisionBoxes(event), ...rainDateBoxes(event), rainDecider: event.rainDecider ?? '', heatLimit: event.heatLimit ? String(event.heatLimit) : NO_LIMIT };
    case 'where':
      return { venues: venuesText(event.venues ?? []), uses: usesText(event.uses), ...plainValues(step, event) };
    case 'safety':
      return { food: yesNo(event.food), fire: yesNo(event.fire), uses: usesText(event.uses), insurance: event.insurance ?? '', budget: event.budget === null || event.budget === undefined ? '' : String(event.budget) };
    case 'who':
      return { ...plainValues(step, event), videoCaptions: yesNo(event.videoCaptions) };
    case 'places':
      return frameValues(event);
    case 'duties':
      return { ...dutyValues(event), materials: event.materials ?? '' };
    default:
      return plainValues(step, event);
  }
}

/** Reads a page. What is empty empties the field. */
export function readStep(step: QuestionStep, values: Values, event: EventDetail): Reading {
  switch (step) {
    case 'when':
      return readWhen(values, event);
    case 'rain':
      return withRainDate(readRain(values, event), values, event);
    case 'safety':
      return readSafety(values);
    case 'where':
      return { patch: { ...plainPatch(step, values), venues: namesOrNone(values['venues']), ...usesBeside(values) }, errors: {} };
    case 'contact':
      return readContact(values);
    case 'who':
      return { patch: { ...plainPatch(step, values), videoCaptions: values['videoUrl']?.trim() ? readYesNo(values['videoCaptions']) : null }, errors: {} };
    case 'places':
      return framesFrom(values, event);
    case 'duties':
      return withMaterials(dutiesFrom(values, event), values);
    default:
      return { patch: plainPatch(step, values), errors: {} };
  }
}

const withMaterials = (reading: Reading, values: Values): Reading => ({ ...reading, patch: { ...reading.patch, materials: emptyToNull(values['materials']) } });
const plainValues = (step: QuestionStep, event: EventDetail): Values => Object.fromEntries((PLAIN[step] ?? []).map((field) => [field, textOf(event[field])]));
const plainPatch = (step: QuestionStep, values: Values): UpdateEventRequest => Object.fromEntries((PLAIN[step] ?? []).map((field) => [field, emptyToNull(values[field])]));
/** Places of one event, at most. */
export const VENUES_MOST = 6;
/** Names stand in the box a line each; they may have blanks. */
export const venuesText = (names: readonly string[]): string => names.join('\n');
export const venuesIn = (text: string | undefined): string[] => (text ?? '').split('\n').filter((each) => each !== '');
const namesOrNone = (text: string | undefined): string[] | null => (venuesIn(text).length === 0 ? null : venuesIn(text));
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const emptyToNull = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim());
const yesNo = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no');
/** None of them is an answer of its own: an empty box is no answer. */
export const NO_USE = 'none';
const usesText = (uses: EventDetail['uses']): string => (uses === null ? '' : uses.length === 0 ? NO_USE : uses.join(' '));
const readUses = (text: string | undefined): UpdateEventRequest['uses'] => (!text ? null : EVENT_USES.filter((use) => text.split(' ').includes(use)));
/** A place of the list can add to what was said of uses; where nobody said anything yet, it is asked with the rest. */
const usesBeside = (values: Values): UpdateEventRequest => (values['uses'] ? { uses: readUses(values['uses']) } : {});
const readYesNo = (text: string | undefined): boolean | null => (text === 'yes' ? true : text === 'no' ? false : null);
const timeOf = (instant: string | null): string => (instant === null ? '' : jstOf(instant).time);

/** A number as it is printed for everybody: narrow digits and plain hyphens; nothing when it is no Japanese number. */
export function phoneFrom(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/\s*[\u2010-\u2015\u2212\u30fc().-][\u2010-\u2015\u2212\u30fc().\s-]*/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[- ]+|[- ]+$/g, '');
  const digits = plain.replace(/[\s-]/g, '').replace(/^(?:\+81|0081)0?/, '0');
  return /^0[1-9]\d{8,9}$/.test(digits) ? plain : undefined;
}

function readSafety(values: Values): Reading {
  const budget = wholeNumber(values['budget'], 9);
  const wrong = budget === null || (budget ?? 0) > 100_000_000;
  const patch = { food: readYesNo(values['food']), fire: readYesNo(values['fire']), uses: readUses(values['uses']), insurance: emptyToNull(values['insurance']), budget: wrong ? null : (budget ?? null) };
  return { patch, errors: wrong ? { budget: 'app.number' } : {} };
}

function readContact(values: Values): Reading {
  const typed = emptyToNull(values['contactPhone']);
  const phone = typed === null ? null : phoneFrom(typed);
  const patch = { contactName: emptyToNull(values['contactName']), contactPhone: phone ?? null, contactHours: emptyToNull(values['contactHours']) };
  return { patch, errors: phone === undefined ? { contactPhone: 'app.phone' } : {} };
}

/** What can be saved of a page with something wrong on it: fields of their own that are right. Days and rows go as a whole. */
export function sendable({ patch, errors }: Reading): UpdateEventRequest {
  const wrong = Object.keys(errors);
  if (wrong.some((box) => !(box in patch))) return {};
  return Object.fromEntries(Object.entries(patch).filter(([field]) => !wrong.includes(field)));
}

function dateBoxes(name: string, instant: string | null): Values {
  if (instant === null) return { [`${name}-year`]: '', [`${name}-month`]: '', [`${name}-day`]: '' };
  const [year = '', month = '', day = ''] = jstOf(instant).date.split('-');
  return { [`${name}-year`]: year, [`${name}-month`]: String(Number(month)), [`${name}-day`]: String(Number(day)) };
}

function lastDayBoxes({ startsAt, endsAt }: EventDetail): Values {
  const another = startsAt !== null && endsAt !== null && jstOf(startsAt).date !== jstOf(endsAt).date;
  return { manyDays: another ? 'yes' : '', ...dateBoxes('last', another ? endsAt : null) };
}

function readDate(values: Values, name: string): DateOnly | null | undefined {
  return dateFrom(values[`${name}-year`] ?? '', values[`${name}-month`] ?? '', values[`${name}-day`] ?? '');
}

function readWhen(values: Values, { series }: EventDetail): Reading {
  const date = readDate(values, 'date');
  const last = values['manyDays'] === 'yes' ? readDate(values, 'last') : date;
  const [start, end] = [timeFrom(values['start'] ?? ''), timeFrom(values['end'] ?? '')];
  const errors: Record<string, string> = {
    ...(date === null ? { date: 'app.date' } : {}),
    ...(date !== null && (last === null || (last === undefined && date)) ? { last: 'app.date' } : {}),
    ...(start === null ? { start: 'app.time' } : {}),
    ...(end === null ? { end: 'app.time' } : {}),
    ...(date === undefined && (start || end) ? { date: 'app.date-first' } : {}),
    ...(date && start === undefined ? { start: 'app.time-missing' } : {}),
  };
  const startsAt = date && start ? instantOf(date, start) : null;
  const endsAt = last && end ? instantOf(last, end) : null;
  const repeated = readRepeats(values, series === null ? (date ?? undefined) : undefined);
  return { patch: { startsAt, endsAt, ...repeated.patch }, errors: { ...errors, ...repeated.errors } };
}

/** When it is decided whether rain stops it; the usual moments stand by name. */
export const DECISIONS = { 'day-before-17': { days: -1, time: '17:00' }, 'same-day-7': { days: 0, time: '07:00' } } as const;

function decisionBoxes({ startsAt, rainDecisionAt }: EventDetail): Values {
  if (rainDecisionAt === null) return { decision: '', decisionAt: '' };
  const { date, time } = jstOf(rainDecisionAt);
  const days = startsAt === null ? undefined : dayDifference(jstOf(startsAt).date, date);
  const usual = Object.entries(DECISIONS).find(([, each]) => each.days === days && each.time === time);
  return { decision: usual?.[0] ?? 'other', decisionAt: localOf(rainDecisionAt) };
}

/** Whether somebody has to decide about rain. */
export const decides = (rainPolicy: string | undefined): boolean => rainPolicy === 'cancelled' || rainPolicy === 'postponed' || rainPolicy === 'light-rain-only';

function readRain(values: Values, event: EventDetail): Reading {
  const reading = readDecision(values, event);
  // Where rain changes nothing, nobody decides.
  return { ...reading, patch: { ...reading.patch, rainDecider: decides(values['rainPolicy']) ? emptyToNull(values['rainDecider']) : null } };
}

function readDecision(values: Values, event: EventDetail): Reading {
  const rainPolicy = (emptyToNull(values['rainPolicy']) ?? null) as UpdateEventRequest['rainPolicy'];
  const { decision = '', decisionAt = '' } = values;
  if (!decides(values['rainPolicy']) || decision === '') return { patch: { rainPolicy, rainDecisionAt: null }, errors: {} };
  if (decision === 'other') {
    const local = localInstant(decisionAt);
    return { patch: { rainPolicy, ...(local ? { rainDecisionAt: local } : {}) }, errors: local ? {} : { decisionAt: 'app.date' } };
  }
  if (event.startsAt === null) return { patch: { rainPolicy }, errors: { decision: 'app.event-date-first' } };
  const usual = DECISIONS[decision as keyof typeof DECISIONS];
  return { patch: { rainPolicy, rainDecisionAt: instantOf(addDays(jstOf(event.startsAt).date, usual.days), usual.time) }, errors: {} };
}

/** An event without a limit for heat: an answer of its own. */
export const NO_LIMIT = 'none';
const LIMITS = [28, 31, 33] as const;

/** The day for rain; its hours and place are those of the event until somebody says otherwise. */
function rainDateBoxes({ rainDate, startsAt, endsAt }: EventDetail): Values {
  const { startsAt: from, endsAt: to } = rainDate ?? { startsAt, endsAt };
  return { ...dateBoxes('rain', rainDate?.startsAt ?? null), rainStart: timeOf(from), rainEnd: timeOf(to), rainPlace: rainDate?.placeName ?? '' };
}

/** With the day for rain and the limit for heat. It lasts as many days as the event. */
function withRainDate(reading: Reading, values: Values, { startsAt, endsAt }: EventDetail): Reading {
  const heatLimit = LIMITS.find((limit) => String(limit) === values['heatLimit']) ?? null;
  const date = readDate(values, 'rain');
  if (values['rainPolicy'] !== 'postponed' || date === undefined) return { ...reading, patch: { ...reading.patch, rainDate: null, heatLimit } };
  const [start, end] = [timeFrom(values['rainStart'] ?? ''), timeFrom(values['rainEnd'] ?? '')];
  const errors = { ...(date === null ? { rain: 'app.date' } : {}), ...(start ? {} : { rainStart: 'app.time' }), ...(end ? {} : { rainEnd: 'app.time' }) };
  if (!date || !start || !end) return { patch: reading.patch, errors: { ...reading.errors, ...errors } };
  const days = startsAt === null || endsAt === null ? 0 : dayDifference(jstOf(startsAt).date, jstOf(endsAt).date);
  const rainDate = { startsAt: instantOf(date, start), endsAt: instantOf(addDays(date, days), end), placeName: emptyToNull(values['rainPlace']) };
  return { ...reading, patch: { ...reading.patch, rainDate, heatLimit } };
}

/** The box that asks for a field of the API: `startsAt` of the event is asked for as a date. */
export function boxOf(step: QuestionStep, field: string): string {
  if (step === 'when') return field === 'endsAt' ? 'end' : field === 'startsAt' ? 'date' : field.replace(/^repeats\./, '');
  if (step === 'rain' && field === 'rainDecisionAt') return 'decision';
  if (step === 'rain' && field.startsWith('rainDate.')) return field === 'rainDate.endsAt' ? 'rainEnd' : 'rain';
  return field
    .replace(/\.perApplicationMax$/, '.max')
    .replace(/\.asks\.questions\.(\d)\.(\w+)$/, '.q$1-$2')
    .replace(/\.asks\.ages\.from$/, '.agesFrom')
    .replace(/\.asks\.ages\.to$/, '.agesTo')
    .replace(/\.asks\.guardian$/, '.guardian')
    .replace(/\.asks\.photos$/, '.photos')
    .replace(/\.asks\.perAdult$/, '.perAdult')
    .replace(/^(duties\.\d+)\.startsAt$/, '$1.start')
    .replace(/^(duties\.\d+)\.endsAt$/, '$1.end');
}
