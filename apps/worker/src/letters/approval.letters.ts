import { Injectable } from '@nestjs/common';
import { Approvals, type CaseSummary, type Remark } from '@yoriai/approvals';
import type { Letter } from '@yoriai/notifications';
import { shortDate } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer, type WritingPlace } from './desk.js';
import { LetterFacts, type EventFacts } from './facts.js';
import type { Fact } from './paper.js';
import { remarkFact, whenAndWhere } from './words.js';

/** Letters between a host and the ward office: please look, please mend, it is approved. */
@Injectable()
export class ApprovalLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    'event-submitted': this.each((...about) => this.requested(...about)),
    'event-returned': this.each((event, found, desk) => this.decided(event, 'returned', desk, found.remarks)),
    'event-approved': this.each((event, _found, desk) => this.decided(event, 'approved', desk)),
    'event-rejected': this.each((event, _found, desk) => this.decided(event, 'rejected', desk)),
    'change-submitted': this.each((event, found, desk) => (found.status === 'pending' ? this.toApprover(event, found, 'change-requested', desk) : null)),
    'change-returned': this.each((event, found, desk) => (found.status === 'returned' ? this.toHost(event, 'change-returned', desk, found.remarks) : null)),
    'change-approved': this.each((event, found, desk) => (found.status === 'approved' ? this.toHost(event, 'change-approved', desk) : null)),
    'change-rejected': this.each((event, found, desk) => (found.status === 'approved' ? this.toHost(event, 'change-rejected', desk) : null)),
  };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly approvals: Approvals,
  ) {}

  private each(write: (event: EventFacts, found: CaseSummary, desk: WritingPlace) => Letter | null): Renderer {
    return async (tx, deliveries) => {
      const ids = deliveries.flatMap((one) => idsOf(one, 'eventId'));
      const events = await this.facts.eventsById(tx, ids);
      const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
      const cases = await this.approvals.casesOf(tx, 'event', [...new Set(ids)]);
      return lettersOf(deliveries, (delivery) => {
        const id = idsOf(delivery, 'eventId')[0] ?? '';
        const event = events.get(id);
        const found = cases.get(id);
        const desk = this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja');
        return event && found ? write(event, found, desk) : null;
      });
    };
  }

  private requested(event: EventFacts, found: CaseSummary, desk: WritingPlace): Letter | null {
    return event.state === 'submitted' ? this.toApprover(event, found, 'approval-requested', desk) : null;
  }

  /** What is written in it is on the desk only: until it is approved, the event reads as it did. */
  private toApprover(event: EventFacts, found: CaseSummary, what: 'approval-requested' | 'change-requested', desk: WritingPlace): Letter {
    const { t, links } = desk;
    const due = shortDate(t, found.dueOn);
    return desk.letter({
      subject: t(`mail.${what}.subject`, { title: event.title, organisation: event.hostName }),
      lead: [t(`mail.${what}.lead`, { organisation: event.hostName, due })],
      blocks: [
        {
          heading: event.title,
          facts: [...whenAndWhere(t, event), [t('mail.label.host'), event.hostName], [t('mail.label.due'), due]],
          link: { label: t('mail.approval-requested.open'), url: links.approval(found.caseId) },
        },
      ],
      after: [],
    });
  }

  /** Only while the decision still stands: who has already handed in again need not read that it came back. */
  private decided(event: EventFacts, decision: 'returned' | 'approved' | 'rejected', desk: WritingPlace, remarks: readonly Remark[] = []): Letter | null {
    const stands = decision === 'approved' ? ['approved', 'published'].includes(event.state) : event.state === decision;
    return stands ? this.toHost(event, `event-${decision}`, desk, remarks) : null;
  }

  private toHost(event: EventFacts, what: `${'event' | 'change'}-${'returned' | 'approved' | 'rejected'}`, desk: WritingPlace, remarks: readonly Remark[] = []): Letter {
    const { t, links } = desk;
    const comment: Fact[] = event.reason && !what.endsWith('approved') ? [[t('mail.label.comment'), event.reason]] : [];
    return desk.letter({
      subject: t(`mail.${what}.subject`, { title: event.title }),
      lead: [t(`mail.${what}.lead`)],
      blocks: [{ heading: event.title, facts: [...comment, ...remarks.map((remark) => remarkFact(t, remark)), ...whenAndWhere(t, event)], link: { label: t('mail.officer-open'), url: links.officersEvent(event.id) } }],
      after: [],
    });
  }
}
