import { afterQuiet } from './delivery.rules.js';

const HOUR_MS = 60 * 60 * 1000;
/** So long before the beginning whoever comes may have to know (milliseconds): of a day that begins in the morning they hear the night before, not when they set out. */
const ON_THE_WAY_MS = 5 * HOUR_MS;
/** And so long before it somebody who helps, or has a stall, may be there to set up, the evening before too. */
const SETTING_UP_MS = 12 * HOUR_MS;

/** Until when a letter that a day is off may wait for the morning: while nobody who gets it has set out. Nobody's telephone rings at night for a day that is further away. */
export function waitsUntil(startsAt: Date | null | undefined, helps: boolean): Date | undefined {
  return startsAt ? new Date(startsAt.getTime() - (helps ? SETTING_UP_MS : ON_THE_WAY_MS)) : undefined;
}

/** The same of a change, where nobody sets out before the earlier of the two days: that which was told, and that which it is now. */
export function waitsUntilSooner(days: readonly (Date | string | null | undefined)[], helps: boolean): Date | undefined {
  const known = days.flatMap((day) => (day ? [new Date(day).getTime()] : []));
  return known.length === 0 ? undefined : waitsUntil(new Date(Math.min(...known)), helps);
}

/** When a letter goes that may wait for the morning until then (`Draft.morningBefore`): null is at once. */
export function heldUntil(now: Date, morningBefore: Date | undefined): Date | null {
  const morning = afterQuiet(now);
  return morningBefore === undefined || morning >= morningBefore || morning.getTime() === now.getTime() ? null : morning;
}
