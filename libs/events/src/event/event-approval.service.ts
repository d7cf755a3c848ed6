import { Injectable } from '@nestjs/common';
import { Approvals, insistOnRevision, type NewCondition, type Remark } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import { Db, Outbox, refuse, type Tx } from '@yoriai/platform';
import { EventRevisionRepository } from '../revision/event-revision.repository.js';
import { snapshotOf, withSnapshot } from '../revision/snapshot.js';
import { beginsOn } from './event-day.rules.js';
import { EventChanges } from './event-changes.service.js';
import { announceCheck, toCheck } from './event-checks.service.js';
import { EVENT_SUBJECT } from './event-subject.js';
import { EventMoves } from './event-moves.js';
import type { ApprovalRequest, DeputyDraft, RefusalRequest, ReturnRequest } from './event-decision.dto.js';
import type { EventDetail } from './event.dto.js';
import { helpersIn } from '../help/draft-help.js';
import { isNotificationOnly, type EventFacts } from './event.mapper.js';
import { NOTIFICATION_ONLY } from './notification-only.rules.js';

interface Judgement {
  comment: string | null;
  /** What was read. */
  revision: number;
  conditions: readonly NewCondition[];
  /** Why it may be where another event is at the same time. */
  besideReason: string | null;
  /** In whose place, and why. */
  deputy: DeputyDraft | null;
}

/** From the draft, or from a change of what was approved, to the ward's decision. Approver and submitter are different people, here and in the database. */
@Injectable()
export class EventApprovals {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly moves: EventMoves,
    private readonly revisions: EventRevisionRepository,
    private readonly approvals: Approvals,
    private readonly changes: EventChanges,
  ) {}

  /** Hands the event in, or the change of it: a snapshot is what will be decided on. Refuses `event.incomplete` (422) naming the fields. */
  submit(actor: Actor, id: string): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.moves.begin(tx, actor, id, 'submit');
      if (facts.event.change) await this.changes.handIn(tx, actor, facts);
      else await this.handIn(tx, actor, facts);
      return this.moves.answer(tx, actor, id);
    });
  }

  /** Takes it back before a decision: the event, or its change, is a draft again. */
  withdraw(actor: Actor, id: string): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.moves.begin(tx, actor, id, 'withdraw');
      await this.approvals.withdraw(tx, actor, { subjectKind: EVENT_SUBJECT, subjectId: id });
      const ofChange = event.change !== null;
      if (!ofChange) await this.moves.papers.hush(tx, id);
      await this.moves.finish(tx, actor, event, 'withdraw', { revision: ofChange ? null : await this.latest(tx, id) });
      await this.outbox.add(tx, ofChange ? 'events.change-withdrawn' : 'events.event-withdrawn', { eventId: id });
      return this.moves.answer(tx, actor, id);
    });
  }

  /**
   * Sends a submission, a change or a report back to the host; while a council looks at it, that is the council's to do. Words about single fields are reason enough, but a report
   * has none. Refuses `event.reason-required` (422), `approval.revision-changed` (409) and, for a submission, `event.own-submission` (403).
   */
  return(actor: Actor, id: string, { reason = null, revision: read, remarks: marked }: ReturnRequest): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event, approval } = await this.moves.begin(tx, actor, id, 'return');
      const remarks = marked ?? [];
      if (!reason?.trim() && (event.state === 'reported' || remarks.length === 0)) refuseReason();
      const ofChange = event.change !== null;
      const revision = ofChange ? null : await this.latest(tx, id);
      const byCouncil = approval?.check?.outcome === null;
      if (event.state !== 'reported') {
        await this.approvals.decide(tx, actor, { subjectKind: EVENT_SUBJECT, subjectId: id, kind: 'returned', comment: reason, revision: read, remarks: toRemarks(remarks) });
        if (byCouncil) await this.outbox.add(tx, 'events.check-returned', { eventId: id });
        else if (revision === null) await this.outbox.add(tx, 'events.change-returned', { eventId: id });
        else await this.outbox.add(tx, 'events.event-returned', { eventId: id, revision });
      } else {
        insistOnRevision(read, approval?.revision);
        await this.outbox.add(tx, 'events.report-returned', { eventId: id });
      }
      await this.moves.finish(tx, actor, event, 'return', { reason, revision });
      return this.moves.answer(tx, actor, id);
    });
  }

  /**
   * Approves what was read. Refuses `event.own-submission` (403), `approval.revision-changed` (409) when another
   * revision is the latest and, to the slower of two approvers, `event.is-approved` (409). On conditions, where there
   * are any: refuses `approval.condition-due-past`, and `event.condition-too-late` where one should keep back what is
   * public already (422). Refuses `event.checklist-open` (422), naming them, while procedures that have to be settled
   * before are not, and are no conditions of it either; `event.venue-taken` (409) where another approved event is in its
   * place at the same time, unless a reason says why both may be; in another's place (代決) what `Approvals.decide` does.
   */
  approve(actor: Actor, id: string, { comment, revision, conditions, besideReason, deputy }: ApprovalRequest): Promise<EventDetail> {
    const asked = (conditions ?? []).map(({ item = null, ...condition }) => ({ ...condition, itemCode: item }));
    return this.decide(actor, id, 'approve', { comment: comment ?? null, revision, conditions: asked, besideReason: besideReason ?? null, deputy: deputy ?? null });
  }

  /** Rejects for good; the host may copy it. Refuses `event.reason-required` (422), `approval.revision-changed` (409). */
  reject(actor: Actor, id: string, { reason, revision, deputy }: RefusalRequest): Promise<EventDetail> {
    return this.decide(actor, id, 'reject', { comment: reason, revision, conditions: [], besideReason: null, deputy: deputy ?? null });
  }

  private decide(actor: Actor, id: string, verb: 'approve' | 'reject', { comment, revision: read, conditions, besideReason, deputy }: Judgement): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.moves.begin(tx, actor, id, verb, verb === 'reject' ? { reason: comment } : {});
      const { event } = facts;
      const kind = verb === 'approve' ? 'approved' : 'rejected';
      if (event.publicRevision !== null) insistOnTime(conditions);
      if (verb === 'approve') insistOnProcedures(await this.moves.papers.openBeforeApproval(tx, facts), conditions);
      else if (!event.change) await this.moves.papers.end(tx, id);
      await this.approvals.decide(tx, actor, { subjectKind: EVENT_SUBJECT, subjectId: id, kind, comment, revision: read, conditions, deputy });
      if (verb === 'approve' && besideReason === null && !(await this.moves.isFree(tx, event.change ? withSnapshot(event, event.change) : event))) refuse('event.venue-taken');
      if (verb === 'approve') Object.assign(event, { besideReason, besideBy: besideReason === null ? null : actor.personId });
      if (event.change) {
        await this.settleChange(tx, actor, facts, verb, comment);
        return this.moves.answer(tx, actor, id);
      }
      const revision = await this.latest(tx, id);
      await this.moves.finish(tx, actor, event, verb, { reason: comment, revision });
      await this.outbox.add(tx, verb === 'approve' ? 'events.event-approved' : 'events.event-rejected', { eventId: id, revision });
      return this.moves.answer(tx, actor, id);
    });
  }

  /** A small event is approved by being handed in (届出のみ): nobody at the ward is asked, and all that is written down says so. */
  private async handIn(tx: Tx, actor: Actor, facts: EventFacts): Promise<void> {
    const { event, frames, organisation } = facts;
    const { id } = event;
    const byRule = isNotificationOnly(facts);
    const snapshot = snapshotOf(event, frames, organisation);
    const { searchText, organisationId } = event;
    const revision = await this.revisions.add(tx, {
      eventId: id,
      kind: 'submission',
      snapshot,
      searchText,
      actorPersonId: actor.personId,
      at: this.moves.now(),
    });
    const check = byRule ? {} : { check: toCheck(event) };
    const received = await this.approvals.submit(tx, actor, { subjectKind: EVENT_SUBJECT, subjectId: id, organisationId, title: event.title ?? event.number, snapshot, begins: beginsOn(event), helpers: helpersIn(facts), ...check });
    await this.moves.papers.align(tx, facts, byRule);
    await this.moves.finish(tx, actor, event, 'submit', { revision });
    if (await announceCheck(this.outbox, tx, id, received)) return;
    if (!byRule) return this.outbox.add(tx, 'events.event-submitted', { eventId: id, revision });
    await this.approvals.approveByRule(tx, { subjectKind: EVENT_SUBJECT, subjectId: id }, NOTIFICATION_ONLY);
    await this.moves.finish(tx, null, event, 'approve', { revision });
    await this.moves.logRule(tx, id, NOTIFICATION_ONLY);
    await this.outbox.add(tx, 'events.event-approved', { eventId: id, revision });
  }

  private async settleChange(tx: Tx, actor: Actor, facts: EventFacts, verb: 'approve' | 'reject', comment: string | null): Promise<void> {
    if (verb === 'approve') return this.changes.takeOver(tx, actor, { ...facts, submittedBy: facts.approval?.submittedBy ?? actor.personId }, comment);
    await this.moves.finish(tx, actor, facts.event, 'reject', { reason: comment, revision: null });
    await this.outbox.add(tx, 'events.change-rejected', { eventId: facts.event.id });
  }

  private async latest(tx: Tx, id: string): Promise<number> {
    const revision = await this.revisions.latest(tx, id);
    if (!revision) throw new Error(`Event ${id} was handed in without a revision`);
    return revision.number;
  }
}

