import type { VenueAnswer } from '@yoriai/api-client';
import { EVENT_USES, NO_USE } from './values.js';

/** What being in a place means for the procedures; other places mean nothing by themselves. */
const USE: Partial<Record<VenueAnswer['kind'], (typeof EVENT_USES)[number]>> = { park: 'park', school: 'facility', hall: 'facility' };

/** The answer to what is used, as it stands in its box, with what these places of the ward's list are; in its own order. */
export function usesWith(text: string, names: readonly string[], venues: readonly VenueAnswer[]): string {
  const known = venues.filter(({ name }) => names.includes(name)).flatMap(({ kind }) => USE[kind] ?? []);
  const said = text.split(' ').filter((use) => use !== NO_USE);
  return known.length === 0 ? text : EVENT_USES.filter((use) => said.includes(use) || known.includes(use)).join(' ');
}
