import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Db, pageShown, refuse } from '@yoriai/platform';
import { DESK_PAGE_SIZE, type CaseCondition, type CaseDeputy, type CaseDetail, type DeskPage, type NamedPerson } from './approval-case.dto.js';
import { maySeeDesk } from './approval-case.policy.js';
import { ApprovalCaseRepository } from './approval-case.repository.js';
import { decidedBefore } from './approval-case.rules.js';
import { CaseLines } from './case-lines.js';
import { changesBetween } from './changes.rules.js';
import type { DeskQuery } from './desk-filter.dto.js';
import { DeskNarrowing } from './desk-narrowing.js';
import type { Deputy } from '../waiting/waiting.rules.js';
import { CaseSight } from '../comment/case-sight.js';
import { commentVerdict, readVerdict } from '../comment/comment.rules.js';
import { Conditions, type ConditionStory } from '../condition/conditions.service.js';

/** The approval desk: what waits for the ward, and one case with its whole story. */
@Injectable()
export class ApprovalDesk {
  constructor(
    private readonly db: Db,
    private readonly cases: ApprovalCaseRepository,
    private readonly sight: CaseSight,
    private readonly lines: CaseLines,
    private readonly conditions: Conditions,
    private readonly narrowing: DeskNarrowing,
  ) {}

  /** What waits soonest due first, what is over newest first; narrowed as asked, 50 a page; past the last page, the last one. Refuses `approval.staff-only` (403). */
  list(actor: Actor, query: DeskQuery): Promise<DeskPage> {
    if (!maySeeDesk(actor)) return refuse('approval.staff-only', { status: 403 });
    return this.db.read(async (tx) => {
      const narrowed = await this.narrowing.of(tx, actor, query);
      const read = (page: number) => this.cases.page(tx, { ...narrowed, skip: (page - 1) * DESK_PAGE_SIZE, take: DESK_PAGE_SIZE });
      const [asked, total] = await read(query.page);
      const page = pageShown(query.page, total, DESK_PAGE_SIZE);
      const found = page === query.page ? asked : (await read(page))[0];
      return { items: await this.lines.of(tx, actor, found), total, page, pageSize: DESK_PAGE_SIZE };
    });
  }

  /** One case. Refuses `approval.not-found` (404), also for those who may not see it. */
  detail(actor: Actor, caseId: string): Promise<CaseDetail> {
    return this.db.read(async (tx) => {
      const found = await this.cases.byId(tx, caseId);
      const seen = await this.sight.of(tx, actor, found);
      if (!found || !seen) return refuse('approval.not-found', { status: 404 });
      const revisions = await this.cases.revisionsOf(tx, caseId);
      const decisions = await this.cases.decisionsOf(tx, caseId);
      const conditions = (await this.conditions.ofCases(tx, [caseId])).get(caseId) ?? [];
      const deputies = await this.sight.deputies.madeFor(tx, caseId);
      const spoke = conditions.flatMap(({ steps }) => steps.map(({ by }) => by));
      const named = await this.lines.names(tx, [...revisions.map((each) => each.submittedBy), ...decisions.flatMap((each) => each.decidedBy ?? []), ...spoke, ...[...deputies.values()].map(({ inPlaceOf }) => inPlaceOf)]);
      const [line] = await this.lines.of(tx, actor, [found]);
      const comments = await this.lines.commentsOf(tx, caseId);
      const comparedWith = decidedBefore(found.revision, decisions);
      const before = revisions.find((each) => each.number === comparedWith);
      return {
        ...line!,
        can: { ...line!.can, comment: commentVerdict({ ...seen, status: found.status, said: comments.length }), readComments: readVerdict({ leads: actor.leads(found.organisationId), status: found.status }) },
        comments,
        deputies: await this.sight.deputies.choices(tx, actor, found, line!.check),
        revisions: revisions.map(({ number, snapshot, submittedBy, submittedAt }) => ({
          number,
          snapshot,
          submittedBy: named(submittedBy),
          submittedAt: submittedAt.toISOString(),
        })),
        decisions: decisions.map(({ id, revisionNumber, kind, comment, remarks, decidedBy, rule, decidedAt }) => ({
          id,
          revision: revisionNumber,
          kind,
          comment,
          remarks,
          decidedBy: decidedBy === null ? null : named(decidedBy),
          rule,
          deputy: deputyIn(deputies.get(id), named),
          decidedAt: decidedAt.toISOString(),
        })),
        conditions: conditions.map((each) => toCondition(each, named)),
        approvedRevision: found.approvedRevision,
        comparedWith,
        changes: before ? changesBetween(before.snapshot, revisions[0]!.snapshot) : [],
      };
    });
  }
}

function deputyIn(deputy: Deputy | undefined, named: (id: string) => NamedPerson): CaseDeputy | null {
  return deputy ? { inPlaceOf: named(deputy.inPlaceOf), reason: deputy.reason } : null;
}

function toCondition({ id, decisionId, text, dueOn, blocking, state, steps }: ConditionStory, named: (id: string) => NamedPerson): CaseCondition {
  return { id, decisionId, text, dueOn, blocking, state, steps: steps.map(({ kind, words, by, at }) => ({ kind, words, by: named(by), at: at.toISOString() })) };
}
