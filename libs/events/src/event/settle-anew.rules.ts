import type { EventSnapshot } from '../revision/snapshot.js';
import type { ChecklistFlag } from './checklist-flags.rules.js';
import { EVENT_USES } from './event.entity.js';

/** What of a content others agreed to. */
type Agreed = Pick<EventSnapshot, 'startsAt' | 'endsAt' | 'placeName' | 'placeAddress' | 'venues' | 'food' | 'fire'>;

/** Everything that is settled with others, whoever they are: a permission is for a day, hours and a place. */
const ALL: readonly ChecklistFlag[] = [...EVENT_USES, 'food', 'fire', 'participants', 'volunteers'];
/** Who lends the place lets it be used for what is done there. */
const LENT: readonly ChecklistFlag[] = ['park', 'road', 'facility', 'owner'];

/**
 * What is to be settled anew where `after` is approved of an event as it was `before`: the answers that ask for it. Day,
 * hours and place concern everybody; food who lends the place; fire those, whoever looks at naked flames, and at food. What
 * a new answer asks for itself was settled with nobody yet. docs/adr/0068.
 */
export function flagsToSettleAnew(before: Agreed, after: Agreed): ChecklistFlag[] {
  if (isElsewhere(before, after)) return [...ALL];
  const food = (before.food === true) !== (after.food === true) ? LENT : [];
  const fire: readonly ChecklistFlag[] = (before.fire === true) !== (after.fire === true) ? [...LENT, 'naked-flame', 'food'] : [];
  return [...new Set([...food, ...fire])];
}

function isElsewhere(before: Agreed, after: Agreed): boolean {
  const venues = ({ venues }: Agreed): string => JSON.stringify([...(venues ?? [])].sort());
  return (['startsAt', 'endsAt', 'placeName', 'placeAddress'] as const).some((field) => before[field] !== after[field]) || venues(before) !== venues(after);
}
