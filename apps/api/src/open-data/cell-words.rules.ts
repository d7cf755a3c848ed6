import { addDays, atJst, isDateOnly, type DateOnly } from '@yoriai/platform';

const ERAS: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 };

/** A day of 2000 to 2099 however offices write it (2026-11-29, 2026/11/29, 20261129, 2026年11月29日, 令和8年11月29日, R8.11.29); null for what is none. */
export function dayOf(cell: string): DateOnly | null {
  const day = anyDayOf(cell);
  return day && isNear(day) ? day : null;
}

/** True for a day of another century: a slip of the pen, or a way to say "never". No event is held on it. */
export function isFarDay(cell: string): boolean {
  const day = anyDayOf(cell);
  return day !== null && !isNear(day);
}

const isNear = (day: DateOnly): boolean => day.startsWith('20');

function anyDayOf(cell: string): DateOnly | null {
  const text = cell.normalize('NFKC').replace(/\s|\([日月火水木金土祝・]+\)$/gu, '').replace(/元年/u, '1年');
  const [, era, year, month, day] = /^(令和|平成|R|H)?(\d{1,4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? /^()(\d{4})(\d{2})(\d{2})$/u.exec(text) ?? [];
  if (year === undefined) return null;
  const full = [String((era ? ERAS[era]! : 0) + Number(year)).padStart(4, '0'), month!.padStart(2, '0'), day!.padStart(2, '0')].join('-');
  return isDateOnly(full) ? full : null;
}

/** Minutes from midnight of an hour however offices write it (9:00, ９：００, 9:00:00, 9時, 午後1時30分, 24:00); null for what is none. */
export function minutesOf(cell: string): number | null {
  const text = cell.normalize('NFKC').replace(/\s/gu, '');
  const [, half, hour, minute = '0'] = /^(午前|午後|AM|PM)?(\d{1,2})(?::|時)(\d{1,2})?(?:分|:\d{2})?$/iu.exec(text) ?? [];
  if (hour === undefined) return null;
  const afternoon = /^(午後|PM)$/iu.test(half ?? '');
  const minutes = ((half ? Number(hour) % 12 : Number(hour)) + (afternoon ? 12 : 0)) * 60 + Number(minute || '0');
  return Number(minute) < 60 && minutes <= 24 * 60 ? minutes : null;
}

/** The instant of so many minutes into a day in Japan, as ISO text. */
export function instantOf(day: DateOnly, minutes: number): string {
  const [on, rest] = minutes === 24 * 60 ? [addDays(day, 1), 0] : [day, minutes];
  return atJst(on, [Math.floor(rest / 60), rest % 60].map((part) => String(part).padStart(2, '0')).join(':')).toISOString();
}

const WEIGHTS = [6, 5, 4, 3, 2];

/** The last figure of a code of a municipality, by the five before it (JIS X 0402). */
function checkFigure(five: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(five[index]), 0);
  return String((11 - (sum % 11)) % 10);
}

/** A code that a spreadsheet took for a number, with its zero again: 92011 is 092011, 1 is 01. A code of five figures without a check figure stays. */
export function paddedCode(cell: string): string {
  if (/^[1-9]$/.test(cell)) return `0${cell}`;
  return /^[1-9]\d{4}$/.test(cell) && checkFigure(`0${cell.slice(0, 4)}`) === cell[4] ? `0${cell}` : cell;
}

/** A telephone number that a spreadsheet took for a number: 665551234 is 0665551234. */
export function paddedPhone(cell: string): string {
  return /^[1-9]\d{8}$/.test(cell) || /^[789]0\d{8}$/.test(cell) ? `0${cell}` : cell;
}
