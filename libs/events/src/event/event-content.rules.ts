import { isDeepStrictEqual as same } from 'node:util';
import { jstDate, type FieldError } from '@yoriai/platform';
import { askContradictions, asksOf } from '../asks/asks.rules.js';
import { outsideTheEvent, wrongInProgramme } from '../programme/programme.rules.js';
import { wholeFrame, type EventSnapshot, type SnapshotFrame } from '../revision/snapshot.js';
import type { DraftDuty } from './event.entity.js';
import { rainDateTooFar, wrongInRainDate } from '../weather/rain-date.rules.js';
import type { EventState } from './event.rules.js';
import { needsOfDecision } from './notification-only.rules.js';

/** What the ward must know before it can decide (domain.md §4.3, submit). */
const REQUIRED = ['title', 'field', 'placeName', 'startsAt', 'endsAt', 'rainPolicy', 'food', 'fire', 'contactName', 'contactPhone'] as const;

/** Texts and contacts: changed by the host even after approval, logged as a minor revision. Everything else is material. */
const MINOR = new Set<string>(['title', 'kana', 'summary', 'description', 'accessText', 'bringText', 'careText', 'videoUrl', 'videoCaptions', 'rainDecider', 'materials', 'titleEasy', 'descriptionEasy', 'titleEn', 'descriptionEn', 'insurance', 'budget', 'contactName', 'contactPhone', 'contactHours', 'programme']);

const missing = (field: string): FieldError => ({ field, code: 'event.field-missing' });

/** What keeps this draft from being handed in; empty when nothing does. `now` refuses events that have begun. */
export function missingForSubmission(snapshot: EventSnapshot, now: Date): FieldError[] {
  const fields = REQUIRED.filter((field) => snapshot[field] === null).map(missing);
  const begun: FieldError[] = snapshot.startsAt && snapshot.startsAt <= now.toISOString() ? [{ field: 'startsAt', code: 'event.starts-in-the-past' }] : [];
  const nobody: FieldError[] = snapshot.frames.length + snapshot.duties.length === 0 ? [{ field: 'frames', code: 'event.frame-or-duty-missing' }] : [];
  const frames = snapshot.frames.flatMap((frame, index) =>
    frame.kind === 'volunteer' || frame.method === 'open'
      ? []
      : [...(frame.capacity === null ? [missing(`frames.${index}.capacity`)] : []), ...(frame.method === 'lottery' && frame.closesAt === null ? [missing(`frames.${index}.closesAt`)] : [])],
  );
  const duties = snapshot.duties.flatMap((duty, index) => [
    ...(duty.startsAt ? [] : [missing(`duties.${index}.startsAt`)]),
    ...(duty.endsAt ? [] : [missing(`duties.${index}.endsAt`)]),
  ]);
  const late = (field: string, at: string | null, end: string | null, code: string): FieldError[] => (at !== null && end !== null && at > end ? [{ field, code }] : []);
  const times = [
    ...snapshot.frames.flatMap((frame, index) => opensLate(frame, `frames.${index}.opensAt`, snapshot.startsAt)),
    ...snapshot.frames.flatMap((frame, index) => late(`frames.${index}.closesAt`, frame.closesAt, snapshot.endsAt, 'event.closes-after-end')),
    ...snapshot.frames.flatMap((frame, index) => (frame.method === 'lottery' ? late(`frames.${index}.closesAt`, frame.closesAt, snapshot.startsAt, 'event.drawn-after-start') : [])),
    ...snapshot.frames.flatMap((frame, index) => answeredLate(frame, `frames.${index}.answersBy`, snapshot.startsAt)),
    ...late('rainDecisionAt', snapshot.rainDecisionAt, snapshot.startsAt, 'event.decided-after-start'),
    ...rainDateTooFar(snapshot),
  ];
  const outside = outsideTheEvent(snapshot.programme ?? [], snapshot.startsAt, snapshot.endsAt);
  const nowhere: FieldError[] = snapshot.visibility === 'area' && snapshot.organisation.areaId === null ? [{ field: 'visibility', code: 'event.host-without-area' }] : [];
  return [...fields, ...nowhere, ...begun, ...nobody, ...frames, ...duties, ...times, ...outside, ...contradictions(snapshot)];
}

