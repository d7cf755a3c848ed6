import type { EventDetail } from '@yoriai/api-client';

/** Sheets for everybody first, then those with names. */
const PAPERS = ['poster', 'circular', 'application-form', 'guardian-consent', 'running-order', 'duty-roster', 'sign-in-sheet', 'participant-list', 'completion-list', 'stall-list', 'plot-plan', 'call-sheet'] as const;

/** A sheet that can be printed of an event. */
export type Paper = (typeof PAPERS)[number];

/** Sheets without anybody's name. */
export const FOR_EVERYBODY: readonly string[] = ['poster', 'circular', 'application-form', 'guardian-consent', 'running-order'];

/** The sheets of this event: of stalls where there are some, of guardians where they are asked. */
export function papersOf({ category, frames, stalls }: Pick<EventDetail, 'category' | 'frames' | 'stalls'>): Paper[] {
  const some: Partial<Record<Paper, boolean>> = {
    'completion-list': category === 'class',
    'guardian-consent': frames.some(({ asks }) => asks.guardian),
    'stall-list': stalls !== null,
    'plot-plan': stalls !== null,
  };
  return PAPERS.filter((paper) => some[paper] ?? true);
}
