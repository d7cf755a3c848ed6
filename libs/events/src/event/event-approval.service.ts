import { Injectable } from '@nestjs/common';
import { Approvals, insistOnRevision } from '@yoriai/approvals';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, Outbox, type Tx } from '@yoriai/platform';
import { EventRevisionRepository } from '../revision/event-revision.repository.js';
import { snapshotOf } from '../revision/snapshot.js';
import { EVENT_SUBJECT } from './event-loader.js';
import { EventMoves } from './event-moves.js';
import type { ApprovalRequest, RefusalRequest } from './event-draft.dto.js';
import type { EventDetail } from './event.dto.js';

/** From the draft to the ward's decision. Approver and submitter are different people, here and in the database. */
@Injectable()
export class EventApprovals {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly moves: EventMoves,
    private readonly revisions: EventRevisionRepository,
    private readonly approvals: Approvals,
  ) {}

  /** Hands the event in: a snapshot of it is what will be decided on. Refuses `event.incomplete` (422) naming the fields. */
  submit(actor: Actor, id: string): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event, frames, organisation } = await this.moves.begin(tx, actor, id, 'submit');
      const snapshot = snapshotOf(event, frames, organisation);
      const { searchText, organisationId } = event;
      const revision = await this.revisions.add(tx, {
        eventId: id,
        kind: 'submission',
        snapshot,
        searchText,
        actorPersonId: actor.personId,
        at: this.clock.now(),
      });
      await this.approvals.submit(tx, actor, { subjectKind: EVENT_SUBJECT, subjectId: id, organisationId, title: event.title ?? event.number, snapshot });
      await this.moves.finish(tx, actor, event, 'submit', { revision });
      await this.outbox.add(tx, 'events.event-submitted', { eventId: id, revision });
      return this.moves.answer(tx, actor, id);
    });
  }

  /** Takes it back before a decision; it is a draft again. */
  withdraw(actor: Actor, id: string): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.moves.begin(tx, actor, id, 'withdraw');
      await this.approvals.withdraw(tx, actor, { subjectKind: EVENT_SUBJECT, subjectId: id });
      await this.moves.finish(tx, actor, event, 'withdraw', { revision: await this.latest(tx, id) });
      await this.outbox.add(tx, 'events.event-withdrawn', { eventId: id });
      return this.moves.answer(tx, actor, id);
    });
  }

  /**
   * Sends a submission, or a report, back to the host. Refuses `event.reason-required` (422), `approval.revision-changed`
   * (409) and, for a submission, `event.own-submission` (403).
   */
  return(actor: Actor, id: string, { reason, revision: read }: RefusalRequest): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event, approval } = await this.moves.begin(tx, actor, id, 'return', { reason });
      const revision = await this.latest(tx, id);
      if (event.state === 'submitted') {
        await this.approvals.decide(tx, actor, { subjectKind: EVENT_SUBJECT, subjectId: id, kind: 'returned', comment: reason, revision: read });
        await this.outbox.add(tx, 'events.event-returned', { eventId: id, revision });
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
   * revision is the latest and, to the slower of two approvers, `event.is-approved` (409).
   */
  approve(actor: Actor, id: string, { comment, revision }: ApprovalRequest): Promise<EventDetail> {
    return this.decide(actor, id, 'approve', { comment: comment ?? null, revision });
  }

  /** Rejects for good; the host may copy it. Refuses `event.reason-required` (422), `approval.revision-changed` (409). */
  reject(actor: Actor, id: string, { reason, revision }: RefusalRequest): Promise<EventDetail> {
    return this.decide(actor, id, 'reject', { comment: reason, revision });
  }

  private decide(actor: Actor, id: string, verb: 'approve' | 'reject', { comment, revision: read }: { comment: string | null; revision: number }): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.moves.begin(tx, actor, id, verb, verb === 'reject' ? { reason: comment } : {});
      const kind = verb === 'approve' ? 'approved' : 'rejected';
      await this.approvals.decide(tx, actor, { subjectKind: EVENT_SUBJECT, subjectId: id, kind, comment, revision: read });
      const revision = await this.latest(tx, id);
      await this.moves.finish(tx, actor, event, verb, { reason: comment, revision });
      await this.outbox.add(tx, verb === 'approve' ? 'events.event-approved' : 'events.event-rejected', { eventId: id, revision });
      return this.moves.answer(tx, actor, id);
    });
  }

  private async latest(tx: Tx, id: string): Promise<number> {
    const revision = await this.revisions.latest(tx, id);
    if (!revision) throw new Error(`Event ${id} was handed in without a revision`);
    return revision.number;
  }
}
