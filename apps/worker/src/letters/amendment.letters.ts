import { Injectable } from '@nestjs/common';
import { Amendments, ConsentLinks, EmailChanges, linkEnds, partlyHidden, phonePartlyHidden, type AmendedWords, type Amendment, type EmailChange } from '@yoriai/events';
import { Deliveries, type ClaimedDelivery, type Letter } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { dateTime, type Translate } from '@yoriai/ui';
import type { Messages } from '@yoriai/contracts';
import { TO_GUARDIANS } from './consent.subscriber.js';
import { Desk, lettersOf, idsOf, type Renderer } from './desk.js';
import { LetterFacts, type ApplicationFacts } from './facts.js';
import type { Fact } from './paper.js';
import { dayOf, goodToKnow, greetingOf, whenAndWhere } from './words.js';

/** What became another, in the order of the letter. */
const CHANGED = ['heads', 'name', 'groupName', 'companions', 'phone', 'email'] as const;

/** Letters to one address alone: to the one before, and to one that is asked whether it is theirs. */
const TO_ONE_ADDRESS = ['email-left', 'email-change-asked'];

/** Who hears that an application was changed: its contact, the address it had before, and the address that is to be its own. */
@Injectable()
export class AmendmentLettersSubscriber {
  constructor(
    private readonly facts: LetterFacts,
    private readonly amendments: Amendments,
    private readonly changes: EmailChanges,
    private readonly consents: ConsentLinks,
    private readonly deliveries: Deliveries,
  ) {}

  /** Without an address it was seen on the screen, or heard from the host who entered it: nobody is telephoned for it. */
  @OnMessage('events.application-amended', 'letters.application-amended')
  async amended(tx: Tx, { applicationId, amendmentId }: Messages['events.application-amended'], { messageId }: MessageFacts): Promise<void> {
    const application = (await this.facts.applications(tx, [applicationId])).get(applicationId);
    const amendment = (await this.amendments.byIds(tx, [amendmentId])).get(amendmentId);
    if (!application || !amendment) return;
    const before = amendment.was?.email ?? null;
    const to = [
      ...(application.email === null ? [] : [{ kind: 'application-amended', address: application.email }]),
      ...(before === null || before === application.email ? [] : [{ kind: 'email-left', address: before }]),
    ];
    await this.readdress(tx, application, before);
    await this.deliveries.add(
      tx,
      to.map(({ kind, address }) => ({
        ...{ dedupeKey: `${kind}:${messageId}`, personId: application.personId, eventId: application.event.id, kind, address, template: kind },
        purpose: 'confirmation' as const,
        params: { applicationId, amendmentId },
        validUntil: application.event.endsAt ?? undefined,
      })),
    );
  }

  /** What waits for the morning goes to the address that is theirs now; what a guardian beside them is asked stays the guardian's. */
  private async readdress(tx: Tx, { id, personId, email, event }: ApplicationFacts, before: string | null): Promise<void> {
    if (before === null || email === null || before === email) return;
    const consent = (await this.consents.unansweredOf(tx, [id])).get(id);
    const guardians = consent?.beside === false ? [] : TO_GUARDIANS;
    await this.deliveries.readdress(tx, { eventId: event.id, personId, from: before, to: email, besides: [...TO_ONE_ADDRESS, ...guardians] });
  }

  /** That they were sent stays; where to goes with what was asked. */
  @OnMessage('events.amendments-forgotten', 'letters.amendments-forgotten')
  async forgotten(tx: Tx, { eventId }: Messages['events.amendments-forgotten']): Promise<void> {
    await this.deliveries.forgetAddresses(tx, eventId, ['email-change-asked', 'email-left']);
  }

  @OnMessage('events.email-change-asked', 'letters.email-change-asked')
  async asked(tx: Tx, { applicationId, link }: Messages['events.email-change-asked'], { messageId }: MessageFacts): Promise<void> {
    const application = (await this.facts.applications(tx, [applicationId])).get(applicationId);
    const change = (await this.changes.openOf(tx, [applicationId])).get(applicationId);
    if (!application || !change?.email || change.link !== link) return;
    const kind = 'email-change-asked';
    await this.deliveries.add(tx, [
      { dedupeKey: `${kind}:${messageId}`, personId: application.personId, eventId: application.event.id, kind, purpose: 'confirmation', address: change.email, template: kind, params: { applicationId, link }, validUntil: linkEnds(change.askedAt, application.event.startsAt) },
    ]);
  }
}

