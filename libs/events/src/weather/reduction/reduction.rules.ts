import type { ProgrammeItem } from '../../programme/programme.rules.js';

/** An item of the programme that is off, as whoever reads of it knows it: it has no number of its own. */
export type DroppedItem = Pick<ProgrammeItem, 'title' | 'day' | 'start' | 'place'>;

const isSame = (one: DroppedItem, other: DroppedItem): boolean => one.title === other.title && one.day === other.day && one.start === other.start && one.place === other.place;

/** Is this item of the programme off? One whose hour or place was changed since is not: somebody decided on it again. */
export const isDropped = (item: DroppedItem, dropped: readonly DroppedItem[]): boolean => dropped.some((each) => isSame(item, each));

/** What was named and is not on the programme (any more). */
export const notOnProgramme = (dropped: readonly DroppedItem[], programme: readonly ProgrammeItem[] | null): DroppedItem[] => dropped.filter((each) => !(programme ?? []).some((item) => isSame(item, each)));

/** As it is kept: in the order of the programme, each once. */
export function asKept(dropped: readonly DroppedItem[], programme: readonly ProgrammeItem[] | null): DroppedItem[] {
  return (programme ?? []).filter((item) => isDropped(item, dropped)).map(({ title, day, start, place }) => ({ title, day, start, place }));
}
