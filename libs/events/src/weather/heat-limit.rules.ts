import { addDays, jstDate, weekday, type DateOnly } from '@yoriai/platform';

/**
 * From which heat index (WBGT) on an event is not to be held: 28 厳重警戒, 31 危険 (activity in principle stopped),
 * 33 熱中症警戒アラート (ministry of the environment). Its leader is asked; a person decides.
 */
export const HEAT_LIMITS = [28, 31, 33] as const;
export type HeatLimit = (typeof HEAT_LIMITS)[number];

const WEDNESDAY = 3;

/**
 * The season of heat of a year, both days included: 熱中症警戒アラート are issued from the fourth Wednesday of April to the fourth
 * Wednesday of October (環境省「熱中症予防情報サイト」, 熱中症警戒情報の運用期間). Outside it nobody is asked about heat.
 */
export function heatSeason(year: number): { from: DateOnly; until: DateOnly } {
  return { from: fourthWednesday(year, 4), until: fourthWednesday(year, 10) };
}

/** Is the day in Japan of this moment within the season of heat? */
export function isHeatSeason(at: Date): boolean {
  const day = jstDate(at);
  const { from, until } = heatSeason(Number(day.slice(0, 4)));
  return from <= day && day <= until;
}

function fourthWednesday(year: number, month: number): DateOnly {
  const first: DateOnly = `${year}-${String(month).padStart(2, '0')}-01`;
  return addDays(first, ((WEDNESDAY - weekday(first) + 7) % 7) + 21);
}
