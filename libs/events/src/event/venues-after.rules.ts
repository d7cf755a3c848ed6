/** How the place of an event was written, how it is to be, and whether the ward's list has it by that name. */
interface PlaceNamed {
  before: string | null;
  after: string | null;
  isListed: boolean;
}

/**
 * The places of the ward's list that an event is in once its place is written otherwise and nothing was said of the list:
 * one that the old name told and the new one does not is left, so that nobody holds what they do not use; what neither told
 * stays; a name that is the list's own is where it is.
 */
export function venuesAfter(venues: readonly string[], { before, after, isListed }: PlaceNamed): string[] {
  const kept = venues.filter((venue) => !before?.includes(venue) || after?.includes(venue));
  return isListed && after !== null && !kept.includes(after) ? [after, ...kept] : kept;
}