function refuseReason(): never {
  const code = 'event.reason-required';
  return refuse(code, { status: 422, fields: [{ field: 'reason', code }] });
}

/** Each procedure that has to be settled before is, or stands among the conditions; and no condition is for another one. */
function insistOnProcedures(open: readonly { code: string }[], conditions: readonly NewCondition[]): void {
  const asked = conditions.map(({ itemCode }) => itemCode ?? null);
  const unknown = asked.flatMap((itemCode, index) => (itemCode !== null && (asked.indexOf(itemCode) < index || open.every(({ code }) => code !== itemCode)) ? [{ field: `conditions.${index}.item`, code: 'approval.item-not-found' }] : []));
  if (unknown.length > 0) refuse('approval.item-not-found', { status: 422, fields: unknown });
  const code = 'event.checklist-open';
  const left = open.filter((item) => !asked.includes(item.code)).map((item) => ({ field: `checklist.${item.code}`, code }));
  if (left.length > 0) refuse(code, { status: 422, fields: left });
}

/** What is public can't be kept back any more. */
function insistOnTime(conditions: readonly NewCondition[]): void {
  const code = 'event.condition-too-late';
  const fields = conditions.flatMap(({ blocking }, index) => (blocking ? [{ field: `conditions.${index}.blocking`, code }] : []));
  if (fields.length > 0) refuse(code, { status: 422, fields });
}

/** One word a field; an unknown frame does no harm, it stands in the list without a place in the form. */
function toRemarks(remarks: readonly Remark[]): Remark[] {
  return [...new Map(remarks.map(({ field, text }) => [field, { field, text }])).values()];
}
