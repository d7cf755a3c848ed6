import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import type { EventSummary } from '@yoriai/events';
import { AccessLog } from '@yoriai/identity';
import { Db, type Tx } from '@yoriai/platform';
import { Attendance } from '../headcount/headcount.service.js';
import type { AttendanceRecordEntity } from './attendance-record.entity.js';
import { CheckInRepository } from './check-in.repository.js';
import { kanaRow } from './check-in.rules.js';
import { Gate } from './gate.js';
import type { ReceptionList, ReceptionPerson, ReceptionReview, TicketAtDoor } from './reception.dto.js';
import { Subjects, type Expected } from './subjects.js';

/** The list at the door. */
@Injectable()
export class Reception {
  constructor(
    private readonly db: Db,
    private readonly gate: Gate,
    private readonly subjects: Subjects,
    private readonly checkIns: CheckInRepository,
    private readonly attendance: Attendance,
    private readonly accessLog: AccessLog,
  ) {}

  /**
   * Who is expected and who is there, for those who lead the event. The transaction that shows names logs
   * who read how many. Refuses `event.not-found` (404), `attendance.not-yours` (403).
   */
  async forLeader(actor: Actor, eventId: string): Promise<ReceptionList> {
    return this.db.transaction(async (tx) => {
      const list = await this.listOf(tx, await this.gate.eventOf(tx, actor, eventId));
      const about = { actorPersonId: actor.personId, subject: `event:${eventId}` };
      const rowCount = list.people.length;
      if (rowCount > 0) await this.accessLog.addWatching(tx, { ...about, action: 'reception.names-read', rowCount });
      return list;
    });
  }

  /** The list itself, in kana order. Neither are rights asked here nor is the read logged; the caller does both. Refuses `event.not-found` (404). */
  async list(tx: Tx, eventId: string): Promise<ReceptionList> {
    return this.listOf(tx, await this.gate.event(tx, eventId));
  }

  private async listOf(tx: Tx, event: EventSummary): Promise<ReceptionList> {
    const eventId = event.id;
    const records = new Map((await this.checkIns.recordsOf(tx, eventId)).map((record) => [record.subjectId, record]));
    const received = new Set([...records.values()].filter((record) => record.status === 'present').map((record) => record.subjectId));
    const expected = await this.subjects.expected(tx, eventId, received);
    const self = await this.checkIns.selfReceived(tx, eventId);
    const { participants, volunteers, walkIns } = await this.attendance.counts(tx, eventId);
    return {
      ...this.head(event),
      counts: { participants, volunteers, walkIns },
      expectedParticipants: expected.filter((line) => line.kind === 'application').reduce((sum, line) => sum + line.heads, 0),
      expectedVolunteers: expected.filter((line) => line.kind === 'assignment').length,
      people: expected.map((line) => toPerson(line, records.get(line.id), self.has(line.id))),
      reviews: await this.reviewsOf(tx, eventId),
    };
  }

  private async reviewsOf(tx: Tx, eventId: string): Promise<ReceptionReview[]> {
    const waiting = await this.checkIns.waitingReviews(tx, eventId);
    const names = waiting.length === 0 ? new Map<string, string>() : await this.subjects.names(tx, eventId, waiting);
    return waiting.map((each) => ({

      nonce: each.opId,
      subjectKind: each.subjectKind,
      subjectId: each.subjectId,
      act: each.act,
      heads: each.heads,
      reason: each.reason ?? '',
      at: each.answeredAt.toISOString(),
      name: each.subjectId === null ? null : (names.get(each.subjectId) ?? null),
    }));
  }

  private head(event: EventSummary) {
    return {
      eventId: event.id,
      title: event.title ?? '',
      startsAt: event.startsAt?.toISOString() ?? null,
      endsAt: event.endsAt?.toISOString() ?? null,
      day: this.gate.day(event),
      can: { checkIn: this.gate.verdict(event) },
    };
  }

  /**
   * A ticket that somebody opens: what the person at the door needs, or null for everybody who does
   * not lead its event (they see the ordinary ticket page) and for an unknown ticket. The transaction that shows the name logs who
   * read it, once for as long as they keep looking.
   */
  async ticketFor(actor: Actor | null, token: string): Promise<TicketAtDoor | null> {
    if (!actor) return null;
    return this.db.transaction(async (tx) => {
      const eventId = await this.subjects.eventOfTicket(tx, token);
      const event = eventId ? await this.gate.eventIfLed(tx, actor, eventId) : null;
      if (!event) return null;
      const subject = await this.subjects.find(tx, event.id, { ticket: token });
      if (subject.id) await this.accessLog.addWatching(tx, { actorPersonId: actor.personId, action: 'reception.ticket-read', subject: `application:${subject.id}`, rowCount: 1 });
      const record = subject.id ? await this.checkIns.record(tx, 'application', subject.id) : null;
      const present = record?.status === 'present';
      return {
        eventId: event.id,
        applicationId: subject.id ?? '',
        name: subject.name ?? '',
        kana: subject.kana ?? '',
        heads: present ? (record?.heads ?? 0) : (subject.heads ?? 0),
        present,
        presentAt: present ? (record?.presentAt.toISOString() ?? null) : null,
        review: subject.review,
        day: this.gate.day(event),
        can: { checkIn: this.gate.verdict(event) },
      };
    });
  }
}

function toPerson(line: Expected, record: AttendanceRecordEntity | undefined, self: boolean): ReceptionPerson {
  const present = record?.status === 'present';
  return {
    subjectKind: line.kind,
    subjectId: line.id,
    personId: line.person.id,
    name: line.person.name,
    kana: line.person.kana,
    kanaRow: kanaRow(line.person.kanaKey),
    heads: line.heads,
    groupName: line.groupName,
    companions: [...line.companions],
    withoutApplicant: line.withoutApplicant,
    consentMissing: line.consentMissing,
    noPhotos: line.noPhotos,
    number: line.number,
    entries: [...line.entries],
    duty: line.duty,
    dutyStartsAt: line.dutyStartsAt?.toISOString() ?? null,
    present,
    presentHeads: present && record ? record.heads : 0,
    presentAt: present && record ? record.presentAt.toISOString() : null,
    bySelf: present && self,
  };
}
