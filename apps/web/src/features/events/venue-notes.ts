import type { EventDetail, EventFrame, VenueAnswer } from '@yoriai/api-client';

/** What the ward's list says of an event's places that its host had better know. */
export interface VenueNotes {
  /** More places to apply for than its venues hold together; null where not, or where the list does not say. */
  readonly over: { readonly heads: number; readonly holds: number } | null;
  /** Its venues that are no refuge, and from what. */
  readonly unfit: readonly Pick<VenueAnswer, 'name' | 'unfitFor'>[];
}

/** How many can apply, as it stands saved or as it is being written. */
export interface Heads {
  readonly totalPlaces?: EventDetail['totalPlaces'];
  readonly frames: ReadonlyArray<{ readonly kind?: EventFrame['kind']; readonly capacity?: EventFrame['capacity'] }>;
}

/** A hint, never a refusal: people come and go during a day, and a host knows the place. */
export function venueNotes({ frames, totalPlaces }: Heads, chosen: readonly string[], list: readonly VenueAnswer[]): VenueNotes {
  const venues = list.filter(({ name }) => chosen.includes(name));
  const sum = (numbers: readonly (number | null)[]): number => numbers.reduce<number>((all, each) => all + (each ?? 0), 0);
  const heads = totalPlaces ?? sum(frames.filter(({ kind }) => kind !== 'volunteer').map(({ capacity = null }) => capacity));
  // A part stands beside its whole: who names both has the whole.
  const whole = venues.filter(({ partOf }) => partOf === null || !chosen.includes(partOf));
  const known = venues.length > 0 && chosen.every((name) => venues.some((each) => each.name === name)) && whole.every(({ capacity }) => capacity !== null);
  const holds = sum(whole.map(({ capacity }) => capacity));
  return { over: known && heads > holds ? { heads, holds } : null, unfit: venues.filter(({ unfitFor }) => unfitFor.length > 0) };
}
