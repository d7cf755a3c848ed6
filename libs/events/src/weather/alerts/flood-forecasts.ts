import { z } from 'zod';
import type { WeatherAlert } from './alert-source.js';

/** The forecasts of floods (指定河川洪水予報) since 28 May 2026, as the site of the weather office has them: a report per river, of all the country. Of some rivers the areas are missing. */
const report = z.object({
  status: z.string(),
  infoType: z.string().optional(),
  reportDatetime: z.iso.datetime({ offset: true }),
  riverCode: z.string(),
  riverName: z.string(),
  class20Codes: z.array(z.string()).nullish(),
  item: z.object({ code: z.string(), name: z.string() }),
});
type Report = z.infer<typeof report>;
const list = z.array(z.unknown());

const NAMES: Readonly<Record<WeatherAlert['level'], string>> = { 2: 'レベル2氾濫注意報', 3: 'レベル3氾濫警報', 4: 'レベル4氾濫危険警報', 5: 'レベル5氾濫特別警報' };

/** Codes of what stands (発表, 継続, come down from above; 53: the water has left its bed) and under which nothing stands any more. They are codes of their own: a 21 of the weather is dry air. */
const LEVELS: Readonly<Record<string, WeatherAlert['level'] | null>> = { '10': null, '20': 2, '21': 2, '22': 2, '30': 3, '31': 3, '40': 4, '41': 4, '51': 5, '53': 5 };

/** Something that stands is told anew several times a day; a list that tells of one for three days without a word is not written any more (milliseconds). */
const SILENT_MS = 3 * 24 * 60 * 60 * 1000;

/**
 * What stands of the rivers that are named, the gravest first: by their code (12 figures), by a part of their name (淀川 is also 淀川下流),
 * or all that a municipality is told of (7 figures). A river that is not in the list is calm. A report that can't be read
 * hides nothing of the other rivers. Throws where it names one of the places, where none of the list can be read or it is no list,
 * and where what stands was said three days ago.
 */
export function floodsIn(document: unknown, places: readonly string[], now: Date): WeatherAlert[] {
  const concerning = reportsIn(document, places).filter((report) => report.status === '通常' && report.infoType !== '取消' && places.some((place) => concerns(report, place)));
  // Of one river the newest report counts.
  const newest = new Map(concerning.sort((a, b) => Date.parse(a.reportDatetime) - Date.parse(b.reportDatetime)).map((report) => [report.riverCode, report]));
  const alerts = [...newest.values()].flatMap((report) => alertOf(report, now));
  return alerts.sort((a, b) => b.level - a.level);
}

/** Each report by itself: the list is of all the country, and one river written in another way must not hide a flood here. */
function reportsIn(document: unknown, places: readonly string[]): Report[] {
  const given = list.parse(document).map((one) => ({ one, read: report.safeParse(one) }));
  const readable = given.flatMap(({ read }) => read.data ?? []);
  const broken = given.flatMap(({ one, read }) => (read.error ? [{ text: JSON.stringify(one), error: read.error }] : []));
  const ours = broken.find(({ text }) => readable.length === 0 || places.some((place) => text.includes(place)));
  if (ours) throw ours.error;
  return readable;
}

const concerns = ({ riverCode, riverName, class20Codes }: Report, place: string): boolean => riverCode === place || (class20Codes ?? []).includes(place) || riverName.includes(place);

function alertOf({ item: { code, name }, reportDatetime, riverName }: Report, now: Date): WeatherAlert[] {
  // Something is said that has no code here: it is told all the same, in the words of the office.
  const level = code in LEVELS ? LEVELS[code] : levelIn(name);
  if (level === null || level === undefined) return [];
  const since = new Date(reportDatetime);
  if (now.getTime() - since.getTime() > SILENT_MS) throw new Error(`The report about ${riverName} is of ${since.toISOString()}`);
  return [{ kind: 'flood', title: `${code in LEVELS ? NAMES[level] : name}（${riverName}）`, level, since: since.toISOString(), area: riverName }];
}

/** レベル４ of a name; a warning where it says none, nothing where it was lifted. */
function levelIn(name: string): WeatherAlert['level'] | null {
  if (name.includes('解除')) return null;
  const [, figure] = /レベル([2-5])/.exec(name.normalize('NFKC')) ?? [];
  return (Number(figure ?? 3)) as WeatherAlert['level'];
}
