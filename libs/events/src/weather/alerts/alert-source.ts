/** What an alert is about. */
export type AlertKind = 'rain' | 'landslide' | 'flood' | 'tide' | 'wind' | 'snow' | 'waves' | 'tsunami' | 'heat' | 'other';

/** An hour of the forecast, and its heat index (WBGT). */
export interface HotHour {
  at: string;
  wbgt: number;
}

/** One thing that stands now, in the words of whoever says it. */
export interface WeatherAlert {
  kind: AlertKind;
  /** レベル3大雨警報, レベル4氾濫危険警報（淀川）, 暑さ指数32. */
  title: string;
  /** Warning levels 2 to 5 (注意報, 警報, 危険警報, 特別警報); of a tsunami 2 (注意報), 4 (警報), 5 (大津波警報); of heat 3 from WBGT 28 on (厳重警戒), 4 from 31 on (危険), 5 from 35 on. */
  level: 2 | 3 | 4 | 5;
  /** Since when it stands (ISO 8601), as its source says; where it says nothing, since it was first read. */
  since?: string;
  /** Since when something grave of its source has stood without a break; of what is grave. */
  graveSince?: string;
  /** Since when something of the gravest kind of its source has stood without a break; of what is of the gravest kind. */
  gravestSince?: string;
  /** The place in the words of the source, where it says one: 大阪府, of a flood its river: 淀川. */
  area?: string;
  /** Of heat: the index itself. */
  wbgt?: number;
  /** Of heat: the hours that are so hot, every third of the forecast, and for more days than the index says. */
  hours?: readonly HotHour[];
}

/** What was said since it was read last can't be known yet: what was read last counts, for as long as it is fresh. */
export class NotKnownYet extends Error {}

/** Somebody who says what stands: it is asked, and may fail; what it says proposes, a person decides. */
export abstract class AlertSource {
  /** Its name in the table of readings. */
  abstract readonly name: string;
  /** All that stands now. `before`: what it said when it could be read last, for a source that tells changes alone, and when that was. Throws where it can't be known, {@link NotKnownYet} where that may be known soon. */
  abstract read(before: readonly WeatherAlert[], knownAt: Date | null): Promise<readonly WeatherAlert[]>;
}

/** The sources that this installation asks; none unless the settings name them. */
export abstract class AlertSources {
  abstract readonly all: readonly AlertSource[];
}
