import { Injectable } from '@nestjs/common';
import { MembershipAsking, Officers, Organisations, type MembershipRow, type OrganisationSummary } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { Deliveries, type Letter } from '@yoriai/notifications';
import { OnMessage, jstDate, type MessageFacts, type Tx } from '@yoriai/platform';
import { isLang } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer, type WritingPlace } from './desk.js';
import { LetterFacts } from './facts.js';
import { greetingOf } from './words.js';

const A_WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** 加入の相談: to who asked, and to who leads the association, without who it is: that is read in the App, where reading is logged. */
@Injectable()
export class MembershipLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = { 'membership-asked': this.each('membership-asked'), 'membership-new': this.each('membership-new') };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly asking: MembershipAsking,
    private readonly organisations: Organisations,
  ) {}

  private each(what: 'membership-asked' | 'membership-new'): Renderer {
    return async (tx, deliveries) => {
      const found = await this.asking.byIds(tx, deliveries.flatMap((one) => idsOf(one, 'membershipId')));
      const organisations = await this.organisations.byIds(tx, [...found.values()].map(({ organisationId }) => organisationId));
      const awaited = await this.asking.awaited(tx, [...organisations.keys()]);
      const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
      return lettersOf(deliveries, (delivery) => {
        const request = found.get(idsOf(delivery, 'membershipId')[0] ?? '');
        const organisation = organisations.get(request?.organisationId ?? '');
        if (request === undefined || organisation === undefined) return null;
        if (what === 'membership-new') return awaited.has(request.organisationId) ? toLeader(this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja'), organisation) : null;
        if (request.state !== 'waiting' || request.forgottenAt !== null) return null;
        return toAsker(this.desk.in(isLang(request.language) ? request.language : 'ja'), request, organisation);
      });
    };
  }
}

function toAsker(desk: WritingPlace, request: MembershipRow, { name }: OrganisationSummary): Letter {
  const { t, links } = desk;
  return desk.letter({
    subject: t('mail.membership-asked.subject', { name }),
    greeting: greetingOf(t, request.contactName ?? ''),
    lead: [t('mail.membership-asked.lead', { name })],
    blocks: [{ heading: name, facts: [], link: { label: t('mail.membership-asked.open'), url: links.membership(request.id) } }],
    after: [],
  });
}

function toLeader(desk: WritingPlace, { name }: OrganisationSummary): Letter {
  const { t, links } = desk;
  return desk.letter({
    subject: t('mail.membership-new.subject', { name }),
    lead: [t('mail.membership-new.lead')],
    blocks: [{ heading: name, facts: [], link: { label: t('mail.membership-new.open'), url: links.officersMemberships() } }],
    after: [],
  });
}

/** Who asked has it confirmed where they left an address, and all who lead the association hear of it, once a day however many ask; in no event's ledger. */
@Injectable()
export class MembershipLettersSubscriber {
  constructor(
    private readonly asking: MembershipAsking,
    private readonly officers: Officers,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('associations.membership-asked', 'letters.membership-asked')
  async asked(tx: Tx, { membershipId }: Messages['associations.membership-asked'], { messageId }: MessageFacts): Promise<void> {
    const request = (await this.asking.byIds(tx, [membershipId])).get(membershipId);
    if (request === undefined) return;
    const about = { eventId: null, params: { membershipId } };
    const { contactEmail: address } = request;
    if (address !== null) await this.deliveries.add(tx, [{ ...about, dedupeKey: `membership-asked:${messageId}`, personId: null, kind: 'membership-asked', purpose: 'confirmation', address, template: 'membership-asked' }]);
    // Whoever asks at night is called by day: no president is woken for it.
    const draft = { ...about, kind: 'membership-new', purpose: 'notice' as const, template: 'membership-new', morningBefore: new Date(request.createdAt.getTime() + A_WEEK_MS) };
    const leaders = new Map((await this.officers.leadersOf(tx, request.organisationId)).map(({ person }) => [person.id, person.email]));
    await this.deliveries.add(tx, [...leaders].map(([personId, to]) => ({ ...draft, dedupeKey: `membership-new:${request.organisationId}:${jstDate(request.createdAt)}:${personId}`, personId, address: to })));
  }

  @OnMessage('associations.memberships-forgotten', 'letters.memberships-forgotten')
  forgotten(tx: Tx, { membershipIds }: Messages['associations.memberships-forgotten']): Promise<void> {
    return this.deliveries.forgetAskers(tx, 'membershipId', membershipIds);
  }
}
