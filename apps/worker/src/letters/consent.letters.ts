import { Injectable } from '@nestjs/common';
import { ConsentLinks, type GuardianConsentEntity } from '@yoriai/events';
import type { Letter } from '@yoriai/notifications';
import { dateTime, isLang } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer } from './desk.js';
import { LetterFacts, type ApplicationFacts } from './facts.js';
import { dayOf, goodToKnow, whenAndWhere } from './words.js';

/** Letters to guardians, in the language of the form that named them. */
@Injectable()
export class ConsentLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = { 'consent-asked': this.each('consent-asked'), 'consent-anew': this.each('consent-anew'), 'consent-chased': this.each('consent-chased') };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly consents: ConsentLinks,
  ) {}

  /** Who has answered, or whose children's applications ended, is not asked any more. */
  private each(kind: 'consent-asked' | 'consent-anew' | 'consent-chased'): Renderer {
    return async (tx, deliveries) => {
      const ids = deliveries.flatMap((one) => idsOf(one, 'applicationId'));
      const [applications, consents] = [await this.facts.applications(tx, ids), await this.consents.unansweredOf(tx, ids)];
      return lettersOf(deliveries, (delivery) => {
        const [id = ''] = idsOf(delivery, 'applicationId');
        const [application, consent] = [applications.get(id), consents.get(id)];
        return application?.event.state === 'published' && consent ? this.letter(kind, application, consent) : null;
      });
    };
  }

  private letter(kind: 'consent-asked' | 'consent-anew' | 'consent-chased', { id, name, frameName, releaseAt, event }: ApplicationFacts, consent: GuardianConsentEntity): Letter {
    const desk = this.desk.in(isLang(consent.language) ? consent.language : 'ja');
    const { t, links } = desk;
    return desk.letter({
      subject: t(`mail.${kind}.subject`, { title: event.title, date: dayOf(t, event) }),
      lead: [t(`mail.${kind}.lead`, { name }), ...(releaseAt === null ? [] : [t('mail.consent.until', { when: dateTime(t, releaseAt) })])],
      blocks: [{ heading: event.title, facts: [...whenAndWhere(t, event), [t('mail.label.frame'), frameName], ...goodToKnow(t, event)], link: { label: t('mail.consent.open'), url: links.consent(id) } }],
      after: [t('mail.consent.how')],
    });
  }
}
