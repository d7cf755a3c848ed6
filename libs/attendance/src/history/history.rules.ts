import { fiscalYear, jstDate } from '@yoriai/platform';

/** A duty of somebody that is over. */
export interface DutyFacts {
  id: string;
  eventId: string;
  status: string;
  startsAt: string;
  endsAt: string;
  minutes: number;
}

/** A duty as it stands in one's history. */
export type DoneDuty<T> = T & {
  /** Whether its hours are counted. */
  counts: boolean;
};

/** A fiscal year of it. */
export interface HistoryYear<T> {
  year: number;
  /** Of the duties that count. */
  minutes: number;
  /** Latest first. */
  duties: readonly DoneDuty<T>[];
}

/**
 * What somebody did, year by year, latest first: duties that they kept and that are over. One counts with the hours of
 * its shift; where the reception of its event took volunteers in, only of those it took in. Where it took in none,
 * nobody wrote down who came, and who kept the duty is believed.
 */
export function historyOf<T extends DutyFacts>(duties: readonly T[], present: ReadonlySet<string>, eventsWritten: ReadonlySet<string>, now: Date): HistoryYear<T>[] {
  const over = duties.filter(({ status, endsAt }) => status === 'confirmed' && new Date(endsAt) <= now);
  const done = over.map((duty) => ({ ...duty, counts: present.has(duty.id) || !eventsWritten.has(duty.eventId) })).sort((a, b) => (a.startsAt < b.startsAt ? 1 : -1));
  const years = new Map<number, DoneDuty<T>[]>();
  for (const duty of done) {
    const year = fiscalYear(jstDate(new Date(duty.startsAt)));
    years.set(year, [...(years.get(year) ?? []), duty]);
  }
  return [...years].sort(([a], [b]) => b - a).map(([year, each]) => ({ year, minutes: minutesOf(each), duties: each }));
}

const minutesOf = (duties: readonly DoneDuty<DutyFacts>[]): number => duties.reduce((sum, { counts, minutes }) => sum + (counts ? minutes : 0), 0);
