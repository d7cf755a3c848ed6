import type { EventLineState, GetEventsParams } from '@yoriai/api-client';

/** States one filters by; the order is the life of an event. */
export const STATE_FILTERS = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'published',
  'awaiting-report',
  'reported',
  'closed',
  'cancelled',
  'rejected',
] as const satisfies readonly EventLineState[];

const STATES: readonly string[] = STATE_FILTERS;

/** What the list of events is narrowed by; stands in the address. */
export interface EventSearch {
  readonly scope?: GetEventsParams['scope'] | undefined;
  readonly state?: EventLineState | undefined;
  readonly q?: string | undefined;
  readonly page?: number | undefined;
  /** As a month instead of a list. */
  readonly view?: 'month' | undefined;
  /** Which month, `2026-12`; this one where none is said. */
  readonly month?: string | undefined;
}

/** A page number in an address; nothing for the first or for what is none. */
export function pageFrom(value: unknown): number | undefined {
  const page = Number(value);
  return Number.isInteger(page) && page > 1 && page <= 10_000 ? page : undefined;
}

/** Reads the address; what nobody understands is left out. */
export function eventSearch(search: Record<string, unknown>): EventSearch {
  const { scope, state, q, view, month } = search;
  return {
    ...(scope === 'mine' || scope === 'ward' ? { scope } : {}),
    ...(typeof state === 'string' && STATES.includes(state) ? { state: state as EventLineState } : {}),
    ...(typeof q === 'string' || typeof q === 'number' ? { q: String(q).slice(0, 60) } : {}),
    ...(pageFrom(search['page']) === undefined ? {} : { page: pageFrom(search['page']) }),
    ...(view === 'month' ? { view, ...(typeof month === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}) } : {}),
  };
}

/** From which request to begin something a new event comes. */
export interface NewEventSearch {
  readonly start?: string | undefined;
}

/** Reads the address of a new event. */
export function newEventSearch({ start }: Record<string, unknown>): NewEventSearch {
  return typeof start === 'string' && start !== '' ? { start } : {};
}

/** Where a page of the form was opened from. */
export interface WizardSearch {
  readonly from?: 'check' | 'hub' | undefined;
}

/** Reads the address of a page of the form. */
export function wizardSearch(search: Record<string, unknown>): WizardSearch {
  const { from } = search;
  return from === 'check' || from === 'hub' ? { from } : {};
}
