import { Injectable } from '@nestjs/common';
import { Organisations, type Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Clock, Db, constraintRefusals, refuse, type Tx } from '@yoriai/platform';
import { ApprovalCaseRepository } from '../approval-case/approval-case.repository.js';
import { CaseLines } from '../approval-case/case-lines.js';
import type { FirstCheckCouncils, FirstCheckDeskPage, FirstCheckRuleRequest } from './first-check.dto.js';
import { FirstCheckRepository } from './first-check.repository.js';

constraintRefusals({ first_check_rule_one_per_area: 'first-check.area-taken' });

/** Cases that one answer lists. */
const MOST = 100;

/** What waits for a council. */
@Injectable()
export class FirstCheckDesk {
  constructor(
    private readonly db: Db,
    private readonly checks: FirstCheckRepository,
    private readonly cases: ApprovalCaseRepository,
    private readonly lines: CaseLines,
  ) {}

  /** What waits for the councils that the actor leads, the soonest due first. */
  list(actor: Actor): Promise<FirstCheckDeskPage> {
    return this.db.read(async (tx) => {
      const led = actor.grants.map(({ organisationId }) => organisationId).filter((id) => actor.leads(id));
      const waiting = led.length === 0 ? [] : await this.checks.waitingFor(tx, led, MOST);
      const found = new Map((await this.cases.byIds(tx, waiting.map(({ caseId }) => caseId))).map((each) => [each.id, each]));
      return { items: await this.lines.of(tx, actor, waiting.flatMap(({ caseId }) => found.get(caseId) ?? [])) };
    });
  }
}

/** Which councils look first: the ward office says so. */
@Injectable()
export class FirstCheckRules {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly checks: FirstCheckRepository,
    private readonly organisations: Organisations,
    private readonly log: AccessLog,
  ) {}

  /** The councils of the ward, each with its rule or none. Refuses `approval.staff-only` (403). */
  list(actor: Actor): Promise<FirstCheckCouncils> {
    insistOnStaff(actor);
    return this.db.read((tx) => this.councils(tx, actor));
  }

  /** A council looks first from now on; what has been handed in already is not asked again. Refuses `approval.staff-only` (403), `organisation.not-found` (404), `first-check.no-council` (422), `first-check.area-taken` (409). */
  set(actor: Actor, councilId: string, { kinds, businessDays }: FirstCheckRuleRequest): Promise<FirstCheckCouncils> {
    insistOnStaff(actor);
    return this.db.transaction(async (tx) => {
      const { kind, areaId, status } = await this.organisations.byId(tx, councilId);
      if (kind !== 'council' || areaId === null || status !== 'active') return refuse('first-check.no-council', { status: 422 });
      const some = kinds && kinds.length > 0 ? [...new Set(kinds)] : null;
      await this.checks.set(tx, { councilId, areaId, kinds: some, businessDays, by: actor.personId, at: this.clock.now() });
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'first-check.set', subject: `organisation:${councilId}`, reason: `${businessDays} days, ${some?.join(' ') ?? 'all kinds'}` });
      return this.councils(tx, actor);
    });
  }

  /** It looks first no more; what waits for it waits until it answers or its days are over. Refuses `approval.staff-only` (403), `first-check.not-set` (404). */
  unset(actor: Actor, councilId: string): Promise<FirstCheckCouncils> {
    insistOnStaff(actor);
    return this.db.transaction(async (tx) => {
      if (!(await this.checks.unset(tx, councilId))) return refuse('first-check.not-set', { status: 404 });
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'first-check.unset', subject: `organisation:${councilId}` });
      return this.councils(tx, actor);
    });
  }

  private async councils(tx: Tx, actor: Actor): Promise<FirstCheckCouncils> {
    const rules = new Map((await this.checks.rules(tx)).map(({ councilId, kinds, businessDays }) => [councilId, { kinds: kinds === null ? null : [...kinds], businessDays }]));
    const councils = (await this.organisations.visibleTo(tx, actor)).filter(({ id, kind, status }) => rules.has(id) || (kind === 'council' && status === 'active'));
    return { items: councils.map(({ id, name, areaName }) => ({ id, name, areaName: areaName ?? '', rule: rules.get(id) ?? null })) };
  }
}

function insistOnStaff(actor: Actor): void {
  if (!actor.isStaff()) refuse('approval.staff-only', { status: 403 });
}
