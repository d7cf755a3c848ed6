import { Injectable } from '@nestjs/common';
import { partsOf, standsOverNight } from '@yoriai/events';
import { answersByWords, dateTime } from '@yoriai/ui';
import type { Letter } from '@yoriai/notifications';
import { Desk, idsOf, lettersOf, type Renderer } from './desk.js';
import { LetterFacts, type ApplicationFacts } from './facts.js';
import type { Fact, Paper } from './paper.js';
import { dayOf, goodToKnow, greetingOf, whenAndWhere } from './words.js';

/** Letters that answer an application and what became of it. */
@Injectable()
export class ApplicationLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    'application-confirmed': this.each((one) => this.confirmed(one)),
    'application-waitlisted': this.each((one) => this.waitlisted(one)),
    'application-guardian-pending': this.each((one) => this.pending(one)),
    'application-entered': this.each((one) => this.entered(one)),
    'application-drawn': this.each((one) => this.drawn(one)),
    'application-answered': this.each((one) => this.answered(one)),
    'application-offered': this.each((one) => this.offered(one)),
    'application-expired': this.each((one) => this.expired(one)),
    'application-promoted': this.each((one) => this.promoted(one)),
    'application-cancelled': this.each((one) => this.cancelled(one)),
    'application-repeated': this.each((one) => this.repeated(one)),
  };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
  ) {}

  private each(write: (application: ApplicationFacts) => Letter | null): Renderer {
    return async (tx, deliveries) => {
      const applications = await this.facts.applications(tx, deliveries.flatMap((one) => idsOf(one, 'applicationId')));
      return lettersOf(deliveries, (delivery) => {
        const application = applications.get(idsOf(delivery, 'applicationId')[0] ?? '');
        return application && application.event.state !== 'cancelled' ? write(application) : null;
      });
    };
  }

  private confirmed(application: ApplicationFacts): Letter | null {
    return application.status === 'confirmed' ? this.withTicket(application, 'application-confirmed') : null;
  }

  private promoted(application: ApplicationFacts): Letter | null {
    return application.status === 'confirmed' ? this.withTicket(application, 'application-promoted') : this.pending(application);
  }

  private repeated(application: ApplicationFacts): Letter | null {
    if (application.status === 'waitlisted') return this.waitlisted(application);
    if (application.status === 'applied') return this.entered(application);
    if (application.status === 'offered') return this.offered(application);
    if (application.status === 'guardian_pending') return this.pending(application);
    return application.status === 'confirmed' ? this.withTicket(application, 'application-repeated') : null;
  }

  /** The place is kept until a guardian says yes. */
  private pending(application: ApplicationFacts): Letter | null {
    if (application.status !== 'guardian_pending') return null;
    const { event, releaseAt } = application;
    const desk = this.desk.in(application.language);
    const { t, links } = desk;
    return desk.letter({
      subject: t('mail.application-guardian-pending.subject', { title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, application.name),
      lead: [t('mail.application-guardian-pending.lead'), ...(releaseAt === null ? [] : [t('mail.consent.until', { when: dateTime(t, releaseAt) })])],
      blocks: [{ heading: event.title, facts: this.factsOf(application), link: { label: t('mail.ticket'), url: links.ticket(application.id) } }],
      after: [t('mail.application-waitlisted.cancel')],
    });
  }

  private withTicket(application: ApplicationFacts, kind: 'application-confirmed' | 'application-promoted' | 'application-repeated' | 'application-won' | 'application-chosen'): Letter {
    const desk = this.desk.in(application.language);
    const { t, links } = desk;
    const { event } = application;
    return desk.letter({
      subject: t(`mail.${kind}.subject`, { title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, application.name),
      lead: [t(`mail.${kind}.lead`)],
      blocks: [{ heading: event.title, facts: this.factsOf(application), link: { label: t('mail.ticket'), url: links.ticket(application.id) } }],
      after: [t('mail.application-confirmed.cancel'), t('mail.calendar-hint')],
      files: desk.calendar([application], [], 'publish'),
    });
  }

  /** That it came, that nothing is decided, and by when the host answers. */
  private asked(application: ApplicationFacts): Letter {
    const desk = this.desk.in(application.language);
    const { t, links } = desk;
    const { event } = application;
    return desk.letter({
      subject: t('mail.application-asked.subject', { title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, application.name),
      lead: [t('mail.application-asked.lead'), answersByWords(t, application.answersBy, this.desk.now()), t('choice.not-yet')],
      blocks: [{ heading: event.title, facts: this.factsOf(application), link: { label: t('mail.application-page'), url: links.ticket(application.id) } }],
      after: [t('mail.application-asked.cancel')],
    });
  }

  /** What the host answered. Of who was offered a place since, or gave it up, the letter about that tells. */
  private answered(application: ApplicationFacts): Letter | null {
    const { status } = application;
    if (status === 'confirmed') return this.withTicket(application, 'application-chosen');
    if (status === 'guardian_pending') return this.pending(application);
    return status === 'declined' ? this.declined(application) : this.waitlisted(application);
  }

  private declined(application: ApplicationFacts): Letter {
    const desk = this.desk.in(application.language);
    const { t } = desk;
    const { event, hostWords: words } = application;
    return desk.letter({
      subject: t('mail.application-declined.subject', { title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, application.name),
      lead: [t(application.unanswered ? 'choice.unanswered' : 'mail.application-declined.lead'), ...(words === null ? [] : [t('choice.words', { words })])],
      blocks: [this.aboutEnded(application)],
      after: [t('mail.application-declined.next')],
    });
  }

  /** What it was about, for who has no ticket any more. */
  private aboutEnded({ id, number, language, event }: ApplicationFacts): Paper['blocks'][number] {
    const { t, links } = this.desk.in(language);
    return {
      heading: event.title,
      facts: [...whenAndWhere(t, event), [t('mail.label.number'), number], ...goodToKnow(t, event).slice(-2)],
      link: isForInvited(event) ? { label: t('mail.ticket'), url: links.ticket(id) } : { label: t('mail.event-page'), url: links.event(event.slug) },
    };
  }

  /** That they are in the draw, when it is, and where anybody can repeat it; or that the host chooses. */
  private entered(application: ApplicationFacts): Letter | null {
    const { status, drawsAt, event } = application;
    if (status === 'applied' && application.chosen) return this.asked(application);
    if (status !== 'applied' || drawsAt === null) return null;
    const desk = this.desk.in(application.language);
    const { t, links } = desk;
    return desk.letter({
      subject: t('mail.application-entered.subject', { title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, application.name),
      lead: [t('mail.application-entered.lead', { when: dateTime(t, drawsAt) })],
      blocks: [{ heading: event.title, facts: this.factsOf(application), link: { label: t('mail.application-page'), url: links.ticket(application.id) } }],
      after: [...(application.consentAsked ? [t('mail.consent.meanwhile')] : []), t('mail.application-entered.how', { url: links.draw(event.slug) }), t('mail.application-waitlisted.cancel')],
    });
  }

  /** What the lots said. Of who was given up their place or was asked since, the letter about that tells. */
  private drawn(application: ApplicationFacts): Letter | null {
    const { event, status, waitlistPosition: position } = application;
    if (status === 'confirmed') return this.withTicket(application, 'application-won');
    if (status === 'guardian_pending') return this.pending(application);
    if (status !== 'waitlisted' || position === null) return null;
    const { t, links } = this.desk.in(application.language);
    return this.waiting(application, position, {
      subject: t('mail.application-lost.subject', { title: event.title, date: dayOf(t, event) }),
      lead: [t('mail.application-lost.lead'), t('mail.application-waitlisted.lead', { position })],
      more: [t('mail.application-entered.how', { url: links.draw(event.slug) })],
    });
  }

  private waitlisted(application: ApplicationFacts): Letter | null {
    const { event, status, waitlistPosition: position } = application;
    if (status !== 'waitlisted' || position === null) return null;
    const { t } = this.desk.in(application.language);
    const subject = t('mail.application-waitlisted.subject', { position, title: event.title, date: dayOf(t, event) });
    return this.waiting(application, position, { subject, lead: [t('mail.application-waitlisted.lead', { position })], more: [] });
  }

  private waiting(application: ApplicationFacts, position: number, words: { subject: string; lead: string[]; more: string[] }): Letter {
    const desk = this.desk.in(application.language);
    const { t, links } = desk;
    const { event } = application;
    return desk.letter({
      subject: words.subject,
      greeting: greetingOf(t, application.name),
      lead: words.lead,
      blocks: [
        {
          heading: event.title,
          facts: [[t('mail.label.waiting'), t('mail.waiting', { position })], ...this.factsOf(application)],
          link: { label: t('mail.application-page'), url: links.ticket(application.id) },
        },
      ],
      after: [...(application.consentAsked ? [t('mail.consent.meanwhile')] : []), t('mail.application-waitlisted.next'), t('mail.application-waitlisted.leave'), ...words.more],
    });
  }

  /** Nothing once it was answered, or its time is over: then there is nothing left to say yes to. */
  private offered(application: ApplicationFacts): Letter | null {
    const { event, status, offerEndsAt } = application;
    if (status !== 'offered' || offerEndsAt === null || offerEndsAt <= this.desk.now()) return null;
    const desk = this.desk.in(application.language);
    const { t, links } = desk;
    const until = dateTime(t, offerEndsAt);
    return desk.letter({
      subject: t('mail.application-offered.subject', { until, title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, application.name),
      lead: [t('mail.application-offered.lead', { until }), ...(standsOverNight(this.desk.now(), offerEndsAt) ? [t('site.ticket.offer.night')] : []), t('mail.application-offered.how')],
      blocks: [{ heading: event.title, facts: this.factsOf(application), link: { label: t('mail.ticket'), url: links.ticket(application.id) } }],
      after: [t('mail.application-offered.no')],
    });
  }

  private expired(application: ApplicationFacts): Letter | null {
    if (application.status !== 'expired') return null;
    const desk = this.desk.in(application.language);
    const { t } = desk;
    const { event } = application;
    return desk.letter({
      subject: t('mail.application-expired.subject', { title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, application.name),
      lead: [t('mail.application-expired.lead')],
      blocks: [this.aboutEnded(application)],
      after: [t('mail.application-expired.next')],
    });
  }

  private cancelled(application: ApplicationFacts): Letter | null {
    if (application.status !== 'cancelled_by_applicant' && application.status !== 'cancelled_by_host') return null;
    const desk = this.desk.in(application.language);
    const { t } = desk;
    const { event } = application;
    const why = application.endedBy ?? (application.status === 'cancelled_by_host' ? 'by-host' : application.stoppedWaiting ? 'stopped' : 'lead');
    return desk.letter({
      subject: t(why === 'stopped' ? 'mail.application-cancelled.stopped-subject' : 'mail.application-cancelled.subject', { title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, application.name),
      lead: [t(`mail.application-cancelled.${why}`)],
      blocks: [this.aboutEnded(application)],
      after: [t('mail.application-cancelled.next')],
      files: desk.calendar([application], [], 'cancelled'),
    });
  }

  private factsOf({ number, entries, heads, frameName, language, event }: ApplicationFacts): Fact[] {
    const { t } = this.desk.in(language);
    return [
      ...whenAndWhere(t, event),
      [t('mail.label.number'), number],
      [t('mail.label.frame'), frameName],
      ...entries.slice(0, 1).map((): Fact => [t('contest.entry'), entries.map((each) => t('contest.number', { number: each })).join('、')]),
      [t('mail.label.heads'), t('mail.heads', { heads })],
      ...goodToKnow(t, event),
    ];
  }
}

/** The link of such an event may have been made anew since; who is not in any more is not told the new one. */
function isForInvited({ slug }: ApplicationFacts['event']): boolean {
  return partsOf(slug).token !== null;
}
