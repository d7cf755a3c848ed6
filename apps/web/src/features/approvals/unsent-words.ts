import { useSyncExternalStore } from 'react';
import { draftNames, readDraft, subscribeDrafts } from '../../app/drafts.js';

/** Where words about a procedure or a condition of an event are kept until they are sent. */
export const wordsDraft = (eventId: string, of: string): string => `words/${eventId}/${of}`;

/** How many words about procedures and conditions of an event were begun and not sent. */
export function unsentWords(eventId: string): number {
  return draftNames(wordsDraft(eventId, '')).filter((name) => (readDraft<string>(name) ?? '').trim() !== '').length;
}

/** The same, as it stands now. */
export function useUnsentWords(eventId: string): number {
  const count = (): number => unsentWords(eventId);
  return useSyncExternalStore(subscribeDrafts, count, count);
}