/** Not public yet, and the host's to write. */
const TO_COME_OUT: ReadonlySet<EventState> = new Set(['draft', 'returned', 'approved']);

/**
 * Applications that would be over before the page is open: what lay about, came back, waited for its approval or is asked for anew.
 * Nothing is handed in so; of what is approved it is said, and publishing stays the host's to decide. What is public may have closed.
 */
export function closedAlready(state: EventState, { frames }: EventSnapshot, now: Date): FieldError[] {
  if (!TO_COME_OUT.has(state)) return [];
  return frames.flatMap(({ kind, method, closesAt }, index) => (kind !== 'volunteer' && method !== 'open' && closesAt !== null && closesAt <= now.toISOString() ? [{ field: `frames.${index}.closesAt`, code: 'event.closes-in-the-past' }] : []));
}

/** Applications that begin with the event, or later, never do; where they close earlier, the two are looked at together. */
function opensLate({ opensAt, closesAt }: SnapshotFrame, field: string, startsAt: string | null): FieldError[] {
  const never = opensAt !== null && startsAt !== null && opensAt >= startsAt && (closesAt === null || opensAt < closesAt);
  return never ? [{ field, code: 'event.opens-after-start' }] : [];
}

/** Whom the host chooses is told before the event, by the day that was said. */
function answeredLate({ method, answersBy, closesAt }: SnapshotFrame, field: string, startsAt: string | null): FieldError[] {
  if (method !== 'chosen' || !answersBy) return [];
  if (startsAt !== null && answersBy > jstDate(new Date(startsAt))) return [{ field, code: 'event.answers-after-start' }];
  // Whoever applies on the last day is promised an answer that is still to come.
  return closesAt !== null && answersBy < jstDate(new Date(closesAt)) ? [{ field, code: 'event.answers-before-closing' }] : [];
}

/** The largest group whose names are asked for one by one; a larger one brings a list. */
export const MOST_NAMES = 10;

/** What can't be true at once, refused even in a draft. */
export function contradictions(snapshot: EventSnapshot): FieldError[] {
  const order = (field: string, from: string | null, to: string | null): FieldError[] =>
    from !== null && to !== null && to <= from ? [{ field, code: 'event.ends-before-start' }] : [];
  const keys = snapshot.duties.map((duty) => duty.key);
  return [
    ...order('endsAt', snapshot.startsAt, snapshot.endsAt),
    ...snapshot.frames.flatMap((frame, index): FieldError[] =>
      frame.opensAt !== null && frame.closesAt !== null && frame.closesAt <= frame.opensAt ? [{ field: `frames.${index}.opensAt`, code: 'event.opens-after-closing' }] : [],
    ),
    ...snapshot.frames.flatMap((frame, index): FieldError[] =>
      frame.companions === 'names' && frame.perApplicationMax > MOST_NAMES ? [{ field: `frames.${index}.perApplicationMax`, code: 'event.too-many-names' }] : [],
    ),
    ...snapshot.frames.flatMap((frame, index) => askContradictions(asksOf(frame), frame, `frames.${index}`)),
    ...snapshot.duties.flatMap((duty, index) => order(`duties.${index}.endsAt`, duty.startsAt, duty.endsAt)),
    ...wrongInRainDate(snapshot),
    ...wrongInProgramme(snapshot.programme ?? []),
    ...keys.flatMap((key, index): FieldError[] => (keys.indexOf(key) < index ? [{ field: `duties.${index}.key`, code: 'event.duty-key-twice' }] : [])),
  ];
}

/** Who writes the programme is told at once what of it is outside the event's hours; who moves the event is told when it is handed in. */
export function askedOutside({ programme }: { programme?: unknown }, after: EventSnapshot): FieldError[] {
  return programme === undefined ? [] : outsideTheEvent(after.programme ?? [], after.startsAt, after.endsAt);
}

/** What an edit is: nothing, words and contacts, or something that was approved. */
export const EDIT_KINDS = ['none', 'minor', 'material'] as const;
export interface EditKind {
  kind: (typeof EDIT_KINDS)[number];
  /** The fields that would need a new approval. */
  material: FieldError[];
}

