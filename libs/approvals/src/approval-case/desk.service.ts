import { Injectable } from '@nestjs/common';
import { Organisations, type Actor } from '@yoriai/associations';
import { People } from '@yoriai/identity';
import { Clock, Db, jstDate, refuse, type Tx } from '@yoriai/platform';
import { type ApprovalCaseEntity } from './approval-case.entity.js';
import { CaseCondition, CaseDetail, CaseLine, DESK_PAGE_SIZE, type DeskPage, type DeskQuery, type NamedPerson } from './approval-case.dto.js';
import { maySeeCase, maySeeDesk } from './approval-case.policy.js';
import { ApprovalCaseRepository } from './approval-case.repository.js';
import { decidedBefore, decisionVerdict } from './approval-case.rules.js';
import { changesBetween } from './changes.rules.js';
import { Conditions, type ConditionStory } from '../condition/conditions.service.js';
import { businessDaysLeft } from './due.rules.js';

/** The approval desk: what waits for the ward, and one case with its whole story. */
@Injectable()
export class ApprovalDesk {
  constructor(
    private readonly db: Db,
    private readonly cases: ApprovalCaseRepository,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly clock: Clock,
    private readonly conditions: Conditions,
  ) {}

  /** What waits soonest due first, what is over newest first; 50 a page. Refuses `approval.staff-only` (403). */
  list(actor: Actor, query: DeskQuery): Promise<DeskPage> {
    if (!maySeeDesk(actor)) return refuse('approval.staff-only', { status: 403 });
    return this.db.read(async (tx) => {
      const [found, total] = await this.cases.page(tx, {
        status: query.status,
        skip: (query.page - 1) * DESK_PAGE_SIZE,
        take: DESK_PAGE_SIZE,
      });
      return { items: await this.lines(tx, actor, found), total, page: query.page, pageSize: DESK_PAGE_SIZE };
    });
  }

  /** One case. Refuses `approval.not-found` (404), also for those who may not see it. */
  detail(actor: Actor, caseId: string): Promise<CaseDetail> {
    return this.db.read(async (tx) => {
      const found = await this.cases.byId(tx, caseId);
      if (!found || !maySeeCase(actor, found.organisationId)) return refuse('approval.not-found', { status: 404 });
      const revisions = await this.cases.revisionsOf(tx, caseId);
      const decisions = await this.cases.decisionsOf(tx, caseId);
      const conditions = (await this.conditions.ofCases(tx, [caseId])).get(caseId) ?? [];
      const spoke = conditions.flatMap(({ steps }) => steps.map(({ by }) => by));
      const named = await this.names(tx, [...revisions.map((each) => each.submittedBy), ...decisions.flatMap((each) => each.decidedBy ?? []), ...spoke]);
      const [line] = await this.lines(tx, actor, [found]);
      const comparedWith = decidedBefore(found.revision, decisions);
      const before = revisions.find((each) => each.number === comparedWith);
      return {
        ...line!,
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
          decidedAt: decidedAt.toISOString(),
        })),
        conditions: conditions.map((each) => toCondition(each, named)),
        approvedRevision: found.approvedRevision,
        comparedWith,
        changes: before ? changesBetween(before.snapshot, revisions[0]!.snapshot) : [],
      };
    });
  }

  private async lines(tx: Tx, actor: Actor, found: ApprovalCaseEntity[]): Promise<CaseLine[]> {
    const organisations = await this.organisations.byIds(tx, [...new Set(found.map((each) => each.organisationId))]);
    const named = await this.names(tx, found.map((each) => each.submittedBy));
    const ids = found.map((each) => each.id);
    const looks = await this.cases.looksOf(tx, ids);
    const rules = await this.cases.rulesOf(tx, ids);
    const today = jstDate(this.clock.now());
    return found.map((each) => {
      const organisation = organisations.get(each.organisationId);
      return {
        id: each.id,
        subjectKind: each.subjectKind,
        subjectId: each.subjectId,
        title: each.title,
        kana: looks.get(each.id)?.kana ?? null,
        field: looks.get(each.id)?.field ?? null,
        organisation: { id: each.organisationId, name: organisation?.name ?? '', areaName: organisation?.areaName ?? null },
        status: each.status,
        revision: each.revision,
        isChange: each.approvedRevision !== null && each.approvedRevision < each.revision,
        rule: rules.get(each.id) ?? null,
        submittedBy: named(each.submittedBy),
        submittedAt: each.submittedAt.toISOString(),
        dueOn: each.dueOn,
        businessDaysLeft: businessDaysLeft(today, each.dueOn),
        can: { decide: mayDecide(actor, each) },
      };
    });
  }

  private async names(tx: Tx, personIds: string[]): Promise<(id: string) => NamedPerson> {
    const summaries = await this.people.summaries(tx, [...new Set(personIds)]);
    return (id) => ({ id, name: summaries.get(id)?.name ?? '' });
  }
}

function toCondition({ id, decisionId, text, dueOn, blocking, state, steps }: ConditionStory, named: (id: string) => NamedPerson): CaseCondition {
  return { id, decisionId, text, dueOn, blocking, state, steps: steps.map(({ kind, words, by, at }) => ({ kind, words, by: named(by), at: at.toISOString() })) };
}

function mayDecide(actor: Actor, approvalCase: ApprovalCaseEntity): true | string {
  if (!actor.isApprover()) return 'approval.approver-only';
  const { status, submittedBy } = approvalCase;
  return decisionVerdict({ kind: 'approved', status, submittedBy, decidedBy: actor.personId, comment: null });
}
