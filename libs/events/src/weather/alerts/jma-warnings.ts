import { z } from 'zod';
import type { AlertKind, WeatherAlert } from './alert-source.js';

/** The state of warnings of one office since 28 May 2026, as its site has it: a report per phenomenon, an item per area. */
const reports = z.array(
  z.object({
    reportDatetime: z.iso.datetime({ offset: true }),
    warning: z.object({
      class20Items: z.array(z.object({ areaCode: z.string().regex(/^\d{7}$/), kinds: z.array(z.object({ code: z.string().optional(), status: z.string() })) })),
    }),
  }),
);

/** Code by code: what it is about, its name, its level. */
const KINDS: Readonly<Record<string, readonly [AlertKind, string, WeatherAlert['level']]>> = {
  '10': ['rain', 'レベル2大雨注意報', 2], '03': ['rain', 'レベル3大雨警報', 3], '43': ['rain', 'レベル4大雨危険警報', 4], '33': ['rain', 'レベル5大雨特別警報', 5],
  '29': ['landslide', 'レベル2土砂災害注意報', 2], '09': ['landslide', 'レベル3土砂災害警報', 3], '49': ['landslide', 'レベル4土砂災害危険警報', 4], '39': ['landslide', 'レベル5土砂災害特別警報', 5],
  '19': ['tide', 'レベル2高潮注意報', 2], '08': ['tide', 'レベル3高潮警報', 3], '48': ['tide', 'レベル4高潮危険警報', 4], '38': ['tide', 'レベル5高潮特別警報', 5],
  '15': ['wind', '強風注意報', 2], '05': ['wind', '暴風警報', 3], '35': ['wind', '暴風特別警報', 5], '13': ['wind', '風雪注意報', 2], '02': ['wind', '暴風雪警報', 3], '32': ['wind', '暴風雪特別警報', 5],
  '12': ['snow', '大雪注意報', 2], '06': ['snow', '大雪警報', 3], '36': ['snow', '大雪特別警報', 5],
  '16': ['waves', '波浪注意報', 2], '07': ['waves', '波浪警報', 3], '37': ['waves', '波浪特別警報', 5],
  '14': ['other', '雷注意報', 2], '17': ['other', '融雪注意報', 2], '20': ['other', '濃霧注意報', 2], '21': ['other', '乾燥注意報', 2], '22': ['other', 'なだれ注意報', 2],
  '23': ['other', '低温注意報', 2], '24': ['other', '霜注意報', 2], '25': ['other', '着氷注意報', 2], '26': ['other', '着雪注意報', 2],
};

/** What no longer stands, or never did, is told as well: the status counts, not the code alone. */
const OVER: ReadonlySet<string> = new Set(['解除', '発表警報・注意報はなし']);

/** Nothing is said anew while nothing changes; after three days without a word it may be an office that no longer speaks here (milliseconds). */
const SILENT_MS = 3 * 24 * 60 * 60 * 1000;

/** What stands in an area (a class20 code), the gravest first. Throws where the document is not what it should be, or older than three days. */
export function warningsIn(document: unknown, areaCode: string, now: Date): WeatherAlert[] {
  const found = reports.parse(document);
  const newest = Math.max(...found.map(({ reportDatetime }) => Date.parse(reportDatetime)));
  if (now.getTime() - newest > SILENT_MS) throw new Error(`The newest report is of ${new Date(newest).toISOString()}`);
  const items = found.flatMap(({ warning, reportDatetime }) => warning.class20Items.filter((item) => item.areaCode === areaCode).map(({ kinds }) => ({ kinds, since: new Date(reportDatetime).toISOString() })));
  if (items.length === 0) throw new Error(`No item says anything about the area ${areaCode}`);
  const alerts = items.flatMap(({ kinds, since }) =>
    kinds
      .filter(({ status }) => !OVER.has(status))
      .map(({ code = '' }): WeatherAlert => {
        const [kind, title, level] = KINDS[code] ?? unheardOf(code);
        return { kind, title, level, since };
      }),
  );
  return [...new Map(alerts.map((alert) => [alert.title, alert])).values()].sort((a, b) => b.level - a.level);
}

/** Something stands that has no name here: it is told all the same, and no lighter than a warning. */
const unheardOf = (code: string): readonly [AlertKind, string, WeatherAlert['level']] => ['other', `名前のわからない警報・注意報${code && `（番号${code}）`}`, 3];
