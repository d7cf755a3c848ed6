import { createHash } from 'node:crypto';

/** An entry as its seal covers it: every column, as text that is the same on every machine. */
export interface SealedContent {
  id: string;
  /** Microseconds since 1970, as text: a JavaScript Date would round. */
  at: string;
  actorPersonId: string | null;
  action: string;
  subject: string;
  reason: string | null;
  rowCount: number | null;
}

/** The columns of {@link SealedContent}, from a row called `log`. */
export const CONTENT = `log.id, (extract(epoch from log.at) * 1000000)::bigint::text as at, log.actor_person_id as "actorPersonId", log.action, log.subject,
  log.reason, log.row_count as "rowCount"`;

/** What stands before the first seal. */
export const FIRST_HASH = Buffer.alloc(32);

/** The seal of an entry at its position: over the seal before and all that the entry says (SHA-256). */
export function sealHash(before: Buffer, position: bigint, { id, at, actorPersonId, action, subject, reason, rowCount }: SealedContent): Buffer {
  const text = JSON.stringify([String(position), id, at, actorPersonId, action, subject, reason, rowCount]);
  return createHash('sha256').update(before).update(text).digest();
}
