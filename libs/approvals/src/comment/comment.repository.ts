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
}

/** SQL of the comments of community centres. They are only added. */
@Injectable()
export class CommentRepository {
  /** About this case, newest first. */
  ofCase(tx: Tx, caseId: string): Promise<CommentRow[]> {
    return rows(
      tx,
      `select id, case_id as "caseId", revision, centre_id as "centreId", words, by_person_id as by, at from approvals.case_comment where case_id = $1 order by at desc, id desc`,
      [caseId],
    );
  }

  async add(tx: Tx, { id, caseId, revision, centreId, words, by, at }: CommentRow): Promise<void> {
    await rows(tx, 'insert into approvals.case_comment (id, case_id, revision, centre_id, words, by_person_id, at) values ($1, $2, $3, $4, $5, $6, $7)', [id, caseId, revision, centreId, words, by, at]);
  }
}
