import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';

/** What somebody of a community centre said about a revision. */
export interface CommentRow {
  id: string;
  caseId: string;
  revision: number;
  centreId: string;
  words: string;
  by: string;
  at: Date;
  /** When the host said that it has read it. */
  readAt: Date | null;
}

/** SQL of the comments of community centres. They are only added, and read. */
@Injectable()
export class CommentRepository {
  /** About this case, newest first. */
  ofCase(tx: Tx, caseId: string): Promise<CommentRow[]> {
    return rows(
      tx,
      `select id, case_id as "caseId", revision, centre_id as "centreId", words, by_person_id as by, at, read_at as "readAt" from approvals.case_comment where case_id = $1 order by at desc, id desc`,
      [caseId],
    );
  }

  /** How many there are about the newest revisions of these cases, by case. */
  async counts(tx: Tx, caseIds: readonly string[]): Promise<Map<string, number>> {
    const found = await rows<{ caseId: string; said: number }>(
      tx,
      `select case_comment.case_id as "caseId", count(*)::int as said from approvals.case_comment
       join approvals.approval_case on approval_case.id = case_comment.case_id and approval_case.revision = case_comment.revision
       where case_comment.case_id = any($1::uuid[]) group by 1`,
      [caseIds],
    );
    return new Map(found.map(({ caseId, said }) => [caseId, said]));
  }

  /** These, as long as they are about what still waits. For letters. */
  waiting(tx: Tx, ids: readonly string[]): Promise<Pick<CommentRow, 'id' | 'centreId' | 'words' | 'by'>[]> {
    return rows(
      tx,
      `select case_comment.id, centre_id as "centreId", words, by_person_id as by from approvals.case_comment
       join approvals.approval_case on approval_case.id = case_comment.case_id and approval_case.revision = case_comment.revision and approval_case.status = 'pending'
       where case_comment.id = any($1::uuid[])`,
      [ids],
    );
  }

  /** The host has read what was said up to this one. */
  async markRead(tx: Tx, caseId: string, until: string, at: Date): Promise<void> {
    await rows(tx, 'update approvals.case_comment comment set read_at = $3 from approvals.case_comment last where last.id = $2 and last.case_id = $1 and comment.case_id = $1 and (comment.at, comment.id) <= (last.at, last.id) and comment.read_at is null', [caseId, until, at]);
  }

  async add(tx: Tx, { id, caseId, revision, centreId, words, by, at }: Omit<CommentRow, 'readAt'>): Promise<void> {
    await rows(tx, 'insert into approvals.case_comment (id, case_id, revision, centre_id, words, by_person_id, at) values ($1, $2, $3, $4, $5, $6, $7)', [id, caseId, revision, centreId, words, by, at]);
  }
}
