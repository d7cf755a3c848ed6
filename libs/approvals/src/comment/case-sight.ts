import { Injectable } from '@nestjs/common';
import { Organisations, type Actor } from '@yoriai/associations';
import type { Tx } from '@yoriai/platform';
import type { ApprovalCaseEntity } from '../approval-case/approval-case.entity.js';
import { centreFor, isSupported, maySeeCase } from '../approval-case/approval-case.policy.js';
import { FirstCheckRepository } from '../first-check/first-check.repository.js';
import { Deputies } from '../waiting/deputies.service.js';

/** Who sees a case, and as what. */
@Injectable()
export class CaseSight {
  constructor(
    private readonly checks: FirstCheckRepository,
    private readonly organisations: Organisations,
    /** In whose place it is, and was, decided. */
    readonly deputies: Deputies,
  ) {}

  /** As what the actor sees it: `centreId` where a community centre of theirs supports its host. Null where they don't. */
  async of(tx: Tx, actor: Actor, found: ApprovalCaseEntity | null): Promise<{ centreId: string | null } | null> {
    if (!found) return null;
    const host = (await this.organisations.byIds(tx, [found.organisationId])).get(found.organisationId);
    const centreId = host && isSupported(found) ? centreFor(actor, host) : null;
    // A council sees while it has it, and not what comes of it.
    const looking = found.status === 'pending' ? (await this.checks.ofCases(tx, [found.id])).find(({ revision, outcome }) => revision === found.revision && outcome === null) : undefined;
    return centreId !== null || maySeeCase(actor, found.organisationId, looking?.councilId ?? null) ? { centreId } : null;
  }

  /** The hosts that the actor's community centres support. */
  async supported(tx: Tx, actor: Actor): Promise<string[]> {
    if (!actor.has('center')) return [];
    return (await this.organisations.visibleTo(tx, actor)).filter((host) => centreFor(actor, host) !== null).map(({ id }) => id);
  }
}
