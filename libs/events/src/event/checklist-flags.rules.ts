import type { EventSnapshot } from '../revision/snapshot.js';
import type { VenueKind } from '../venue/venue.entity.js';
import { EVENT_USES, type EventUse } from './event.entity.js';

/** What the answers about an event say of the procedures it needs; the catalogue names the same words. */
export type ChecklistFlag = EventUse | 'food' | 'fire' | 'participants' | 'volunteers';

/** What a content answers with yes. What was not answered asks for nothing yet. */
export function flagsOf({ food, fire, uses, frames, duties }: Pick<EventSnapshot, 'food' | 'fire' | 'uses' | 'frames' | 'duties'>): Set<ChecklistFlag> {
  const said: Partial<Record<ChecklistFlag, boolean>> = {
    food: food === true,
    fire: fire === true,
    participants: frames.some(({ kind }) => kind !== 'volunteer'),
    volunteers: duties.length > 0 || frames.some(({ kind }) => kind === 'volunteer'),
  };
  // Contents older than the question have no answer to it.
  return new Set([...(uses ?? []), ...(['food', 'fire', 'participants', 'volunteers'] as const).filter((flag) => said[flag])]);
}

/** What is used by an event at places of these kinds: who is in a park uses it, whatever was answered (domain.md §2.3: 大阪市公園条例). Null where nobody said and no place says it. */
export function usesAt(kinds: readonly VenueKind[], uses: readonly EventUse[] | null): EventUse[] | null {
  if (!kinds.includes('park')) return uses && [...uses];
  return EVENT_USES.filter((use) => use === 'park' || uses?.includes(use));
}
