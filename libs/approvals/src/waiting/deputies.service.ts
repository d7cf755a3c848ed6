import { Injectable } from '@nestjs/common';
import { Officers, type Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Clock, jstDate, refuse, type DateOnly, type RefusalStatus, type Tx } from '@yoriai/platform';
import type { ApprovalCaseEntity } from '../approval-case/approval-case.entity.js';
import { ApprovalCaseRepository } from '../approval-case/approval-case.repository.js';
import { FirstCheckRepository } from '../first-check/first-check.repository.js';
import { lastConfirmer, type FirstCheckOutcome } from '../first-check/first-check.rules.js';
import { WaitingRepository } from './waiting.repository.js';
import { couldDecide, deputyFrom, deputyVerdict, type Deputy } from './waiting.rules.js';

const STATUS_OF: Readonly<Record<string, RefusalStatus>> = { 'approval.deputy-unknown': 422, 'approval.deputy-reason': 422 };

/** In whose place an approver may decide, and from when. */
export interface DeputyChoices {
  from: DateOnly;
  people: { id: string; name: string }[];
}

/** What is known of the look of a council. */
interface Looked {
  outcome: FirstCheckOutcome | null;
  at: Date | string | null;
}

/** 代決: once a case has waited five business days, an approver may decide in the place of another, and says why (docs/adr/0080). */
@Injectable()
export class Deputies {
  constructor(
    private readonly clock: Clock,
    private readonly officers: Officers,
    private readonly waiting: WaitingRepository,
    private readonly log: AccessLog,
    private readonly cases: ApprovalCaseRepository,
    private readonly checks: FirstCheckRepository,
  ) {}

  /** Approvers of the ward besides the actor who could have decided; nobody before its day. Null where the actor decides nothing, or a council still has it. */
  async choices(tx: Tx, actor: Actor, found: ApprovalCaseEntity, check: Looked | null): Promise<DeputyChoices | null> {
    if (!actor.isApprover() || found.status !== 'pending' || check?.outcome === null) return null;
    const from = deputyFrom(sinceOf(found, check));
    if (this.today() < from) return { from, people: [] };
    const people = await this.approvers(tx, found);
    people.delete(actor.personId);
    return { from, people: [...people].map(([id, name]) => ({ id, name })) };
  }

  /** In whose place the decisions of a case were made, by decision; for who sees the case. */
  madeFor(tx: Tx, caseId: string): Promise<Map<string, Deputy>> {
    return this.waiting.deputiesOf(tx, caseId);
  }

  /**
   * Writes down in whose place a decision was made, and logs it. Refuses `approval.deputy-too-early` (409), `approval.deputy-unknown`
   * (422: nobody who could have decided) and `approval.deputy-reason` (422).
   */
  async record(tx: Tx, { found, check, decision, deputy }: { found: ApprovalCaseEntity; check: Looked | null; decision: { id: string; decidedBy: string }; deputy: Deputy }): Promise<void> {
    const { decidedBy } = decision;
    const approvers = [...(await this.approvers(tx, found)).keys()];
    const verdict = deputyVerdict({ today: this.today(), since: sinceOf(found, check), approvers, decidedBy, deputy });
    if (verdict !== true) return refuse(verdict, { status: STATUS_OF[verdict] ?? 409 });
    await this.waiting.addDeputy(tx, decision, deputy);
    await this.log.add(tx, { actorPersonId: decidedBy, action: 'approval.deputised', subject: `case:${found.id}`, reason: deputy.reason.trim() });
  }

  /** The names of those who could have decided, by person. */
  private async approvers(tx: Tx, { id, submittedBy, approvedRevision }: ApprovalCaseEntity): Promise<Map<string, string>> {
    const names = new Map((await this.officers.holders(tx, ['approver'])).map(({ person }) => [person.id, person.name]));
    const helpers = (await this.cases.looksOf(tx, [id])).get(id)?.helpers ?? [];
    const confirmedBy = lastConfirmer(await this.checks.ofCases(tx, [id]), approvedRevision);
    return new Map(couldDecide([...names.keys()], { submittedBy, helpers, confirmedBy }).map((personId) => [personId, names.get(personId) ?? '']));
  }

  private today(): DateOnly {
    return jstDate(this.clock.now());
  }
}

/** Since when it is the ward's to decide. */
function sinceOf({ submittedAt }: ApprovalCaseEntity, check: Looked | null): DateOnly {
  return jstDate(new Date(check?.at ?? submittedAt));
}
