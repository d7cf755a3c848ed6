import { Injectable } from '@nestjs/common';
import { Invitations, type InvitationView } from '@yoriai/associations';
import { Passkeys, SignIn, type SignInLetter } from '@yoriai/identity';
import type { Letter } from '@yoriai/notifications';
import type { Tx } from '@yoriai/platform';
import { dateTime, dateWithYear, timeOfDay } from '@yoriai/ui';
import { Desk, idsOf, type Renderer } from './desk.js';

/** Letters that let somebody in. Link and code are derived at the moment of writing; nothing plain is stored. */
@Injectable()
export class AccountLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    'sign-in': this.each('signInRequestId', (tx, id) => this.signIn(tx, id)),
    'officer-invited': this.each('invitationId', (tx, id) => this.invited(tx, id)),
    'passkey-changed': (tx, deliveries) => this.passkeysChanged(tx, deliveries),
  };

  constructor(
    private readonly desk: Desk,
    private readonly signIns: SignIn,
    private readonly invitations: Invitations,
    private readonly passkeys: Passkeys,
  ) {}

  /** These come one by one, so they are read one by one. A letter whose address has changed since is not sent. */
  private each(param: string, write: (tx: Tx, id: string) => Promise<{ to: string; letter: Letter } | null>): Renderer {
    return async (tx, deliveries) => {
      const letters = new Map<string, Letter>();
      for (const delivery of deliveries) {
        const written = await write(tx, idsOf(delivery, param)[0] ?? '');
        if (written?.to === delivery.address) letters.set(delivery.id, written.letter);
      }
      return letters;
    };
  }

  private async signIn(tx: Tx, id: string): Promise<{ to: string; letter: Letter } | null> {
    const facts = await this.signIns.letterOf(tx, id);
    return facts && { to: facts.email, letter: 'code' in facts ? this.withCode(facts) : this.withoutCode(facts) };
  }

  private withCode({ kind, language, code, linkToken, expiresAt }: Extract<SignInLetter, { code: string }>): Letter {
    const desk = this.desk.in(language);
    const { t, links } = desk;
    return desk.letter({
      subject: t('mail.sign-in.subject', { code }),
      lead: [t(kind === 'registration' ? 'mail.registration.lead' : 'mail.sign-in.lead')],
      blocks: [{ facts: [[t('mail.label.code'), code]], link: { label: t('mail.sign-in.link'), url: links.signIn(linkToken) } }],
      after: [t('mail.sign-in.expires', { at: timeOfDay(t, expiresAt) }), t('mail.sign-in.never-tell')],
      notYou: true,
    });
  }

  private withoutCode({ kind, language }: Exclude<SignInLetter, { code: string }>): Letter {
    const desk = this.desk.in(language);
    const { t, links } = desk;
    if (kind === 'suspended') return desk.letter({ subject: t('mail.suspended.subject'), lead: [t('mail.suspended.lead')], blocks: [], after: [], notYou: true });
    return desk.letter({
      subject: t('mail.no-account.subject'),
      lead: [t('mail.no-account.lead')],
      blocks: [{ facts: [], link: { label: t('mail.no-account.register'), url: links.register() } }],
      after: [t('mail.no-account.participant')],
      notYou: true,
    });
  }

  /** Whoever added or removed it: the owner of the account reads when. */
  private async passkeysChanged(tx: Tx, deliveries: Parameters<Renderer>[1]): Promise<ReadonlyMap<string, Letter>> {
    const letters = new Map<string, Letter>();
    for (const { id, address, params } of deliveries) {
      const { accountId, change, at } = params as { accountId: string; change: 'added' | 'removed' | 'reset'; at: string };
      const owner = await this.passkeys.ownerOf(tx, accountId);
      if (owner?.email !== address) continue;
      const desk = this.desk.in(owner.language);
      const { t, links } = desk;
      const subject = t(({ added: 'mail.passkey.subject.added', removed: 'mail.passkey.subject.removed', reset: 'mail.passkey.subject.reset' } as const)[change]);
      const lead = t(({ added: 'mail.passkey.lead.added', removed: 'mail.passkey.lead.removed', reset: 'mail.passkey.lead.reset' } as const)[change], { at: dateTime(t, at) });
      letters.set(id, desk.letter({ subject, lead: [lead], blocks: [{ facts: [], link: { label: t('mail.passkey.link'), url: links.passkeys() } }], after: [t('mail.passkey.not-me')] }));
    }
    return letters;
  }

  private async invited(tx: Tx, id: string): Promise<{ to: string; letter: Letter } | null> {
    const facts = await this.invitations.letterOf(tx, id);
    return facts && { to: facts.email, letter: this.invitation(facts) };
  }

  private invitation({ language, organisation, fromWard, title, termStartsOn, termEndsOn, expiresAt, token }: InvitationView & { token: string }): Letter {
    const desk = this.desk.in(language);
    const { t, links } = desk;
    const from = fromWard ? t('mail.invitation.ward', { ward: desk.wardName }) : organisation.name;
    const words = { organisation: organisation.name, title, from };
    return desk.letter({
      subject: t(fromWard && organisation.kind !== 'ward-office' ? 'mail.invitation.subject.ward' : 'mail.invitation.subject', words),
      lead: [t('mail.invitation.lead', words)],
      blocks: [
        {
          heading: organisation.name,
          facts: [
            [t('mail.label.role'), title],
            [t('mail.label.term'), t('mail.term', { from: dateWithYear(t, termStartsOn), until: dateWithYear(t, termEndsOn) })],
          ],
          link: { label: t('mail.invitation.link'), url: links.invitation(token) },
        },
      ],
      after: [t('mail.invitation.expires', { at: dateTime(t, expiresAt) })],
      notYou: true,
    });
  }
}
