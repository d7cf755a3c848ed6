/** Weeks before a duty begins at which it is looked how full it was; the last is its beginning. */
export const LEAD_WEEKS = [5, 4, 3, 2, 1, 0] as const;

/** Duties that are told one by one; those with fewer places are left out. */
const MOST_LINES = 8;

/** Duties of one name over all events that have begun. */
export interface DutyFill {
  duty: string;
  events: number;
  places: number;
  /** Places that were taken, at each of the weeks before. */
  taken: number[];
}

/** The duties with the most places first, as far as they are told one by one. A duty of one event alone says nothing of duties: it is left out. */
export function toldDuties(found: readonly DutyFill[]): DutyFill[] {
  return found
    .filter(({ events, places }) => events > 1 && places > 0)
    .sort((one, other) => other.places - one.places || one.duty.localeCompare(other.duty, 'ja'))
    .slice(0, MOST_LINES);
}
