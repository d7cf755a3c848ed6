import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Db, refuse, type RefusalStatus, type Tx } from '@yoriai/platform';
import { ApprovalCaseRepository } from '../approval-case/approval-case.repository.js';
import { insistOnRevision } from '../approval-case/approval-case.service.js';
import { CaseLines } from '../approval-case/case-lines.js';
import { CaseSight } from './case-sight.js';
import { CommentBook, type ToldComment } from './comment-book.service.js';
import type { CommentRequest, SupportedCases } from './comment.dto.js';
import { commentVerdict, readVerdict } from './comment.rules.js';

/** Cases that one answer lists. */
const MOST = 100;
const STATUS_OF: Readonly<Record<string, RefusalStatus>> = { 'comment.centre-only': 403, 'comment.host-only': 403, 'comment.too-many': 422 };

/** What a community centre reads of what its area handed in, and says about it. It decides nothing (docs/adr/0074). */
@Injectable()
export class CaseComments {
  constructor(
    private readonly db: Db,
    private readonly cases: ApprovalCaseRepository,
    private readonly sight: CaseSight,
    private readonly lines: CaseLines,
    private readonly book: CommentBook,
  ) {}

  /** What waits for a first decision, of the hosts that the actor's community centres support; empty for everybody else. */
  list(actor: Actor): Promise<SupportedCases> {
    return this.db.read(async (tx) => {
      const hosts = await this.sight.supported(tx, actor);
      if (hosts.length === 0) return { items: [] };
      const [found] = await this.cases.page(tx, { status: 'pending', hosts, isFirst: true, skip: 0, take: MOST });
      return { items: await this.lines.of(tx, actor, found) };
    });
  }

  /**
   * Says something about what was read. Refuses `approval.not-found` (404) for those who may not see it, `comment.centre-only` (403),
   * `approval.not-pending`, `approval.revision-changed` (409), `comment.too-many` (422).
   */
  add(actor: Actor, caseId: string, { words, revision }: CommentRequest): Promise<void> {
    return this.db.transaction(async (tx) => {
      const known = await this.cases.byId(tx, caseId);
      const found = known && (await this.cases.lockBySubject(tx, known.subjectKind, known.subjectId));
      const seen = await this.sight.of(tx, actor, found);
      if (!found || !seen) return refuse('approval.not-found', { status: 404 });
      const verdict = commentVerdict({ ...seen, status: found.status, said: await this.book.count(tx, caseId) });
      if (verdict !== true || seen.centreId === null) return refuse(verdict === true ? 'comment.centre-only' : verdict, { status: STATUS_OF[String(verdict)] ?? 409 });
      insistOnRevision(revision, found.revision);
      await this.book.say(tx, found, { centreId: seen.centreId, words, by: actor.personId });
    });
  }

  /** The host has read what was said up to this comment; the same twice is once, and a comment of another case is none. Refuses `approval.not-found` (404) for those who may not see it, `comment.host-only` (403), `approval.not-pending` (409) once it is decided on. */
  read(actor: Actor, caseId: string, until: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const found = await this.cases.byId(tx, caseId);
      if (!found || !(await this.sight.of(tx, actor, found))) return refuse('approval.not-found', { status: 404 });
      const verdict = readVerdict({ leads: actor.leads(found.organisationId), status: found.status });
      if (verdict !== true) return refuse(verdict, { status: STATUS_OF[verdict] ?? 409 });
      await this.book.markRead(tx, caseId, until);
    });
  }

  /** What letters tell: these comments by id, without those about what no longer waits. The caller asks who may know. */
  async told(tx: Tx, ids: readonly string[]): Promise<Map<string, ToldComment>> {
    return new Map((await this.book.waiting(tx, ids)).map((each) => [each.id, each]));
  }
}
