import type { EventDetail } from '@yoriai/api-client';
import type { TextKey } from '@yoriai/ui';

/** Sheets for everybody first, then those with names. */
const PAPERS = ['poster', 'circular', 'application-form', 'guardian-consent', 'running-order', 'venue-code', 'duty-roster', 'sign-in-sheet', 'participant-list', 'completion-list', 'stall-list', 'plot-plan', 'call-sheet'] as const;

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

const NO_FORMS: readonly Paper[] = ['application-form', 'guardian-consent', 'venue-code'];
const EMPTY_ONCE_OFF: readonly Paper[] = ['duty-roster', 'sign-in-sheet', 'participant-list', 'completion-list'];

/** Why a sheet can't be printed of this event, whoever asks; null where it can. */
export function againstOf(paper: Paper, event: Pick<EventDetail, 'publicRevision' | 'state' | 'capacity' | 'programme'>): TextKey | null {
  if (event.publicRevision === null) return 'app.papers.after-publication';
  if (event.state === 'cancelled' && NO_FORMS.includes(paper)) return 'app.papers.off.form';
  // Where everybody can just come there is nothing to fill in.
  if (paper === 'application-form' && event.capacity === 0) return 'app.papers.no-application';
  return paper === 'running-order' && !event.programme?.length ? 'refusal.print.no-programme' : null;
}

/** What a sheet is for; once the event is off, what it still tells. */
export function lineOf(paper: Paper, { state }: Pick<EventDetail, 'state'>): TextKey {
  if (state === 'cancelled' && (paper === 'poster' || paper === 'circular')) return 'app.papers.off.sheet';
  return state === 'cancelled' && EMPTY_ONCE_OFF.includes(paper) ? 'app.papers.off.names' : `app.papers.${paper}.line`;
}
