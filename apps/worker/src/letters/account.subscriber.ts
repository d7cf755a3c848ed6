import { Injectable } from '@nestjs/common';
import { Invitations } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { Passkeys, SignIn } from '@yoriai/identity';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';

/** Letters that let somebody in go before all others. The rows carry ids only; link and code are derived when they are sent. */
@Injectable()
export class AccountLettersSubscriber {
  constructor(
    private readonly signIns: SignIn,
    private readonly invitations: Invitations,
    private readonly deliveries: Deliveries,
    private readonly passkeys: Passkeys,
  ) {}

  @OnMessage('identity.sign-in-requested', 'letters.sign-in')
  async signIn(tx: Tx, { signInRequestId }: Messages['identity.sign-in-requested'], _facts: MessageFacts): Promise<void> {
    const letter = await this.signIns.letterOf(tx, signInRequestId);
    if (!letter) return;
    const validUntil = 'expiresAt' in letter ? letter.expiresAt : undefined;
    const draft = { dedupeKey: `sign-in:${signInRequestId}`, kind: 'sign-in', purpose: 'sign-in', template: 'sign-in', validUntil } as const;
    await this.deliveries.add(tx, [{ ...draft, personId: null, eventId: null, address: letter.email, params: { signInRequestId } }]);
  }

  @OnMessage('associations.officer-invited', 'letters.officer-invited')
  async invited(tx: Tx, { invitationId }: Messages['associations.officer-invited'], _facts: MessageFacts): Promise<void> {
    const letter = await this.invitations.letterOf(tx, invitationId);
    if (!letter) return;
    const draft = { dedupeKey: `officer-invited:${invitationId}`, kind: 'officer-invited', purpose: 'invitation', template: 'officer-invited' } as const;
    await this.deliveries.add(tx, [{ ...draft, personId: null, eventId: null, address: letter.email, params: { invitationId }, validUntil: letter.expiresAt }]);
  }

  @OnMessage('identity.passkey-changed', 'letters.passkey-changed')
  async passkeyChanged(tx: Tx, { accountId, change }: Messages['identity.passkey-changed'], { messageId, at }: MessageFacts): Promise<void> {
    const owner = await this.passkeys.ownerOf(tx, accountId);
    if (!owner) return;
    const draft = { dedupeKey: `passkey-changed:${messageId}`, kind: 'passkey-changed', purpose: 'sign-in', template: 'passkey-changed' } as const;
    await this.deliveries.add(tx, [{ ...draft, personId: owner.personId, eventId: null, address: owner.email, params: { accountId, change, at: at.toISOString() } }]);
  }
}
