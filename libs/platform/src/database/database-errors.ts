import { Refusal, type RefusalDetails } from '../refusal.js';

interface RefusalOfConstraint extends RefusalDetails {
  code: string;
}

const byConstraint = new Map<string, RefusalOfConstraint>();

/**
 * Gives database constraints the refusal they stand for, once, when the module is loaded:
 * `constraintRefusals({ assignment_no_overlap: { code: 'shift.overlaps' } })`.
 * A name registered twice with another code is a bug.
 */
export function constraintRefusals(refusals: Record<string, string | RefusalOfConstraint>): void {
  for (const [constraint, given] of Object.entries(refusals)) {
    const refusal = typeof given === 'string' ? { code: given } : given;
    const known = byConstraint.get(constraint);
    if (known && known.code !== refusal.code) throw new Error(`Constraint ${constraint} already stands for ${known.code}`);
    byConstraint.set(constraint, refusal);
  }
}

/** SQLSTATEs and client errors that mean "not now": the answer is 503 and another try may succeed. */
const BUSY = new Set(['55P03', '57014', '40P01', '40001', '25P03']);
/** Classes 08 connection, 53 resources (a full disk too), 58 system; 57P the server goes or comes; 25006 it became a read-only copy. */
const AWAY = /^(?:08|53|57P|58)|^(?:25006|3D000|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const AWAY_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|connection is closed|Client has encountered a connection error|Query read timeout|not queryable|Query runner already released/i;
/** Input that PostgreSQL can't take although it passed validation (NUL in text, bad encoding, out of range, not a UUID). */
const BAD_INPUT = new Set(['22021', '22P05', '22003', '22P02', '22007', '22008', '22001']);

function driverError(error: unknown): { code?: unknown; constraint?: unknown; message?: unknown } | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const inner = (error as { driverError?: unknown }).driverError;
  return (typeof inner === 'object' && inner !== null ? inner : error) as { code?: unknown; constraint?: unknown; message?: unknown };
}

/** Turns what the database refused into the refusal it stands for; anything else comes back unchanged. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const cause = driverError(error);
  if (!cause) return error;
  if (typeof cause.constraint === 'string') {
    const refusal = byConstraint.get(cause.constraint);
    if (refusal) return new Refusal(refusal.code, refusal);
  }
  const code = typeof cause.code === 'string' ? cause.code : '';
  if (BUSY.has(code)) return new Refusal('platform.busy', { status: 503, retryAfter: 3, why: code });
  const away = AWAY.test(code) ? code : typeof cause.message === 'string' && AWAY_WORDS.exec(cause.message)?.[0];
  if (away) return new Refusal('platform.unavailable', { status: 503, retryAfter: 5, why: away });
  if (BAD_INPUT.has(code)) return new Refusal('platform.invalid', { status: 422 });
  return error;
}
