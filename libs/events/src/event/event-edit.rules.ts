import type { FieldError } from '@yoriai/platform';
import { toAsks } from '../asks/asks.dto.js';
import { NO_ASKS } from '../asks/asks.rules.js';
import type { FrameEntity } from '../frame/frame.entity.js';
import { toProgramme } from '../programme/programme.dto.js';
import { toRainDate } from '../weather/rain-date.dto.js';
import { rainDateOf } from '../weather/rain-date.rules.js';
import { toRepeats } from '../series/repeats.dto.js';
import { OLD_FRAME, toDate } from '../revision/snapshot.js';
import type { FrameDraft } from '../frame/frame-draft.dto.js';
import type { DutyDraft } from './duty-draft.dto.js';
import type { EventFields } from './event-draft.dto.js';
import type { DraftDuty, EventEntity } from './event.entity.js';

const TEXTS = [
  'title',
  'kana',
  'summary',
  'description',
  'field',
  'category',
  'initiative',
  'placeName',
  'placeAddress',
  'accessText',
  'rainPolicy',
  'rainDecider',
  'materials',
  'titleEasy',
  'descriptionEasy',
  'titleEn',
  'descriptionEn',
  'insurance',
  'budget',
  'attendanceMode',
  'heatLimit',
  'audience',
  'audienceText',
  'feeText',
  'bringText',
  'careText',
  'videoUrl',
  'videoCaptions',
  'contactName',
  'contactPhone',
  'contactHours',
  'food',
  'fire',
  'uses',
  'venues',
  'visibility',
  'totalPlaces',
] as const;
const INSTANTS = ['startsAt', 'endsAt', 'rainDecisionAt'] as const;

/** The event with the fields that were named; the given one stays as it is. */
export function withFields(event: EventEntity, fields: EventFields): EventEntity {
  const named = Object.fromEntries(TEXTS.filter((field) => fields[field] !== undefined).map((field) => [field, fields[field]]));
  const moved = Object.fromEntries(INSTANTS.filter((field) => fields[field] !== undefined).map((field) => [field, toDate(fields[field])]));
  const repeats = fields.repeats === undefined ? event.repeats : fields.repeats && toRepeats(fields.repeats);
  const programme = fields.programme === undefined ? event.programme : toProgramme(fields.programme);
  const after = { ...event, ...named, ...moved, repeats, programme };
  const rainDate = fields.rainDate === undefined ? event.rainDate : fields.rainDate && toRainDate(fields.rainDate);
  return { ...after, rainDate: rainDateOf(after.rainPolicy, rainDate) };
}

/** The duties as they would be; those without a key get one from `newKey`. */
export function withDuties(current: readonly DraftDuty[], drafts: readonly DutyDraft[] | undefined, newKey: () => string): DraftDuty[] {
  if (!drafts) return [...current];
  return drafts.map((draft) => {
    const old = current.find((duty) => duty.key === draft.key);
    const pick = (given: string | null | undefined, before: string | null | undefined): string | null => (given === undefined ? (before ?? null) : given);
    const startsAt = toDate(pick(draft.startsAt, old?.startsAt))?.toISOString() ?? null;
    const endsAt = toDate(pick(draft.endsAt, old?.endsAt))?.toISOString() ?? null;
    const beside = startsAt === null && endsAt === null ? (draft.beside ?? old?.beside) : undefined;
    return {
      key: draft.key ?? newKey(),
      duty: draft.duty,
      place: pick(draft.place, old?.place),
      ...{ startsAt, endsAt },
      ...(beside === undefined ? {} : { beside: { side: beside.side, minutes: beside.minutes } }),
      people: draft.people,
      note: pick(draft.note, old?.note),
    };
  });
}

/** What an edit of the frames would lead to. */
export interface FramePlan {
  frames: FrameEntity[];
  added: FrameEntity[];
  removed: FrameEntity[];
  errors: FieldError[];
}

/** The frames as they would be, in the order given. An `id` that is not of this event is an error of the field. */
export function withFrames(eventId: string, current: readonly FrameEntity[], drafts: readonly FrameDraft[] | undefined, newId: () => string): FramePlan {
  if (!drafts) return { frames: [...current], added: [], removed: [], errors: [] };
  const known = new Map(current.map((frame) => [frame.id, frame]));
  const errors = drafts.flatMap((draft, index): FieldError[] => {
    const twice = drafts.findIndex((each) => each.id !== undefined && each.id === draft.id) < index && draft.id !== undefined;
    return draft.id !== undefined && (twice || !known.has(draft.id)) ? [{ field: `frames.${index}.id`, code: 'event.frame-unknown' }] : [];
  });
  const frames = drafts.map((draft, sort) => {
    const old = draft.id === undefined ? undefined : known.get(draft.id);
    return withDraft(old ?? emptyFrame(eventId, newId()), draft, sort, newId);
  });
  return planOf(current, frames, errors);
}

/** What comes and goes when these frames take the place of the current ones. */
export function planOf(current: readonly FrameEntity[], frames: FrameEntity[], errors: FieldError[] = []): FramePlan {
  const without = (some: readonly FrameEntity[], others: readonly FrameEntity[]): FrameEntity[] => some.filter(({ id }) => others.every((other) => other.id !== id));
  return { frames, added: without(frames, current), removed: without(current, frames), errors };
}

/** A frame about which nothing was said yet. */
export function emptyFrame(eventId: string, id: string): FrameEntity {
  const counters = { placesTaken: 0, waiting: 0, lastWaitlistOrder: 0, entered: 0, drawnAt: null };
  return { id, eventId, sort: 0, kind: 'participant', name: '', method: 'first-come', capacity: null, opensAt: null, closesAt: null, perApplicationMax: 1, ...OLD_FRAME, asks: NO_ASKS, ...counters };
}

function withDraft(frame: FrameEntity, draft: FrameDraft, sort: number, newId: () => string): FrameEntity {
  return {
    ...frame,
    sort,
    kind: draft.kind ?? frame.kind,
    name: draft.name,
    method: draft.method ?? frame.method,
    capacity: draft.capacity === undefined ? frame.capacity : draft.capacity,
    opensAt: draft.opensAt === undefined ? frame.opensAt : toDate(draft.opensAt),
    closesAt: draft.closesAt === undefined ? frame.closesAt : toDate(draft.closesAt),
    answersBy: draft.answersBy === undefined ? frame.answersBy : draft.answersBy,
    perApplicationMax: draft.perApplicationMax ?? frame.perApplicationMax,
    companions: draft.companions ?? frame.companions,
    queue: draft.queue ?? frame.queue,
    outsideTotal: draft.outsideTotal ?? frame.outsideTotal,
    asks: draft.asks ? toAsks(draft.asks, newId) : frame.asks,
  };
}

/** Those who wrote at it since the ward last decided, with one more. */
export const withEditor = ({ editors }: Pick<EventEntity, 'editors'>, by: string): string[] => [...new Set([...editors, by])];
