import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import type { EventSummary } from '@yoriai/events';
import { Clock, Db, refuse, type Tx } from '@yoriai/platform';
import { Attendance } from '../headcount/headcount.service.js';
import type { CheckInOperationEntity } from './check-in-operation.entity.js';
import { CheckInRepository } from './check-in.repository.js';
import { fold, foldWalkIns, timeOfAct, type Act, type Fold, type OperationFacts, type RecordFacts } from './check-in.rules.js';
import { Gate } from './gate.js';
import type { CheckInAnswer, CheckInRequest, CheckInUndoRequest } from './reception.dto.js';
import { Subjects, type Subject } from './subjects.js';

/** Who receives: an officer, or whoever stands at the entrance (`self`), signed in or not. */
export interface Receiver {
  readonly personId: string | null;
  readonly self: boolean;
}

type Asked = CheckInRequest | CheckInUndoRequest;

/** Receives people and takes it back. */
@Injectable()
export class CheckIns {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly gate: Gate,
    private readonly subjects: Subjects,
    private readonly checkIns: CheckInRepository,
    private readonly attendance: Attendance,
  ) {}

  /**
   * 受付: somebody is there. Answers `done`, `already` (and when) or `review` (and why), the same for
   * the same nonce however often and however parallel it is sent. Refuses only what is no reception:
   * `event.not-found` (404), `attendance.not-yours` (403), `attendance.not-today`, `attendance.event-cancelled`,
   * `attendance.not-published`, `attendance.report-made` (409), `attendance.nonce-reused` (422).
   */
  async checkIn(actor: Actor, eventId: string, asked: CheckInRequest): Promise<CheckInAnswer> {
    return this.act(actor, eventId, 'in', asked);
  }

  /** 受付の取り消し. Answers and refuses like {@link checkIn}. */
  async undo(actor: Actor, eventId: string, asked: CheckInUndoRequest): Promise<CheckInAnswer> {
    return this.act(actor, eventId, 'undo', asked);
  }

  private async act(actor: Actor, eventId: string, act: Act, asked: Asked): Promise<CheckInAnswer> {
    return this.db.transaction(async (tx) => this.actIn(tx, { personId: actor.personId, self: false }, await this.gate.eventOf(tx, actor, eventId), act, asked));
  }

  /** The same in the caller's transaction, at an event whose gate the caller has asked. */
  async receive(tx: Tx, by: Receiver, event: EventSummary, asked: CheckInRequest): Promise<CheckInAnswer> {
    return this.actIn(tx, by, event, 'in', asked);
  }

  private async actIn(tx: Tx, by: Receiver, event: EventSummary, act: Act, asked: Asked): Promise<CheckInAnswer> {
    const subject = await this.subjects.find(tx, event.id, asked);
    await this.checkIns.lockSubject(tx, subject.kind, subject.id ?? asked.nonce);

    const known = await this.checkIns.operation(tx, asked.nonce);
    if (known) return sameAct(known, act, subject) ? toAnswer(known, subject) : refuse('attendance.nonce-reused', { status: 422 });

    this.gate.open(event, asked.deviceTime);
    const unanswered = this.operationOf(by, act, subject, asked);
    const at = timeOfAct(event, unanswered.deviceTime, unanswered.receivedAt);
    const operation = await this.apply(tx, unanswered, subject, at);
    // Somebody who presses again while the reception has not looked yet waits once, not twice.
    const waiting = by.self && operation.answer === 'review' ? await this.waitingOf(tx, operation) : null;
    if (waiting) return toAnswer(waiting, subject);
    await this.checkIns.addOperation(tx, operation);
    return toAnswer(operation, subject);
  }

  private async waitingOf(tx: Tx, { eventId, subjectKind, subjectId }: CheckInOperationEntity): Promise<CheckInOperationEntity | null> {
    const waiting = await this.checkIns.waitingReviews(tx, eventId);
    return waiting.find((each) => each.self && each.subjectKind === subjectKind && each.subjectId === subjectId) ?? null;
  }

  private operationOf(by: Receiver, act: Act, subject: Subject, asked: Asked) {
    const receivedAt = this.clock.now();
    return {
      opId: asked.nonce,
      eventId: subject.eventId,
      subjectKind: subject.kind,
      subjectId: subject.id,
      act,
      heads: asked.heads ?? subject.heads ?? 1,
      anyway: 'anyway' in asked && asked.anyway === true,
      deviceTime: asked.deviceTime ?? receivedAt,
      receivedAt,
      actorId: by.personId,
      self: by.self,
    };
  }

  private async apply(tx: Tx, operation: Unanswered, subject: Subject, at: Date): Promise<CheckInOperationEntity> {
    const record = subject.id && !subject.foreign ? await this.checkIns.record(tx, subject.kind, subject.id) : null;
    const outcome = verdictOf(record, { ...operation, at }, subject);
    if (outcome.record && subject.id) {
      const key = { eventId: subject.eventId, kind: subject.kind, id: subject.id, personId: subject.personId };
      await this.checkIns.saveRecord(tx, key, outcome.record, operation.receivedAt);
      await this.subjects.received(tx, subject.kind, subject.id, outcome.record.status === 'present' ? outcome.record.presentAt : null);
      await this.attendance.follow(tx, key, record, outcome.record);
    }
    return { ...operation, answer: outcome.answer, reason: outcome.reason, answeredAt: outcome.at };
  }
}

type Unanswered = Omit<CheckInOperationEntity, 'answer' | 'reason' | 'answeredAt'>;

function verdictOf(record: RecordFacts | null, facts: OperationFacts, subject: Subject): Fold {
  const counted = record?.status === 'present';
  const unclear = subject.review !== null && facts.act === 'in' && !counted && (subject.foreign || !facts.anyway);
  if (unclear) return { answer: 'review', at: facts.at, reason: subject.review, record: null };
  return subject.kind === 'walk-in' ? foldWalkIns(record, facts) : fold(record, facts);
}

/** The same act again, or another one that carries a used nonce? */
function sameAct(known: CheckInOperationEntity, act: Act, subject: Subject): boolean {
  return known.eventId === subject.eventId && known.act === act && known.subjectKind === subject.kind && known.subjectId === subject.id;
}

function toAnswer(operation: CheckInOperationEntity, subject: Subject): CheckInAnswer {
  return {
    nonce: operation.opId,
    answer: operation.answer,
    at: operation.answeredAt.toISOString(),
    reason: operation.reason,
    subjectKind: operation.subjectKind,
    subjectId: operation.subjectId,
    name: subject.name,
    kana: subject.kana,
    heads: operation.heads,
  };
}
