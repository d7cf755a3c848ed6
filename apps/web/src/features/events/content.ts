import type { EventDetail, EventDuty, EventFrame, UpdateEventRequest } from '@yoriai/api-client';

/** A frame as it is planned, without its counters. */
export type PlannedFrame = Pick<EventFrame, 'kind' | 'name' | 'method' | 'capacity' | 'opensAt' | 'closesAt' | 'perApplicationMax'> & { readonly id: string };

/** What is written about an event: in the form, in what was handed in, in what is public. */
export type EventContent = Pick<
  EventDetail,
  | 'title'
  | 'kana'
  | 'summary'
  | 'description'
  | 'field'
  | 'category'
  | 'placeName'
  | 'placeAddress'
  | 'accessText'
  | 'startsAt'
  | 'endsAt'
  | 'rainPolicy'
  | 'rainDecisionAt'
  | 'audienceText'
  | 'feeText'
  | 'bringText'
  | 'careText'
  | 'contactName'
  | 'contactPhone'
  | 'contactHours'
  | 'food'
  | 'fire'
> & { readonly frames: readonly PlannedFrame[]; readonly duties: readonly EventDuty[] };

const TEXTS = [
  'title',
  'kana',
  'summary',
  'description',
  'field',
  'category',
  'placeName',
  'placeAddress',
  'accessText',
  'startsAt',
  'endsAt',
  'rainPolicy',
  'rainDecisionAt',
  'audienceText',
  'feeText',
  'bringText',
  'careText',
  'contactName',
  'contactPhone',
  'contactHours',
] as const;

type Bag = Readonly<Record<string, unknown>>;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const bags = (value: unknown): Bag[] => (Array.isArray(value) ? value.filter((each): each is Bag => typeof each === 'object' && each !== null) : []);

/** Reads a snapshot of what was handed in; what an old one does not know is empty. */
export function contentFrom(snapshot: Bag): EventContent {
  const texts = Object.fromEntries(TEXTS.map((field) => [field, textOrNull(snapshot[field])])) as Pick<EventContent, (typeof TEXTS)[number]>;
  return {
    ...texts,
    food: typeof snapshot['food'] === 'boolean' ? snapshot['food'] : null,
    fire: typeof snapshot['fire'] === 'boolean' ? snapshot['fire'] : null,
    frames: bags(snapshot['frames']).map((frame) => ({
      id: textOrNull(frame['id']) ?? '',
      kind: (textOrNull(frame['kind']) ?? 'participant') as PlannedFrame['kind'],
      name: textOrNull(frame['name']) ?? '',
      method: frame['method'] === 'open' ? 'open' : 'first-come',
      capacity: numberOrNull(frame['capacity']),
      opensAt: textOrNull(frame['opensAt']),
      closesAt: textOrNull(frame['closesAt']),
      perApplicationMax: numberOrNull(frame['perApplicationMax']) ?? 1,
    })),
    duties: bags(snapshot['duties']).map((duty) => ({
      key: textOrNull(duty['key']) ?? '',
      duty: textOrNull(duty['duty']) ?? '',
      place: textOrNull(duty['place']),
      startsAt: textOrNull(duty['startsAt']),
      endsAt: textOrNull(duty['endsAt']),
      people: numberOrNull(duty['people']) ?? 0,
      note: textOrNull(duty['note']),
    })),
  };
}

/** The content as it would be with an edit. */
export function withPatch(content: EventContent, patch: UpdateEventRequest): EventContent {
  const { frames, duties, ...fields } = patch;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return {
    ...content,
    ...given,
    ...(frames ? { frames: contentFrom({ frames }).frames } : {}),
    ...(duties ? { duties: contentFrom({ duties }).duties } : {}),
  };
}
