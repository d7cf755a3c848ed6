import { Injectable } from '@nestjs/common';
import { Organisations, type Actor } from '@yoriai/associations';
import { People } from '@yoriai/identity';
import { Clock, jstDate, type Tx } from '@yoriai/platform';
import { FirstCheckRepository, type FirstCheck } from '../first-check/first-check.repository.js';
import type { ApprovalCaseEntity } from './approval-case.entity.js';
import { CommentRepository } from '../comment/comment.repository.js';
import type { CaseCheck, CaseComment, CaseLine, NamedPerson } from './approval-case.dto.js';
import { ApprovalCaseRepository } from './approval-case.repository.js';
import { lastConfirmer } from '../first-check/first-check.rules.js';
import { decisionVerdict } from './approval-case.rules.js';
import { businessDaysLeft } from './due.rules.js';

/** Lines of lists of cases, with the names on them. */
@Injectable()
export class CaseLines {
  constructor(
    private readonly cases: ApprovalCaseRepository,
    private readonly checks: FirstCheckRepository,
    private readonly people: People,
    private readonly organisations: Organisations,
    private readonly clock: Clock,
    private readonly comments: CommentRepository,
  ) {}

  /** Seven statements at most, whatever their number. */
  async of(tx: Tx, actor: Actor, found: ApprovalCaseEntity[]): Promise<CaseLine[]> {
    const ids = found.map((each) => each.id);
    const looks = await this.checks.ofCases(tx, ids);
    const checks = new Map(looks.filter((check) => found.some(({ id, revision }) => id === check.caseId && revision === check.revision)).map((check) => [check.caseId, check]));
    const organisations = await this.organisations.byIds(tx, [...found.map((each) => each.organisationId), ...[...checks.values()].map(({ councilId }) => councilId)]);
    const named = await this.names(tx, [...found.map((each) => each.submittedBy), ...[...checks.values()].flatMap(({ by }) => by ?? [])]);
    const titles = await this.cases.looksOf(tx, ids);
    const rules = await this.cases.rulesOf(tx, ids);
    const said = await this.comments.counts(tx, ids);
    const today = jstDate(this.clock.now());
    return found.map((each) => {
      const organisation = organisations.get(each.organisationId);
      return {
        id: each.id,
        subjectKind: each.subjectKind,
        subjectId: each.subjectId,
        title: each.title,
        kana: titles.get(each.id)?.kana ?? null,
        field: titles.get(each.id)?.field ?? null,
        organisation: { id: each.organisationId, name: organisation?.name ?? '', areaName: organisation?.areaName ?? null },
        status: each.status,
        revision: each.revision,
        isChange: each.approvedRevision !== null && each.approvedRevision < each.revision,
        rule: rules.get(each.id) ?? null,
        submittedBy: named(each.submittedBy),
        submittedAt: each.submittedAt.toISOString(),
        dueOn: each.dueOn,
        businessDaysLeft: businessDaysLeft(today, each.dueOn),
        comments: said.get(each.id) ?? 0,
        check: toCheck(checks.get(each.id), (id) => organisations.get(id)?.name ?? '', named),
        can: { decide: mayDecide(actor, each, checks.get(each.id), { confirmedBy: lastConfirmer(looks.filter(({ caseId }) => caseId === each.id), each.approvedRevision), helpers: titles.get(each.id)?.helpers ?? [] }) },
      };
    });
  }

  /** What community centres said about a case, newest first. */
  async commentsOf(tx: Tx, caseId: string): Promise<CaseComment[]> {
    const said = await this.comments.ofCase(tx, caseId);
    if (said.length === 0) return [];
    const centres = await this.organisations.byIds(tx, said.map(({ centreId }) => centreId));
    const named = await this.names(tx, said.map(({ by }) => by));
    return said.map(({ id, revision, centreId, words, by, at, readAt }) => ({ id, revision, centreName: centres.get(centreId)?.name ?? '', words, by: named(by), at: at.toISOString(), readAt: readAt?.toISOString() ?? null }));
  }

  /** People by id, as a line names them. */
  async names(tx: Tx, personIds: string[]): Promise<(id: string) => NamedPerson> {
    const summaries = await this.people.summaries(tx, [...new Set(personIds)]);
    return (id) => ({ id, name: summaries.get(id)?.name ?? '' });
  }
}

function toCheck(check: FirstCheck | undefined, council: (id: string) => string, named: (id: string) => NamedPerson): CaseCheck | null {
  if (!check) return null;
  const { councilId, dueOn, outcome, words, by, at } = check;
  return { councilName: council(councilId), dueOn, outcome, words, by: by === null ? null : named(by), at: at?.toISOString() ?? null };
}

function mayDecide(actor: Actor, approvalCase: ApprovalCaseEntity, check: FirstCheck | undefined, { confirmedBy, helpers }: { confirmedBy: string | null; helpers: readonly string[] }): true | string {
  if (!actor.isApprover()) return 'approval.approver-only';
  if (check?.outcome === null) return 'approval.with-council';
  // Who confirmed for the council has looked once; the ward's eyes are others.
  if (confirmedBy === actor.personId) return 'event.own-check';
  const { status, submittedBy } = approvalCase;
  return decisionVerdict({ kind: 'approved', status, submittedBy, helpers, decidedBy: actor.personId, comment: null });
}
