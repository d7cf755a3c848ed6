import type { EventDetail, EventDuty, EventFrame, UpdateEventRequest } from '@yoriai/api-client';

/** A frame as it is planned, without its counters. */
export type PlannedFrame = Pick<EventFrame, 'kind' | 'name' | 'method' | 'capacity' | 'opensAt' | 'closesAt' | 'answersBy' | 'perApplicationMax' | 'companions' | 'queue' | 'outsideTotal' | 'asks'> & { readonly id: string };

/** What the form asks for, by the names of the API. */
type Plain = Exclude<keyof UpdateEventRequest & keyof EventDetail, 'frames' | 'duties'>;

/** What is written about an event: in the form, in what was handed in, in what is public. */
export type EventContent = Pick<EventDetail, Plain> & { readonly frames: readonly PlannedFrame[]; readonly duties: readonly EventDuty[] };

/** Nothing written yet. A field that the API learns is missing here until it is added: the compiler says so. */
const NOTHING: Readonly<Record<Plain, null>> = {
  title: null,
  kana: null,
  summary: null,
  description: null,
  field: null,
  category: null,
  initiative: null,
  placeName: null,
  placeAddress: null,
  accessText: null,
  startsAt: null,
  endsAt: null,
  rainPolicy: null,
  rainDecisionAt: null,
  rainDecider: null,
  materials: null,
  titleEasy: null,
  descriptionEasy: null,
  titleEn: null,
  descriptionEn: null,
  insurance: null,
  budget: null,
  attendanceMode: null,
  rainDate: null,
  heatLimit: null,
  audience: null,
  audienceText: null,
  feeText: null,
  bringText: null,
  careText: null,
  videoUrl: null,
  videoCaptions: null,
  contactName: null,
  contactPhone: null,
  contactHours: null,
  food: null,
  fire: null,
  uses: null,
  repeats: null,
  venues: null,
  visibility: null,
  programme: null,
  totalPlaces: null,
};

type Bag = Readonly<Record<string, unknown>>;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const bags = (value: unknown): Bag[] => (Array.isArray(value) ? value.filter((each): each is Bag => typeof each === 'object' && each !== null) : []);

const METHODS = ['first-come', 'open', 'lottery', 'chosen'] as const;

/** What is asked of those who apply; a question that old contents do not know is not asked. */
function asksFrom(value: unknown): PlannedFrame['asks'] {
  const { ages = null, questions = [], needs = [], guardian = false, photos = false, fixed = false, perAdult = null } = (value ?? {}) as Partial<PlannedFrame['asks']>;
  return { ages, questions, needs, guardian, photos, fixed, perAdult };
}

/** Reads a snapshot of what was handed in; what an old one does not know is empty. */
export function contentFrom(snapshot: Bag): EventContent {
  const known = Object.fromEntries(Object.keys(NOTHING).map((field) => [field, snapshot[field] ?? null])) as Pick<EventContent, Plain>;
  return {
    ...known,
    frames: bags(snapshot['frames']).map((frame) => ({
      id: textOrNull(frame['id']) ?? '',
      kind: (textOrNull(frame['kind']) ?? 'participant') as PlannedFrame['kind'],
      name: textOrNull(frame['name']) ?? '',
      method: METHODS.find((method) => method === frame['method']) ?? 'first-come',
      capacity: numberOrNull(frame['capacity']),
      opensAt: textOrNull(frame['opensAt']),
      closesAt: textOrNull(frame['closesAt']),
      answersBy: textOrNull(frame['answersBy']),
      perApplicationMax: numberOrNull(frame['perApplicationMax']) ?? 1,
      companions: frame['companions'] === 'names' ? 'names' : 'number',
      queue: frame['queue'] === 'who-fits' ? 'who-fits' : 'in-order',
      outsideTotal: frame['outsideTotal'] === true,
      asks: asksFrom(frame['asks']),
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
