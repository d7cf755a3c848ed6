import { Injectable } from '@nestjs/common';
import { Outbox, type Tx } from '@yoriai/platform';
import { AccessLog } from '../access-log/access-log.service.js';
import { Sessions } from '../session/session.service.js';

/** A change of one's own devices. */
export interface OwnChange {
  accountId: string;
  personId: string;
  passkeyId: string;
}

/** What follows when devices of an account changed: a line in the log, a letter to its owner, the end of sessions. After the keys went, so that who comes in at this moment is seen. */
@Injectable()
export class PasskeyChanges {
  constructor(
    private readonly sessions: Sessions,
    private readonly outbox: Outbox,
    private readonly log: AccessLog,
  ) {}

  added(tx: Tx, change: OwnChange): Promise<void> {
    return this.note(tx, 'added', change);
  }

  /** Ends what else was begun by a device, but for the session that removes it. */
  async removed(tx: Tx, change: OwnChange, sessionId: string): Promise<void> {
    await this.sessions.endBegunByDevice(tx, change.accountId, sessionId);
    await this.note(tx, 'removed', change);
  }

  /** All are gone: so are all sessions. */
  async reset(tx: Tx, by: { personId: string | null; reason: string }, accountId: string, rowCount: number): Promise<void> {
    await this.sessions.endAllOf(tx, accountId, 'revoked');
    await this.log.add(tx, { actorPersonId: by.personId, action: 'passkey.reset', subject: `account:${accountId}`, reason: by.reason, rowCount });
    await this.outbox.add(tx, 'identity.passkey-changed', { accountId, passkeyId: null, change: 'reset' });
  }

  private async note(tx: Tx, change: 'added' | 'removed', { accountId, personId, passkeyId }: OwnChange): Promise<void> {
    await this.log.add(tx, { actorPersonId: personId, action: `passkey.${change}`, subject: `passkey:${passkeyId}` });
    await this.outbox.add(tx, 'identity.passkey-changed', { accountId, passkeyId, change });
  }
}
