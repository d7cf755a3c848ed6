import { Injectable } from '@nestjs/common';
import { Clock, Config, Db, jstDate } from '@yoriai/platform';
import { Sessions, heldBack, type SignedIn } from '@yoriai/identity';
import { OfficerTermRepository } from '../officer-term/officer-term.repository.js';
import { Actor, isOffice, type Role } from './actor.js';

/** Roles that see other people's data: their sessions are short. */
const WARD_ROLES: readonly Role[] = ['staff', 'approver', 'privacy-officer', 'admin', 'center'];

/** From a session cookie to the person and the rights of this very moment. */
@Injectable()
export class ActorLoader {
  constructor(
    private readonly db: Db,
    private readonly sessions: Sessions,
    private readonly terms: OfficerTermRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Null for a token that is unknown, ended or too old. Rights are read anew each time, so they end with the term. A session that is
   * held back (docs/adr/0089) has those of a member at most, and says why.
   */
  async byToken(token: string): Promise<{ actor: Actor; signedIn: SignedIn } | null> {
    return this.db.transaction(async (tx) => {
      const signedIn = await this.sessions.byToken(tx, token);
      if (!signedIn) return null;
      const grants = await this.terms.grantsOf(tx, signedIn.personId, jstDate(this.clock.now()));
      const staff = grants.some((grant) => WARD_ROLES.includes(grant.role));
      if (!(await this.sessions.hold(tx, signedIn, staff))) return null;
      const { personId, accountId, sessionId, name } = signedIn;
      const held = heldBack(signedIn, { required: this.config.passkeys === 'required', seesOthers: grants.some(isOffice) });
      const actor = new Actor({ personId, accountId, sessionId, name, grants: held === null ? grants : grants.filter((grant) => !isOffice(grant)) });
      return { actor, signedIn: { ...signedIn, held } };
    });
  }
}
