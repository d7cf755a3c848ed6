import { addDays, atJst, jstDate } from '@yoriai/platform';

/** Who or what is received: an application with all its heads, a volunteer on a shift, or people nobody has written down. */
export const SUBJECT_KINDS = ['application', 'assignment', 'walk-in'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** 受付 · 受付の取り消し. */
export type Act = 'in' | 'undo';

/** `done`: it counts now. `already`: somebody was faster. `review`: kept, and a person has to look at it. */
export type Answer = 'done' | 'already' | 'review';

/** そのまま (it counts as it was meant) · 取り消す (nothing comes of it). */
export const SETTLEMENTS = ['keep', 'drop'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** What stands in the record of a subject. */
export interface RecordFacts {
  status: 'present' | 'undone';
  presentAt: Date;
  undoneAt: Date | null;
  heads: number;
}

/** One act at the door. */
export interface OperationFacts {
  act: Act;
  /** When it happened, see {@link timeOfAct}. */
  at: Date;
  heads: number;
  /** A person has seen the reason for review and says そのまま受付する. */
  anyway: boolean;
}

/** What an act comes to: the answer, and the record as it is from now on (null: unchanged). */
export interface Fold {
  answer: Answer;
  /** For `already`, when the first one was. */
  at: Date;
  /** Why a person has to look, only for `review`. */
  reason: string | null;
  record: RecordFacts | null;
}

/**
 * Folds an act into the record of an application or a volunteer. Check-ins are a growing set: the
 * earliest time wins, whatever the order of arrival, so two gates never block each other. Nobody is
 * refused; what contradicts itself is kept for review.
 */
export function fold(record: RecordFacts | null, operation: OperationFacts): Fold {
  return operation.act === 'in' ? foldIn(record, operation) : foldUndo(record, operation);
}

function foldIn(record: RecordFacts | null, operation: OperationFacts): Fold {
  if (!record) return done(operation.at, { status: 'present', presentAt: operation.at, undoneAt: null, heads: operation.heads });
  if (record.status === 'present') {
    const first = operation.at < record.presentAt ? operation.at : record.presentAt;
    const moved = first < record.presentAt ? { ...record, presentAt: first } : null;
    return { answer: 'already', at: first, reason: null, record: moved };
  }
  // An older scan that only arrives now must not bring back what somebody took away on purpose.
  const older = record.undoneAt !== null && operation.at < record.undoneAt;
  if (older && !operation.anyway) return review(operation.at, 'attendance.undone-since');
  return done(operation.at, { status: 'present', presentAt: operation.at, undoneAt: null, heads: operation.heads });
}

function foldUndo(record: RecordFacts | null, operation: OperationFacts): Fold {
  if (!record) return review(operation.at, 'attendance.nothing-to-undo');
  if (record.status === 'undone') return { answer: 'already', at: record.undoneAt ?? operation.at, reason: null, record: null };
  return done(operation.at, { ...record, status: 'undone', undoneAt: operation.at });
}

/** Folds a headcount of walk-ins into the event's running number: in adds, undo takes away, never below nobody. */
export function foldWalkIns(record: RecordFacts | null, operation: OperationFacts): Fold {
  const before = record?.heads ?? 0;
  const heads = operation.act === 'in' ? before + operation.heads : before - operation.heads;
  if (heads < 0) return review(operation.at, 'attendance.too-few-walk-ins');
  return done(operation.at, { status: 'present', presentAt: record?.presentAt ?? operation.at, undoneAt: null, heads });
}

/** Why a scanned or picked application needs a person's look before it counts; null: it doesn't. */
export function reviewOfApplication(application: { eventId: string; status: string }, eventId: string): string | null {
  if (application.eventId !== eventId) return 'attendance.other-event';
  if (application.status === 'confirmed') return null;
  if (application.status === 'guardian_pending') return 'attendance.consent-missing';
  return ['waitlisted', 'offered', 'applied'].includes(application.status) ? 'attendance.ticket-waitlisted' : 'attendance.ticket-cancelled';
}

/** How many heads of a record count. */
export function countedHeads(record: Pick<RecordFacts, 'status' | 'heads'> | null): number {
  return record?.status === 'present' ? record.heads : 0;
}

const done = (at: Date, record: RecordFacts): Fold => ({ answer: 'done', at, reason: null, record });
const review = (at: Date, reason: string): Fold => ({ answer: 'review', at, reason, record: null });

/** Why a reception can't be held now. */
export type GateRefusal = 'attendance.event-cancelled' | 'attendance.not-published' | 'attendance.report-made' | 'attendance.not-today';

/**
 * May people be received? While the event is public or waits for its report, from the day before it
 * begins to the day after it ends (days in Japan). What happened in time may arrive late: an act counts
 * by the device's time too, since a phone may have been without signal.
 */
export function mayReceive(event: { state: string; startsAt: Date | null; endsAt: Date | null }, now: Date, deviceTime: Date = now): true | GateRefusal {
  if (event.state === 'cancelled') return 'attendance.event-cancelled';
  if (event.state === 'reported' || event.state === 'closed') return 'attendance.report-made';
  if (event.state !== 'published' && event.state !== 'awaiting-report') return 'attendance.not-published';
  if (!event.startsAt || !event.endsAt) return 'attendance.not-published';
  return isReceptionDay(event, now) || isReceptionDay(event, deviceTime) ? true : 'attendance.not-today';
}

/** Why nobody can receive themselves now. */
export type SelfRefusal = Exclude<GateRefusal, 'attendance.not-today'> | 'attendance.self-not-yet' | 'attendance.self-over';

/**
 * May people receive themselves, by the code at the entrance? While the reception may be held, and on a day of the
 * event only: the day before and the day after are for those who lead it.
 */
export function mayReceiveSelf(event: { state: string; startsAt: Date | null; endsAt: Date | null }, now: Date): true | SelfRefusal {
  const verdict = mayReceive(event, now);
  if (verdict !== true && verdict !== 'attendance.not-today') return verdict;
  if (!event.startsAt || !event.endsAt) return 'attendance.not-published';
  if (now < atJst(jstDate(event.startsAt), '00:00')) return 'attendance.self-not-yet';
  return now < atJst(addDays(jstDate(event.endsAt), 1), '00:00') ? true : 'attendance.self-over';
}

/**
 * When an act happened: by the device's clock while that is believable, which is on a day of the
 * reception and not after it arrived here. A clock that lost its battery says 1970; then the arrival counts.
 */
export function timeOfAct(event: { startsAt: Date | null; endsAt: Date | null }, deviceTime: Date, receivedAt: Date): Date {
  return deviceTime < receivedAt && isReceptionDay(event, deviceTime) ? deviceTime : receivedAt;
}

/** Instants are compared, never days made of them: a device may name an instant that no calendar has. */
function isReceptionDay(event: { startsAt: Date | null; endsAt: Date | null }, at: Date): boolean {
  if (!event.startsAt || !event.endsAt) return false;
  const from = atJst(addDays(jstDate(event.startsAt), -1), '00:00');
  const until = atJst(addDays(jstDate(event.endsAt), 2), '00:00');
  return from <= at && at < until;
}

/** The rows of the kana table and the last kana of each, in the order of the table. */
const KANA_ROWS: readonly (readonly [row: string, last: string])[] = [
  ['あ', 'オ'],
  ['か', 'ゴ'],
  ['さ', 'ゾ'],
  ['た', 'ド'],
  ['な', 'ノ'],
  ['は', 'ポ'],
  ['ま', 'モ'],
  ['や', 'ヨ'],
  ['ら', 'ロ'],
  ['わ', 'ン'],
];

/** The row of the kana table (あかさたな…) under which a name is found; `他` for everything that is not kana. */
export function kanaRow(kanaKey: string): string {
  const first = kanaKey.charAt(0);
  if (first === 'ヴ' || first === 'ヵ' || first === 'ヶ') return first === 'ヴ' ? 'あ' : 'か';
  if (first < 'ァ' || first > 'ン') return '他';
  return KANA_ROWS.find(([, last]) => first <= last)?.[0] ?? '他';
}
