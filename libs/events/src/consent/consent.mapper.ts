import { asksOf } from '../asks/asks.rules.js';
import { told, type Told } from '../asks/questions.rules.js';
import type { BookingRow } from '../application/application.repository.js';
import type { ConsentTold } from './consent.dto.js';
import { partlyHidden, releaseAt } from './consent.rules.js';

/** What the application answers, as it is read now. */
export const saidOf = (row: Pick<BookingRow, 'asks' | 'answers'>): Told | null => told(asksOf(row).questions, row.answers);

/** Has it a place for certain, or one that was and is kept, however long the guardian takes who is asked anew? */
export const hasPlace = ({ status, guardian }: Pick<BookingRow, 'status' | 'guardian'>): boolean => status === 'confirmed' || (status === 'guardian_pending' && guardian?.anew === true);

/** The guardian of an application and their yes; null where none has to say anything. */
export function consentTold({ consent, guardian, status, starts_at: startsAt }: Pick<BookingRow, 'consent' | 'guardian' | 'status' | 'starts_at'>): ConsentTold | null {
  if (consent === 'not-needed') return null;
  // Thirty days after the event nobody knows any more who it was.
  const { name = null, relation = null, how = null, email = null, given_at: givenAt = null, anew = false, asked_at: askedAt } = guardian ?? {};
  const waits = status === 'guardian_pending' && !anew && startsAt !== null && askedAt !== undefined;
  const end = waits ? releaseAt({ askedAt: new Date(askedAt), startsAt }) : null;
  return { state: consent, name, relation, how, sentTo: email && partlyHidden(email), givenAt: givenAt && new Date(givenAt).toISOString(), anew, releaseAt: end && end.toISOString() };
}
