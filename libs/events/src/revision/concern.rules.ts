import type { EventSnapshot } from './snapshot.js';

/** Whom a change concerns: everybody who comes or helps, or those on some duties, or in some draws, alone. */
export interface Concern {
  everybody: boolean;
  /** Plan keys of the duties that read otherwise or are gone. */
  duties: ReadonlySet<string>;
  /** Frames whose lots are drawn at another hour now: it concerns those who entered. */
  draws: ReadonlySet<string>;
}

/** What people go by; whatever else changes is nobody's business but the host's and the ward's. */
const GONE_BY = [
  ...['title', 'startsAt', 'endsAt', 'placeName', 'placeAddress', 'accessText', 'audienceText', 'feeText', 'bringText', 'careText'],
  ...['rainPolicy', 'contactName', 'contactPhone', 'contactHours'],
] as readonly (keyof EventSnapshot)[];

const DUTY = ['duty', 'place', 'startsAt', 'endsAt', 'note'] as const;

/** Who is to be told that an event reads `after` now, and no longer `before`. */
export function concernOf(before: EventSnapshot, after: EventSnapshot): Concern {
  const said = ({ duties }: EventSnapshot) => new Map(duties.map((duty) => [duty.key, duty]));
  const now = said(after);
  const touched = [...said(before)].filter(([key, was]) => DUTY.some((each) => (was[each] ?? '') !== (now.get(key)?.[each] ?? '')));
  const everybody = GONE_BY.some((field) => (before[field] ?? '') !== (after[field] ?? '')) || BY_WEATHER.some((said) => said(before) !== said(after));
  const drawn = ({ frames }: EventSnapshot) => new Map(frames.flatMap(({ id, method, closesAt }) => (method === 'lottery' ? [[id, closesAt] as const] : [])));
  const is = drawn(after);
  const draws = [...drawn(before)].filter(([id, at]) => is.has(id) && is.get(id) !== at).map(([id]) => id);
  return { everybody, duties: new Set(touched.map(([key]) => key)), draws: new Set(draws) };
}

const BY_WEATHER: readonly ((event: EventSnapshot) => unknown)[] = [rainDecision, ({ heatLimit }) => heatLimit ?? null, ({ rainDate }) => (rainDate ? [rainDate.startsAt, rainDate.endsAt, rainDate.placeName].join(' ') : null)];

/** When it is decided whether it rains; nothing where rain changes nothing. */
function rainDecision({ rainPolicy, rainDecisionAt }: EventSnapshot): string | null {
  return rainPolicy === 'indoors' || rainPolicy === 'go-ahead' ? null : rainDecisionAt;
}
