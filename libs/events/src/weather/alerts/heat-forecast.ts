import { z } from 'zod';
import type { WeatherAlert } from './alert-source.js';

/** From this heat index (WBGT) on it is told (厳重警戒); from the next one on activity is to be stopped (危険). */
const HEAT_TOLD = 28;
export const HEAT_STOP = 31;
const HEAT_GRAVEST = 35;

const hour = z.string().regex(/^\d{8}(?:0\d|1\d|2[0-4])$/);
const tenths = z.string().trim().regex(/^\d{2,3}$/).transform((text) => Number(text) / 10);

/** The forecast of one point: hours in the first row (`YYYYMMDDhh`, 24 is midnight), the index times ten in the second; both begin with cells that say which point. */
function rowsOf(text: string): { at: string; wbgt: number }[] {
  const [hours = [], values = []] = text.split(/\r?\n/).map((line) => line.split(',').map((cell) => cell.trim()));
  const known = hours.slice(2).map((cell) => hour.parse(cell));
  if (known.length === 0 || values.length < known.length + 2) throw new Error('The forecast has no hours, or fewer values than hours');
  return known.map((at, index) => ({ at, wbgt: tenths.parse(values[index + 2]) }));
}

/** The highest heat index of the coming day from {@link HEAT_TOLD} on; nothing below. Throws where the table is not what it should be. */
export function heatIn(text: string): WeatherAlert[] {
  const highest = Math.max(...rowsOf(text).slice(0, 8).map(({ wbgt }) => wbgt));
  if (highest < HEAT_TOLD) return [];
  return [{ kind: 'heat', title: `暑さ指数${highest}`, level: highest >= HEAT_GRAVEST ? 5 : highest >= HEAT_STOP ? 4 : 3, wbgt: highest }];
}
