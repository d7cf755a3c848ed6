import { Injectable } from '@nestjs/common';
import { Clock, Outbox, newId, type Tx } from '@yoriai/platform';
import type { ApprovalCaseEntity } from '../approval-case/approval-case.entity.js';
import { CommentRepository, type CommentRow } from './comment.repository.js';

/** What letters say of a comment. */
export type ToldComment = Pick<CommentRow, 'id' | 'centreId' | 'words' | 'by'>;

/** The book of what community centres said about cases. It judges nothing; whoever writes in it has asked who may. */
@Injectable()
export class CommentBook {
  constructor(
    private readonly clock: Clock,
    private readonly comments: CommentRepository,
    private readonly outbox: Outbox,
  ) {}

  /** How much was said about a case, of whichever revision. */
  async count(tx: Tx, caseId: string): Promise<number> {
    return (await this.comments.ofCase(tx, caseId)).length;
  }

  /** Writes it down for the case's newest revision, and has it told by letter once. */
  async say(tx: Tx, { id: caseId, revision, subjectKind, subjectId }: Pick<ApprovalCaseEntity, 'id' | 'revision' | 'subjectKind' | 'subjectId'>, said: Pick<CommentRow, 'centreId' | 'words' | 'by'>): Promise<void> {
    const id = newId();
    await this.comments.add(tx, { id, caseId, revision, ...said, at: this.clock.now() });
    await this.outbox.add(tx, 'approvals.case-commented', { commentId: id, subjectKind, subjectId });
  }

  /** The host has read what was said up to this comment, and not what came after; of another case it is none. */
  markRead(tx: Tx, caseId: string, until: string): Promise<void> {
    return this.comments.markRead(tx, caseId, until, this.clock.now());
  }

  /** Of these, what is about a revision that still waits for its decision. */
  async waiting(tx: Tx, ids: readonly string[]): Promise<ToldComment[]> {
    return ids.length === 0 ? [] : this.comments.waiting(tx, ids);
  }
}
