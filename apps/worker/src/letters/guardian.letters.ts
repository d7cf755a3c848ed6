import { Injectable } from '@nestjs/common';
import { ConsentLinks, type GuardianConsent, type Reduced } from '@yoriai/events';
import type { ClaimedDelivery, Letter } from '@yoriai/notifications';
import type { Tx } from '@yoriai/platform';
import { answerLines, dateTime, isLang, reasonIn } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer, type WritingPlace } from './desk.js';
import { LetterFacts, type ApplicationFacts, type EventWords } from './facts.js';
import type { Fact } from './paper.js';
import { changedFacts, dayOf, goodToKnow, reducedFacts, whenAndWhere } from './words.js';

/** What one letter to a guardian is made from. */
interface About {
  application: ApplicationFacts;
  consent: GuardianConsent;
  /** The event as it read in the revision that the letter is about. */
  then: EventWords | null;
  /** Why it was put off. */
  reason: string | null;
  /** In what smaller form it takes place, where the letter is about that and it still stands. */
  smaller: Reduced | null;
  desk: WritingPlace;
}

/** Of whom no place is kept. */
const WAITS: readonly ApplicationFacts['status'][] = ['waitlisted', 'applied', 'offered'];

/** What guardians are told besides being asked: that they said yes, and what becomes of the event. In the language of the form that named them. */
@Injectable()
export class GuardianLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    'consent-given': this.each((about) => this.given(about)),
    'guardian-changed': this.each((about) => this.moved(about, 'guardian-changed')),
    'guardian-postponed': this.each((about) => this.moved(about, 'guardian-postponed')),
    'guardian-reduced': this.each((about) => this.reduced(about)),
    'guardian-cancelled': this.each((about) => this.cancelled(about), true),
  };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly consents: ConsentLinks,
  ) {}

  /** Nothing to whose child does not come any more, unless (`ended`) that is what it is about. */
  private each(write: (about: About) => Letter | null, ended = false): Renderer {
    return async (tx, deliveries) => {
      const ids = deliveries.flatMap((one) => idsOf(one, 'applicationId'));
      const [applications, consents] = [await this.facts.applications(tx, ids), await this.consents.ofApplications(tx, ids, ended)];
      const thens = new Map<string, EventWords | null>();
      const reasons = new Map<string, string | null>();
      for (const one of deliveries) {
        const key = keyOf(one, consents);
        if (one.eventId !== null && !thens.has(key.text)) thens.set(key.text, key.revision === null ? null : await this.facts.eventIn(tx, one.eventId, key.revision));
        reasons.set(one.id, await this.reason(tx, one));
      }
      const reduced = await this.facts.reducedOrWhole(tx, deliveries.flatMap(({ eventId }) => eventId ?? []));
      return lettersOf(deliveries, (delivery) => {
        const [id = ''] = idsOf(delivery, 'applicationId');
        const [application, consent] = [applications.get(id), consents.get(id)];
        if (!application || !consent || consent.guardianEmail !== delivery.address) return null;
        const desk = this.desk.in(isLang(consent.language) ? consent.language : 'ja');
        const standing = reduced.get(application.event.id);
        const smaller = standing !== undefined && standing.decisionId === delivery.params['decisionId'] ? standing : null;
        return write({ application, consent, smaller, then: thens.get(keyOf(delivery, consents).text) ?? null, reason: reasons.get(delivery.id) ?? null, desk });
      });
    };
  }

  private async reason(tx: Tx, { params }: ClaimedDelivery): Promise<string | null> {
    return typeof params['decisionId'] === 'string' ? this.facts.putOffBecause(tx, params['decisionId']) : null;
  }

  /** What they had read when they said yes, and how to take it back. */
  private given({ application: { name, frameName, status, event }, consent, then, desk }: About): Letter | null {
    const { guardianName, relation, givenAt, how } = consent;
    if (event.state !== 'published' || givenAt === null || how === null || then === null) return null;
    const { t, links } = desk;
    const said = answerLines(t, consent.said);
    const facts: Fact[] = [
      [t('mail.consent-given.who'), name],
      ...whenAndWhere(t, then),
      [t('mail.label.frame'), frameName],
      ...present(t('events.label.feeText'), then.feeText),
      ...present(t('events.label.careText'), then.careText),
      ...present(t('site.consent.said'), said.join(t.lang === 'en' ? ', ' : '、')),
      ...goodToKnow(t, then),
    ];
    return desk.letter({
      subject: t('mail.consent-given.subject', { title: then.title, date: dayOf(t, then) }),
      lead: [t('mail.consent-given.lead', { when: dateTime(t, givenAt), name: guardianName ?? '', relation: relation ?? '', how: t(`consent.how.${how}`) }), t('mail.consent-given.read'), ...(WAITS.includes(status) ? [t('mail.consent-given.waits')] : [])],
      blocks: [{ heading: then.title, facts, link: { label: t('mail.consent-given.open'), url: links.consent(consent) } }],
      after: [t('mail.consent-given.back')],
    });
  }

  /** A copy of what those who come are told. Whoever is asked anew reads it in the letter that asks. */
  private moved({ application: { name, event }, consent, then, reason, desk }: About, kind: 'guardian-changed' | 'guardian-postponed'): Letter | null {
    if (event.state !== 'published' || then === null) return null;
    const { t, links } = desk;
    const facts = changedFacts(t, then, event);
    if (facts.length === 0) return null;
    return desk.letter({
      subject: t(kind === 'guardian-postponed' ? 'mail.event-postponed.subject' : 'mail.event-changed.subject', { title: event.title, date: dayOf(t, event) }),
      lead: [t(`mail.${kind}.lead`, { name, title: event.title }), t(consent.givenAt === null ? 'mail.guardian-changed.unanswered' : 'mail.guardian-changed.stands')],
      blocks: [{ heading: event.title, facts: [...present(t('mail.label.reason'), reason === null ? null : reasonIn(t, reason)), ...facts, ...goodToKnow(t, event).slice(-2)], link: { label: t('mail.consent.open'), url: links.consent(consent) } }],
      after: kind === 'guardian-postponed' ? [t('mail.guardian-postponed.question')] : [],
    });
  }

  /** That something is left out, as those who come are told; nothing once it was decided anew. */
  private reduced({ application: { name, event }, consent, smaller, desk }: About): Letter | null {
    if (event.state !== 'published' || smaller === null) return null;
    const { t, links } = desk;
    return desk.letter({
      subject: t(smaller.isWhole ? 'mail.event-whole.subject' : 'mail.event-reduced.subject', { title: event.title, date: dayOf(t, event) }),
      lead: [smaller.isWhole ? t('mail.event-whole.lead', { title: event.title }) : t('mail.guardian-reduced.lead', { name, title: event.title }), t(consent.givenAt === null ? 'mail.guardian-changed.unanswered' : 'mail.guardian-changed.stands')],
      blocks: [{ heading: event.title, facts: [...reducedFacts(t, smaller), ...whenAndWhere(t, event), ...goodToKnow(t, event).slice(-2)], link: { label: t('mail.consent.open'), url: links.consent(consent) } }],
      after: [],
    });
  }

  private cancelled({ application: { name, event }, desk }: About): Letter | null {
    if (event.state !== 'cancelled') return null;
    const { t } = desk;
    return desk.letter({
      subject: t('mail.event-cancelled.subject', { title: event.title, date: dayOf(t, event) }),
      lead: [t('mail.guardian-cancelled.lead', { name, title: event.title })],
      blocks: [{ heading: event.title, facts: [...present(t('mail.label.reason'), event.reason === null ? null : reasonIn(t, event.reason)), ...whenAndWhere(t, event).slice(0, 2), ...goodToKnow(t, event).slice(-2)] }],
      after: [t('mail.guardian-cancelled.next')],
    });
  }
}

/** Which revision a letter is about: what was public before, or what they had read. */
function keyOf(delivery: ClaimedDelivery, consents: ReadonlyMap<string, GuardianConsent>): { text: string; revision: number | null } {
  const before = delivery.params['before'];
  const revision = typeof before === 'number' ? before : (consents.get(idsOf(delivery, 'applicationId')[0] ?? '')?.revision ?? null);
  return { text: `${delivery.eventId} ${revision}`, revision };
}

const present = (label: string, value: string | null): Fact[] => (value ? [[label, value]] : []);
