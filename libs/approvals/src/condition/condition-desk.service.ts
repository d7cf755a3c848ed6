import { Injectable } from '@nestjs/common';
import { Organisations, type Actor } from '@yoriai/associations';
import { Clock, Db, jstDate, refuse } from '@yoriai/platform';
import type { DeskConditions } from '../approval-case/approval-case.dto.js';
import { maySeeDesk } from '../approval-case/approval-case.policy.js';
import { ApprovalCaseRepository } from '../approval-case/approval-case.repository.js';
import { ConditionRepository } from './condition.repository.js';
import { stepVerdict } from './condition.rules.js';

/** As many as anybody reads through; those behind come up when the first are done. */
const MOST = 100;

/** The ward's list of conditions: what was reported and wants confirming, and what is late. */
@Injectable()
export class ConditionDesk {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly conditions: ConditionRepository,
    private readonly cases: ApprovalCaseRepository,
    private readonly organisations: Organisations,
  ) {}

  /** What waits for the ward first, of this what keeps something back, then soonest due; 100 at most. Refuses `approval.staff-only` (403). */
  list(actor: Actor): Promise<DeskConditions> {
    if (!maySeeDesk(actor)) return refuse('approval.staff-only', { status: 403 });
    return this.db.read(async (tx) => {
      const found = await this.conditions.forDesk(tx, jstDate(this.clock.now()), MOST);
      const hosts = await this.organisations.byIds(tx, [...new Set(found.map(({ organisationId }) => organisationId))]);
      const looks = await this.cases.looksOf(tx, [...new Set(found.map(({ caseId }) => caseId))]);
      const items = found.map(({ id, caseId, subjectKind, subjectId, title, organisationId, text, dueOn, blocking, state, parties }) => {
        const host = hosts.get(organisationId);
        const organisation = { id: organisationId, name: host?.name ?? '', areaName: host?.areaName ?? null };
        return { id, caseId, subjectKind, subjectId, title, kana: looks.get(caseId)?.kana ?? null, organisation, text, dueOn, blocking, state, can: { confirm: stepVerdict('confirmed', { state, parties, by: actor.personId }) } };
      });
      return { items };
    });
  }
}
