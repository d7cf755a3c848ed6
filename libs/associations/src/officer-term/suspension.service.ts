import { Injectable } from '@nestjs/common';
import { AccessLog, Accounts, Passkeys, type PasskeySummary } from '@yoriai/identity';
import { Clock, Db, jstDate, refuse, type Tx } from '@yoriai/platform';
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

  /** The devices of somebody else who lost one, before they are removed; a logged read. Refuses what {@link resetPasskeys} does. */
  async devicesOf(actor: Actor, personId: string): Promise<PasskeySummary[]> {
    return this.db.transaction(async (tx) => {
      const { accountId } = await this.toReset(tx, actor, personId);
      const devices = await this.passkeys.list(tx, accountId);
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'passkeys.listed', subject: `person:${personId}`, rowCount: devices.length });
      return devices;
    });
  }

  /** Removes all devices of somebody else who lost theirs, and ends their sessions; answers how many there were. Refuses `passkey.own` for one's own, `account.not-found` (404). */
  async resetPasskeys(actor: Actor, personId: string, reason: string): Promise<{ removed: number }> {
    return this.db.transaction(async (tx) => {
      const { accountId } = await this.toReset(tx, actor, personId);
      return { removed: await this.passkeys.reset(tx, { personId: actor.personId, reason }, accountId) };
    });
  }

  private async toReset(tx: Tx, actor: Actor, personId: string): Promise<{ accountId: string }> {
    const may = mayResetPasskeys(actor, personId);
    if (may !== true) refuse(may, may === 'access.forbidden' ? { status: 403 } : {});
    return (await this.accounts.ofPerson(tx, personId)) ?? refuse('account.not-found', { status: 404 });
  }
}
