import { Injectable } from '@nestjs/common';
import { AccessLog, Accounts, Passkeys } from '@yoriai/identity';
import { Clock, Db, jstDate, refuse } from '@yoriai/platform';
import type { Actor } from '../actor/actor.js';
import { LastAdmin } from './last-admin.service.js';
import { mayResetPasskeys } from './officer-term.policy.js';

/** Stopping and reopening a person's login: an administrator's act. */
@Injectable()
export class Suspensions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly lastAdmin: LastAdmin,
    private readonly log: AccessLog,
    private readonly passkeys: Passkeys,
  ) {}

  /** Ends the person's sessions at once and refuses new ones. Refuses `account.not-found` (404), `account.already-suspended`, `officer.last-admin`. */
  async suspend(actor: Actor, personId: string, reason: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (await this.lastAdmin.isAdmin(tx, personId)) await this.lastAdmin.ensureAnother(tx, { personId }, jstDate(this.clock.now()));
      const account = (await this.accounts.ofPerson(tx, personId)) ?? refuse('account.not-found', { status: 404 });
      await this.accounts.suspend(tx, { personId: actor.personId, reason }, account.accountId);
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'account.suspended', subject: `person:${personId}`, reason });
    });
  }

  /** Opens the login again. Refuses `account.not-found` (404), `account.not-suspended`. */
  async reinstate(actor: Actor, personId: string, reason: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const account = (await this.accounts.ofPerson(tx, personId)) ?? refuse('account.not-found', { status: 404 });
      await this.accounts.reinstate(tx, { personId: actor.personId, reason }, account.accountId);
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'account.reinstated', subject: `person:${personId}`, reason });
    });
  }

  /** Removes all devices of somebody else who lost theirs, and ends their sessions; answers how many there were. Refuses `passkey.own` for one's own, `account.not-found` (404). */
  async resetPasskeys(actor: Actor, personId: string, reason: string): Promise<{ removed: number }> {
    const may = mayResetPasskeys(actor, personId);
    if (may !== true) refuse(may, may === 'access.forbidden' ? { status: 403 } : {});
    return this.db.transaction(async (tx) => {
      const account = (await this.accounts.ofPerson(tx, personId)) ?? refuse('account.not-found', { status: 404 });
      return { removed: await this.passkeys.reset(tx, { personId: actor.personId, reason }, account.accountId) };
    });
  }
}