/** Letters about changes of an application: old and new beside each other. */
@Injectable()
export class AmendmentLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    'application-amended': this.each((application, amendment) => this.amended(application, amendment)),
    'email-left': this.each((application, amendment) => this.left(application, amendment)),
    'email-change-asked': (tx, deliveries) => this.asked(tx, deliveries),
  };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly amendments: Amendments,
    private readonly changes: EmailChanges,
  ) {}

  private each(write: (application: ApplicationFacts, amendment: Amendment) => Letter | null): Renderer {
    return async (tx, deliveries) => {
      const applications = await this.facts.applications(tx, deliveries.flatMap((one) => idsOf(one, 'applicationId')));
      const amendments = await this.amendments.byIds(tx, deliveries.flatMap((one) => idsOf(one, 'amendmentId')));
      return lettersOf(deliveries, (delivery) => {
        const [application, amendment] = [applications.get(idsOf(delivery, 'applicationId')[0] ?? ''), amendments.get(idsOf(delivery, 'amendmentId')[0] ?? '')];
        return application && amendment?.now && application.event.state !== 'cancelled' ? write(application, amendment) : null;
      });
    };
  }

  private amended(application: ApplicationFacts, { actorPersonId, was, now }: Amendment): Letter {
    const desk = this.desk.in(application.language);
    const { t, links } = desk;
    const { event } = application;
    return desk.letter({
      subject: t('mail.application-amended.subject', { title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, application.name),
      lead: [t(actorPersonId === null ? 'mail.application-amended.lead' : 'mail.application-amended.host')],
      blocks: [
        { facts: stepsOf(t, was ?? {}, now ?? {}) },
        { heading: event.title, facts: [...whenAndWhere(t, event), [t('mail.label.number'), application.number], [t('mail.label.heads'), t('mail.heads', { heads: application.heads })], ...goodToKnow(t, event).slice(-2)], link: { label: t('mail.ticket'), url: links.ticket(application.id) } },
      ],
      after: [t('mail.application-amended.not-you')],
    });
  }

  /** To the address before: no ticket, since it may be somebody else's by now. */
  private left(application: ApplicationFacts, { now }: Amendment): Letter {
    const desk = this.desk.in(application.language);
    const { t } = desk;
    const { event } = application;
    const address = now?.email ?? null;
    return desk.letter({
      subject: t('mail.email-left.subject', { title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, application.name),
      lead: [address === null ? t('mail.email-left.phone') : t('mail.email-left.lead', { address: partlyHidden(address) })],
      blocks: [{ heading: event.title, facts: [...whenAndWhere(t, event), ...goodToKnow(t, event).slice(-2)] }],
      after: [t('mail.application-amended.not-you')],
    });
  }

  /** Whoever reads it may be nobody of ours: it names the event, and neither the applicant nor the ticket. */
  private async asked(tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<ReadonlyMap<string, Letter>> {
    const ids = deliveries.flatMap((one) => idsOf(one, 'applicationId'));
    const [applications, open] = [await this.facts.applications(tx, ids), await this.changes.openOf(tx, ids)];
    return lettersOf(deliveries, (delivery) => {
      const [id = ''] = idsOf(delivery, 'applicationId');
      const [application, change] = [applications.get(id), open.get(id)];
      // Another was asked meanwhile, or it is theirs already.
      if (application?.event.state !== 'published' || change?.link !== delivery.params['link']) return null;
      return this.question(application, change!);
    });
  }

  private question({ language, event }: ApplicationFacts, change: EmailChange): Letter {
    const desk = this.desk.in(language);
    const { t, links } = desk;
    return desk.letter({
      subject: t('mail.email-change-asked.subject', { title: event.title }),
      lead: [t('mail.email-change-asked.lead', { until: dateTime(t, linkEnds(change.askedAt, event.startsAt)) })],
      blocks: [{ heading: event.title, facts: whenAndWhere(t, event), link: { label: t('mail.email-change-asked.open'), url: links.emailChange(change) } }],
      after: [t('mail.email-change-asked.no')],
      notYou: true,
    });
  }
}

/** 人数：3人 → 2人, a line for each that became another. */
function stepsOf(t: Translate, was: AmendedWords, now: AmendedWords): Fact[] {
  return CHANGED.flatMap((what): Fact[] => (what in now ? [[t(`amend.what.${what}`), t('mail.application-amended.step', { before: wordsOf(t, what, was), after: wordsOf(t, what, now) })]] : []));
}

function wordsOf(t: Translate, what: (typeof CHANGED)[number], { heads, name, groupName, companions, phone, email }: AmendedWords): string {
  const nobody = t('mail.application-amended.nobody');
  if (what === 'heads') return t('mail.heads', { heads: heads ?? 0 });
  if (what === 'name' || what === 'groupName') return (what === 'name' ? name : groupName) ?? nobody;
  if (what === 'companions') return (companions ?? []).join('、') || nobody;
  return what === 'phone' ? (phone ? phonePartlyHidden(phone) : nobody) : email ? partlyHidden(email) : nobody;
}
