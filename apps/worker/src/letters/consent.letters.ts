import { Injectable } from '@nestjs/common';
import { ConsentLinks, type GuardianConsent } from '@yoriai/events';
import type { ClaimedDelivery, Letter } from '@yoriai/notifications';
import type { Tx } from '@yoriai/platform';
import { dateTime, isLang, reasonIn, type Translate } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer } from './desk.js';
import { LetterFacts, type ApplicationFacts, type EventWords } from './facts.js';
import type { Fact } from './paper.js';
import { changedFacts, dayOf, goodToKnow, whenAndWhere } from './words.js';

type Kind = 'consent-asked' | 'consent-anew' | 'consent-chased';

/** What became another since they said yes, and why where the event was put off. */
interface Changed {
  was: EventWords | null;
  putOff: boolean;
  reason: string | null;
}

/** Letters that ask guardians, in the language of the form that named them. */
@Injectable()
export class ConsentLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = { 'consent-asked': this.each('consent-asked'), 'consent-anew': this.each('consent-anew'), 'consent-chased': this.each('consent-chased') };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly consents: ConsentLinks,
  ) {}

  /** Who has answered, or whose children's applications ended, is not asked any more; nor anybody at an address that was a mistake. */
  private each(kind: Kind): Renderer {
    return async (tx, deliveries) => {
      const ids = deliveries.flatMap((one) => idsOf(one, 'applicationId'));
      const [applications, consents] = [await this.facts.applications(tx, ids), await this.consents.unansweredOf(tx, ids)];
      const changed = new Map<string, Changed>();
      for (const one of deliveries) changed.set(one.id, await this.changed(tx, one));
      return lettersOf(deliveries, (delivery) => {
        const [id = ''] = idsOf(delivery, 'applicationId');
        const [application, consent] = [applications.get(id), consents.get(id)];
        if (application?.event.state !== 'published' || !consent || addressFor(consent, application) !== delivery.address) return null;
        return this.letter(kind, application, consent, changed.get(delivery.id)!);
      });
    };
  }

  private async changed(tx: Tx, { eventId, params }: ClaimedDelivery): Promise<Changed> {
    const { read, decisionId } = params;
    return {
      was: eventId !== null && typeof read === 'number' ? await this.facts.eventIn(tx, eventId, read) : null,
      putOff: typeof decisionId === 'string',
      reason: typeof decisionId === 'string' ? await this.facts.putOffBecause(tx, decisionId) : null,
    };
  }

  private letter(kind: Kind, application: ApplicationFacts, consent: GuardianConsent, { was, putOff, reason }: Changed): Letter {
    const desk = this.desk.in(isLang(consent.language) ? consent.language : 'ja');
    const { t, links } = desk;
    const { name, frameName, releaseAt, event } = application;
    const why: Fact[] = reason === null ? [] : [[t('mail.label.reason'), reasonIn(t, reason)]];
    // What reads otherwise now stands in its own line, in place of what it says now.
    const now: Fact[] = [...whenAndWhere(t, event), [t('mail.label.frame'), frameName], ...goodToKnow(t, event)];
    const facts = [...why, ...new Map([...now, ...(was === null ? [] : changedFacts(t, was, event))])];
    return desk.letter({
      subject: t(`mail.${kind}.subject`, { title: event.title, date: dayOf(t, event) }),
      lead: [t(`mail.${kind}.lead`, { name }), ...waitsOf(t, application), ...(releaseAt === null ? [] : [t('mail.consent.until', { when: dateTime(t, releaseAt) })])],
      blocks: [{ heading: event.title, facts, link: { label: t('mail.consent.open'), url: links.consent(consent) } }],
      after: [t('mail.consent.how'), ...(putOff ? [t('mail.guardian-postponed.question')] : [])],
    });
  }
}

/** Where the guardian of an application is written to; null: they are called. Whoever was asked beside a child is never written to at the child's. */
export function addressFor({ beside, guardianEmail }: Pick<GuardianConsent, 'beside' | 'guardianEmail'>, { email }: Pick<ApplicationFacts, 'email'>): string | null {
  return beside ? guardianEmail : email;
}

/** That no place is theirs yet, and who or what decides. */
function waitsOf(t: Translate, { status, chosen, waitlistPosition }: ApplicationFacts): string[] {
  if (status === 'applied') return [t(chosen ? 'choice.guardian' : 'mail.consent.applied')];
  return status === 'waitlisted' || status === 'offered' ? [t(`mail.consent.${status}`, { position: waitlistPosition ?? 0 })] : [];
}
