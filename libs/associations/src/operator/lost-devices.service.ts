import { Injectable } from '@nestjs/common';
import { Accounts, Passkeys, normaliseEmail } from '@yoriai/identity';
import { Db, refuse } from '@yoriai/platform';

/** For the last administrator who lost their device: nobody else can help. */
@Injectable()
export class LostDevices {
  constructor(
    private readonly db: Db,
    private readonly accounts: Accounts,
    private readonly passkeys: Passkeys,
  ) {}

  /** Removes all devices of the account of this address and ends its sessions. Answers how many. Refuses `account.not-found` (404). */
  reset(email: string): Promise<number> {
    const address = normaliseEmail(email);
    return this.db.transaction(async (tx) => {
      const account = (address.ok ? await this.accounts.byEmail(tx, address.value) : null) ?? refuse('account.not-found', { status: 404 });
      return this.passkeys.reset(tx, { personId: null, reason: 'operator' }, account.accountId);
    });
  }
}
