import { Injectable } from '@nestjs/common';
import { constraintRefusals, newId, rows, type Tx } from '@yoriai/platform';
import { AttendanceRecordEntity } from './attendance-record.entity.js';
import { CheckInOperationEntity } from './check-in-operation.entity.js';
import type { RecordFacts, Settlement, SubjectKind } from './check-in.rules.js';

constraintRefusals({
  // Two different acts under one nonce at the same moment; one after the other is found before.
  check_in_operation_pkey: { code: 'attendance.nonce-reused', status: 422 },
});

/** What is received, by its key. */
export interface SubjectKey {
  eventId: string;
  kind: SubjectKind;
  id: string;
}

/** SQL of the acts at the door and of what they come to. */
@Injectable()
export class CheckInRepository {
  /**
   * One act per subject at a time. An advisory lock, because the record may not exist yet, and because
   * an act sent three times at once must find the answer of the first. Taken before the headcount row.
   */
  async lockSubject(tx: Tx, kind: SubjectKind, key: string): Promise<void> {
    await rows(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 7))', [`attendance:${kind}:${key}`]);
  }

  operation(tx: Tx, opId: string): Promise<CheckInOperationEntity | null> {
    return tx.findOneBy(CheckInOperationEntity, { opId });
  }

  async addOperation(tx: Tx, operation: CheckInOperationEntity): Promise<void> {
    await tx.insert(CheckInOperationEntity, operation);
  }

  record(tx: Tx, kind: SubjectKind, subjectId: string): Promise<AttendanceRecordEntity | null> {
    return tx.findOneBy(AttendanceRecordEntity, { subjectKind: kind, subjectId });
  }

  recordsOf(tx: Tx, eventId: string): Promise<AttendanceRecordEntity[]> {
    return tx.findBy(AttendanceRecordEntity, { eventId });
  }

  /** Writes what the acts come to; the subject is locked. */
  async saveRecord(tx: Tx, subject: SubjectKey & { personId: string | null }, record: RecordFacts, now: Date): Promise<void> {
    await rows(
      tx,
      `insert into attendance.attendance_record
         (id, event_id, subject_kind, subject_id, person_id, heads, status, present_at, undone_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (subject_kind, subject_id) do update set
         heads = excluded.heads, status = excluded.status, present_at = excluded.present_at,
         undone_at = excluded.undone_at, updated_at = excluded.updated_at`,
      [newId(), subject.eventId, subject.kind, subject.id, subject.personId, record.heads, record.status, record.presentAt, record.undoneAt, now],
    );
  }

  /** Writes down what a person decided about an unclear act; false where somebody has decided before. */
  async settle(tx: Tx, settlement: { opId: string; verdict: Settlement; actorId: string; at: Date }): Promise<boolean> {
    const written = await rows(
      tx,
      `insert into attendance.review_settlement (op_id, verdict, actor_id, settled_at) values ($1, $2, $3, $4)
       on conflict do nothing returning op_id`,
      [settlement.opId, settlement.verdict, settlement.actorId, settlement.at],
    );
    return written.length === 1;
  }

  async settlementOf(tx: Tx, opId: string): Promise<Settlement | null> {
    const [found] = await rows<{ verdict: Settlement }>(tx, 'select verdict from attendance.review_settlement where op_id = $1', [opId]);
    return found?.verdict ?? null;
  }

  /** Acts that wait for a person's look: neither were they decided on, nor was anything later done about the same subject. */
  async waitingReviews(tx: Tx, eventId: string): Promise<CheckInOperationEntity[]> {
    return rows<CheckInOperationEntity>(
      tx,
      `select op_id as "opId", event_id as "eventId", subject_kind as "subjectKind", subject_id as "subjectId", act, heads, anyway,
         device_time as "deviceTime", received_at as "receivedAt", actor_id as "actorId", self, answer, reason, answered_at as "answeredAt"
       from attendance.check_in_operation waiting
       where event_id = $1 and answer = 'review'
         and not exists (select 1 from attendance.review_settlement settled where settled.op_id = waiting.op_id)
         and not exists (
         select 1 from attendance.check_in_operation later
         where later.event_id = $1 and later.subject_kind = waiting.subject_kind and later.subject_id = waiting.subject_id
           and later.answer = 'done' and later.received_at >= waiting.received_at)
       order by received_at`,
      [eventId],
    );
  }

  /** Applications and assignments whose last reception they did themselves. */
  async selfReceived(tx: Tx, eventId: string): Promise<Set<string>> {
    const last = await rows<{ id: string; self: boolean }>(
      tx,
      `select distinct on (subject_id) subject_id as id, self from attendance.check_in_operation
       where event_id = $1 and subject_kind <> 'walk-in' and act = 'in' and answer = 'done' order by subject_id, received_at desc`,
      [eventId],
    );
    return new Set(last.filter(({ self }) => self).map(({ id }) => id));
  }

  /** Lets the records of one person belong to another. */
  async repoint(tx: Tx, keptPersonId: string, joinedPersonId: string): Promise<void> {
    await rows(tx, 'update attendance.attendance_record set person_id = $1 where person_id = $2', [keptPersonId, joinedPersonId]);
  }
}
