import { z } from 'zod';
import type { HotHour, WeatherAlert } from './alert-source.js';

/** From this heat index (WBGT) on it is told (厳重警戒); from the next one on activity is to be stopped (危険). */
export const HEAT_TOLD = 28;
export const HEAT_STOP = 31;
const HEAT_GRAVEST = 35;

const hour = z
  .string()
  .regex(/^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-4])$/)
  .transform((text) => new Date(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}T${text.slice(8)}:00:00+09:00`).toISOString());
const tenths = z.string().trim().regex(/^\d{2,3}$/).transform((text) => Number(text) / 10);

/** The forecast of one point: hours in the first row (`YYYYMMDDhh`, 24 is midnight), the index times ten in the second; both begin with cells that say which point. */
function rowsOf(text: string): HotHour[] {
  const [hours = [], values = []] = text.split(/\r?\n/).map((line) => line.split(',').map((cell) => cell.trim()));
  const known = hours.slice(2).map((cell) => hour.parse(cell));
  if (known.length === 0 || values.length < known.length + 2) throw new Error('The forecast has no hours, or fewer values than hours');
  return known.map((at, index) => ({ at, wbgt: tenths.parse(values[index + 2]) }));
}

/** The highest heat index of the coming day from {@link HEAT_TOLD} on, with all hours that are so hot; nothing below. Throws where the table is not what it should be. */
export function heatIn(text: string): WeatherAlert[] {
  const forecast = rowsOf(text);
  const highest = Math.max(...forecast.slice(0, 8).map(({ wbgt }) => wbgt));
  if (highest < HEAT_TOLD) return [];
  return [{ kind: 'heat', title: `暑さ指数${highest}`, level: highest >= HEAT_GRAVEST ? 5 : highest >= HEAT_STOP ? 4 : 3, wbgt: highest, hours: forecast.filter(({ wbgt }) => wbgt >= HEAT_TOLD) }];
}
