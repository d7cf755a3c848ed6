import { atJst, jstDate } from '@yoriai/platform';

/** What is counted for an event, an area, a month or a year. Heads unless said otherwise. */
export interface Figures {
  /** Everybody whose application stands: with a place, offered one, or waiting. Who cancelled is not counted. */
  applied: number;
  /** With a place now. */
  confirmed: number;
  /** Places of frames that are counted (frames open to all have none); of those that share a total, no more than it says. */
  places: number;
  /** Places of those frames that are taken: confirmed, or kept for whom they are offered to. */
  placesTaken: number;
  /** Who came on an application. */
  participants: number;
  /** Who came without one. */
  walkIns: number;
  /** Places on shifts. */
  volunteerPlaces: number;
  /** Places on shifts that are taken. */
  volunteersConfirmed: number;
  /** Volunteers who came. */
  volunteers: number;
  /** Square metres that were cleaned, as the hosts reported; one decimal. */
  cleanedArea: number;
  /** Pieces that were given to people, as the hosts reported. */
  handedOut: number;
}

/** The counted things, in the order of every table. */
export const FIGURES = [
  'applied',
  'confirmed',
  'places',
  'placesTaken',
  'participants',
  'walkIns',
  'volunteerPlaces',
  'volunteersConfirmed',
  'volunteers',
  'cleanedArea',
  'handedOut',
] as const satisfies readonly (keyof Figures)[];

/** Sums figures; nothing sums to zeros. */
export function sumOf(lines: readonly Figures[]): Figures {
  const sum = Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as Record<keyof Figures, number>;
  for (const line of lines) for (const figure of FIGURES) sum[figure] += line[figure];
  return sum;
}

/** Taken places of all counted places, 0…1; null where nothing is counted. */
export function fillRate(figures: Pick<Figures, 'places' | 'placesTaken'>): number | null {
  return figures.places > 0 ? figures.placesTaken / figures.places : null;
}

/** A fiscal year (年度, 1 April to 31 March in Japan) as half-open instants. */
export function yearSpan(fiscalYear: number): { from: Date; until: Date } {
  return { from: atJst(`${fiscalYear}-04-01`, '00:00'), until: atJst(`${fiscalYear + 1}-04-01`, '00:00') };
}

/** The twelve months of a fiscal year, April first, as `YYYY-MM`. */
export function monthsOf(fiscalYear: number): string[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 3) % 12) + 1;
    return `${month >= 4 ? fiscalYear : fiscalYear + 1}-${String(month).padStart(2, '0')}`;
  });
}

/** The month in Japan in which an instant falls, `YYYY-MM`. */
export function monthOf(at: Date): string {
  return jstDate(at).slice(0, 7);
}

/** A fiscal year as Japanese documents write it: 令和8年度 (the era began in 2019, whose year is 元年). */
export function yearWords(fiscalYear: number): string {
  if (fiscalYear < 2019) return `平成${fiscalYear - 1988}年度`;
  return `令和${fiscalYear === 2019 ? '元' : fiscalYear - 2018}年度`;
}

/** Still to come: it has not begun, and nobody was received before its hour either (who holds an event opens the door earlier). */
export function isToCome({ startsAt, participants, walkIns }: { startsAt: Date } & Pick<Figures, 'participants' | 'walkIns'>, now: Date): boolean {
  return startsAt > now && participants + walkIns === 0;
}
