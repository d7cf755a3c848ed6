import { dateTime } from '../dates/dates.js';
import { withReading } from '../page/with-reading.js';
import type { Translate } from '../texts/translate.js';
import { prefectureAt, riverAt } from './places.js';

/** A warning of the gravest kind, as the server tells it. */
export interface AlarmAlert {
  readonly kind: 'rain' | 'landslide' | 'flood' | 'tide' | 'wind' | 'snow' | 'waves' | 'tsunami' | 'heat' | 'other';
  readonly title: string;
  readonly level: number;
  readonly source: string;
  readonly since?: string;
  readonly area?: string;
  readonly wbgt?: number;
  /** When it was read last, where it can't be read now. */
  readonly lastReadAt?: string;
}

type Named = Pick<AlarmAlert, 'kind' | 'level' | 'wbgt'>;

/** 大雨特別警報（レベル5）: what readers of a language call it. */
export function alarmName(t: Translate, { kind, level, wbgt }: Named): string {
  if (kind === 'heat') return t('alert.name.heat', { wbgt: wbgt ?? 35 });
  return t(kind === 'tsunami' && level === 5 ? 'alert.name.tsunami-major' : `alert.name.${kind}`);
}

/** The names of all of them in one line: of one its own, of several their kinds, each once. */
export function alarmNames(t: Translate, alerts: readonly Named[]): string {
  const names = [...new Set(alerts.map((alert) => alarmName(t, alert)))];
  return (names.length < 2 ? names : [...new Set(alerts.map((alert) => groupOf(t, alert)))]).join(t('alert.and'));
}

function groupOf(t: Translate, alert: Named): string {
  if (alert.kind === 'tsunami') return alert.level === 5 ? alarmName(t, alert) : t('alert.group.tsunami');
  return t(alert.kind === 'heat' ? 'alert.group.heat' : 'alert.group.special');
}

/** 西区に近い沿岸（大阪府）・11月22日 9時40分から（気象庁）. `source`: who says so, in words. */
export function alarmLine(t: Translate, { kind, since, area }: Pick<AlarmAlert, 'kind' | 'since' | 'area'>, told: { readonly ward: string; readonly source: string }): string {
  const where = area === undefined ? t('alert.here', { ward: told.ward }) : t(kind === 'flood' ? 'alert.river' : 'alert.coast', { ward: told.ward, area: areaIn(t, area) });
  return t('alert.line', { where, when: since === undefined ? '' : dateTime(t, new Date(since)), source: told.source });
}

/** A place in the words of its source: 大阪府, 淀川, with its reading for who reads little Japanese, in English Osaka Prefecture, Yodo River. */
export function areaIn(t: Pick<Translate, 'lang'>, area: string): string {
  const found = prefectureAt(area) ?? riverAt(area);
  if (found === null) return area;
  if (t.lang === 'en') return area === found.name ? found.en : `${found.en}: ${area}`;
  return t.lang === 'ja-easy' ? `${withReading(found.name, found.kana)}${area.slice(found.name.length)}` : area;
}