/** More places than this many times the approved ones are another event. */
const MOST_GROWTH = 2;

/** What an edit after the approval would leave empty, although nothing is decided on without it. */
export function missingOnceApproved(snapshot: EventSnapshot, now: Date): FieldError[] {
  const begun = (error: FieldError): boolean => error.code === 'event.starts-in-the-past';
  return missingForSubmission(snapshot, now)
    .filter((error) => !begun(error))
    .map((error) => (error.code === 'event.field-missing' ? { ...error, code: 'event.field-needed' } : error));
}

/**
 * Compares what stands there with what would. More places are words to the ward, up to twice of what was
 * `approved` (what was handed in last, before any minor edit); fewer are not, nor are a frame's hours. What a rule
 * approved (`byRule`) does not grow beyond that rule without people: there no more places than approved are words.
 */
export function editKind(before: EventSnapshot, after: EventSnapshot, approved: EventSnapshot = before, byRule = false): EditKind {
  const plain = (Object.keys(after) as (keyof EventSnapshot)[]).filter((field) => field !== 'organisation' && field !== 'frames' && field !== 'duties');
  const changed = plain.filter((field) => !same(before[field] ?? null, after[field] ?? null));
  const moved = before.organisation.id === after.organisation.id ? [] : ['organisationId'];
  const growth = byRule && needsOfDecision(after, false).length > 0 ? 1 : MOST_GROWTH;
  const approvedFrames = new Map(approved.frames.map((frame) => [frame.id, frame]));
  const material = [
    ...changed.filter((field) => !MINOR.has(field) && !(field === 'totalPlaces' && !totalNeedsApproval(before, after, approved, growth))),
    ...moved,
    ...listChanges('frames', before.frames, after.frames, (frame) => frame.id, (old, frame) => frameNeedsApproval(old, frame, approvedFrames.get(frame.id) ?? old, growth)),
    ...listChanges('duties', before.duties, after.duties, (duty) => duty.key, dutyNeedsApproval),
  ].map((field): FieldError => ({ field, code: 'event.needs-new-approval' }));
  if (material.length > 0) return { kind: 'material', material };
  const nothing = changed.length === 0 && same(before.frames, after.frames) && same(before.duties, after.duties);
  return { kind: nothing ? 'none' : 'minor', material: [] };
}

function listChanges<T>(name: string, before: T[], after: T[], keyOf: (item: T) => string, needsApproval: (before: T, after: T) => boolean): string[] {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  if (old.size !== after.length || after.some((item) => !old.has(keyOf(item)))) return [name];
  return after.flatMap((item, index) => (needsApproval(old.get(keyOf(item))!, item) ? [`${name}.${index}`] : []));
}

/** What of a frame was decided on; its name is words, and its capacity has bounds of its own. */
const FRAME_MATERIAL = ['kind', 'method', 'opensAt', 'closesAt', 'perApplicationMax', 'companions', 'queue', 'outsideTotal', 'asks'] as const;

function frameNeedsApproval(before: SnapshotFrame, after: SnapshotFrame, approved: SnapshotFrame, growth: number): boolean {
  const [was, is] = [before, after].map(wholeFrame) as [SnapshotFrame, SnapshotFrame];
  return FRAME_MATERIAL.some((field) => !same(was[field], is[field])) || capacityNeedsApproval(before.capacity, after.capacity, approved.capacity, growth);
}

function capacityNeedsApproval(before: number | null, after: number | null, approved: number | null, growth: number): boolean {
  if (before === after) return false;
  if (before === null || after === null || after < before) return true;
  return approved === null || after > approved * growth;
}

/** The total is bounded as a frame's places are. */
function totalNeedsApproval(before: EventSnapshot, after: EventSnapshot, approved: EventSnapshot, growth: number): boolean {
  return capacityNeedsApproval(before.totalPlaces ?? null, after.totalPlaces ?? null, approved.totalPlaces ?? null, growth);
}

function dutyNeedsApproval(before: DraftDuty, after: DraftDuty): boolean {
  return (
    after.people < before.people ||
    before.duty !== after.duty ||
    before.place !== after.place ||
    before.startsAt !== after.startsAt ||
    before.endsAt !== after.endsAt
  );
}
