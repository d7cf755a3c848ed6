import type { WeatherAlert } from './alert-source.js';

/** Codes of the warnings of a coast (`Category/Kind/Code` of VTSE41): what stands. 53 is 大津波警報 when it is issued first. */
const STANDING: Readonly<Record<string, readonly [title: string, level: WeatherAlert['level']]>> = {
  '51': ['津波警報', 4],
  '52': ['大津波警報', 5],
  '53': ['大津波警報', 5],
  '62': ['津波注意報', 2],
};
/** Codes under which nothing stands: none, lifted, or a change of the sea that does no harm. */
const NOTHING: ReadonlySet<string> = new Set(['00', '50', '60', '71', '72', '73']);

/** A message of a feed. */
export interface FeedEntry {
  href: string;
  updated: string;
}

/** A message about the coasts: of an exercise, taken back, or what stands of one coast. */
export type TsunamiMessage = { kind: 'exercise' } | { kind: 'taken-back' } | { kind: 'said'; alerts: WeatherAlert[] };

/** The messages of a feed that are about tsunami warnings (VTSE41), the newest first. Throws where it is no feed. */
export function tsunamiEntries(feed: string): FeedEntry[] {
  if (!/<feed[\s>]/.test(feed)) throw new Error('It is no feed');
  const entries = inside(feed, 'entry').map((entry) => ({ href: /<link\b[^>]*\bhref="([^"]+)"/.exec(entry)?.[1] ?? '', updated: one(entry, 'updated') }));
  return entries.filter(({ href }) => href.includes('_VTSE41_')).sort((a, b) => Date.parse(b.updated) - Date.parse(a.updated));
}

/** The shortest time that a feed looks back, by what the weather office promises (milliseconds). */
const LOOKS_BACK_MS = 10 * 60 * 1000;

/** From when to when a feed tells all: from its oldest entry of any kind, at least ten minutes, until it was written. */
export function spanOf(feed: string): { from: number; until: number } {
  const until = Date.parse(one(feed.replace(/<entry[\s>][\s\S]*/, ''), 'updated'));
  return { from: Math.min(until - LOOKS_BACK_MS, ...inside(feed, 'entry').map((entry) => Date.parse(one(entry, 'updated')))), until };
}

/** What a message (VTSE41) says of a coast (a code of the weather office, such as 510 for 大阪府). It names every coast where something stands. Throws where it is not what it should be. */
export function tsunamiIn(text: string, coast: string): TsunamiMessage {
  if (one(one(text, 'Control'), 'Status') !== '通常') return { kind: 'exercise' };
  const head = one(text, 'Head');
  if (one(head, 'InfoType') === '取消') return { kind: 'taken-back' };
  const since = new Date(one(head, 'ReportDateTime')).toISOString();
  const items = inside(one(one(text, 'Tsunami'), 'Forecast'), 'Item');
  const here = items.filter((item) => one(one(item, 'Area'), 'Code') === coast);
  return { kind: 'said', alerts: here.flatMap((item) => alertOf(item, since)) };
}

function alertOf(item: string, since: string): WeatherAlert[] {
  const kind = one(one(item, 'Category'), 'Kind');
  const code = one(kind, 'Code');
  if (NOTHING.has(code)) return [];
  // Something stands that has no name here: it is told all the same, in the words of the office.
  const [title, level] = STANDING[code] ?? [one(kind, 'Name'), 3];
  return [{ kind: 'tsunami', title, level, since, area: one(one(item, 'Area'), 'Name') }];
}

/** What stands inside each element of a name. A machine writes these documents: none holds another of its own name, and nothing that needs unescaping. */
const inside = (text: string, name: string): string[] => [...text.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'g'))].map(([, content = '']) => content);

/** The first of them. Throws where there is none. */
function one(text: string, name: string): string {
  const [first] = inside(text, name);
  if (first === undefined) throw new Error(`It has no ${name}`);
  return first.trim();
}
