import { Injectable } from '@nestjs/common';
import { Approvals, CaseComments } from '@yoriai/approvals';
import { Organisations } from '@yoriai/associations';
import { Events } from '@yoriai/events';
import { shortDate } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer } from './desk.js';
import { LetterFacts } from './facts.js';
import { whenAndWhere } from './words.js';

/** Letters about what a community centre says: a word about what waits, and a draft that is ready to be looked at. */
@Injectable()
export class CentreLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = { 'case-commented': this.commented(), 'draft-finished': this.finished() };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly approvals: Approvals,
    private readonly comments: CaseComments,
    private readonly organisations: Organisations,
    private readonly events: Events,
  ) {}

  /** As long as what it is about waits: decided on, it says nothing that helps. */
  private commented(): Renderer {
    return async (tx, deliveries) => {
      const ids = [...new Set(deliveries.flatMap((one) => idsOf(one, 'eventId')))];
      const events = await this.facts.eventsById(tx, ids);
      const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
      const cases = await this.approvals.casesOf(tx, 'event', ids);
      const said = await this.comments.told(tx, deliveries.flatMap((one) => idsOf(one, 'commentId')));
      const centres = await this.organisations.byIds(tx, [...said.values()].map(({ centreId }) => centreId));
      return lettersOf(deliveries, (delivery) => {
        const event = events.get(idsOf(delivery, 'eventId')[0] ?? '');
        const word = said.get(idsOf(delivery, 'commentId')[0] ?? '');
        const found = event && cases.get(event.id);
        if (!event || !word || !found) return null;
        const desk = this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja');
        const { t, links } = desk;
        const params = { title: event.title, centre: centres.get(word.centreId)?.name ?? '' };
        return desk.letter({
          subject: t('mail.case-commented.subject', params),
          lead: [t(delivery.params['to'] === 'host' ? 'mail.case-commented.lead-host' : 'mail.case-commented.lead', params)],
          blocks: [{ heading: event.title, facts: [[t('mail.label.said'), word.words], ...whenAndWhere(t, event), [t('mail.label.host'), event.hostName]], link: { label: t('mail.case-commented.open'), url: links.approval(found.caseId) } }],
          after: [],
        });
      });
    };
  }

  /** As long as it is the host’s to hand in; of what is not handed in nothing was told yet, so it says little. */
  private finished(): Renderer {
    return async (tx, deliveries) => {
      const events = await this.events.byIds(tx, [...new Set(deliveries.flatMap((one) => idsOf(one, 'eventId')))]);
      const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
      const centres = await this.organisations.byIds(tx, deliveries.flatMap((one) => idsOf(one, 'centreId')));
      return lettersOf(deliveries, (delivery) => {
        const event = events.get(idsOf(delivery, 'eventId')[0] ?? '');
        if (!event || (event.state !== 'draft' && event.state !== 'returned')) return null;
        const desk = this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja');
        const { t, links } = desk;
        const title = event.title ?? t('mail.draft-finished.untitled');
        const params = { title, centre: centres.get(idsOf(delivery, 'centreId')[0] ?? '')?.name ?? '' };
        return desk.letter({
          subject: t('mail.draft-finished.subject', params),
          lead: [t('mail.draft-finished.lead', params)],
          blocks: [{ heading: title, facts: event.startsAt === null ? [] : [[t('mail.label.when'), shortDate(t, event.startsAt)]], link: { label: t('mail.draft-finished.open'), url: links.officersEvent(event.id) } }],
          after: [],
        });
      });
    };
  }
}
