import { Injectable } from '@nestjs/common';
import { Officers } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { Events } from '@yoriai/events';
import { Deliveries, type ClaimedDelivery, type Letter } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { Desk, idsOf, lettersOf, type Renderer } from './desk.js';
import { LetterFacts } from './facts.js';
import type { Fact } from './paper.js';
import { dayOf, whenAndWhere } from './words.js';

/** About the report of an event that is over, to whoever may write it; in no event's ledger, like those about its approval. */
@Injectable()
export class ReportLettersSubscriber {
  constructor(
    private readonly events: Events,
    private readonly officers: Officers,
    private readonly deliveries: Deliveries,
  ) {}

  /** One letter for each of the days, however often it is heard that one came. */
  @OnMessage('events.report-due', 'letters.report-due')
  due(tx: Tx, { eventId, days }: Messages['events.report-due'], _facts: MessageFacts): Promise<void> {
    return this.tell(tx, 'report-due', { eventId, days }, `${eventId}:${days}`);
  }

  @OnMessage('events.report-returned', 'letters.report-returned')
  returned(tx: Tx, { eventId }: Messages['events.report-returned'], { messageId }: MessageFacts): Promise<void> {
    return this.tell(tx, 'report-returned', { eventId }, messageId);
  }

  private async tell(tx: Tx, kind: string, params: { eventId: string; days?: number }, key: string): Promise<void> {
    const event = await this.events.byId(tx, params.eventId);
    if (event?.state !== 'awaiting-report') return;
    const to = new Map((await this.officers.leadersOf(tx, event.organisationId)).map(({ person }) => [person.id, person.email]));
    await this.deliveries.add(
      tx,
      [...to].map(([personId, address]) => ({ dedupeKey: `${kind}:${key}:${personId}`, personId, eventId: null, kind, purpose: 'notice' as const, address, template: kind, params })),
    );
  }
}

/** Nothing once the report was handed in. */
@Injectable()
export class ReportLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    'report-due': (tx, deliveries) => this.write(tx, deliveries, 'report-due'),
    'report-returned': (tx, deliveries) => this.write(tx, deliveries, 'report-returned'),
  };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
  ) {}

  private async write(tx: Tx, deliveries: readonly ClaimedDelivery[], what: 'report-due' | 'report-returned'): Promise<ReadonlyMap<string, Letter>> {
    const events = await this.facts.eventsById(tx, deliveries.flatMap((one) => idsOf(one, 'eventId')));
    const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
    return lettersOf(deliveries, (delivery) => {
      const event = events.get(idsOf(delivery, 'eventId')[0] ?? '');
      if (event?.state !== 'awaiting-report') return null;
      const desk = this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja');
      const { t, links } = desk;
      // Sent back, it is asked for again with what the ward wrote.
      const comment: Fact[] = event.reason ? [[t('mail.label.comment'), event.reason]] : [];
      return desk.letter({
        subject: t(`mail.${what}.subject`, { title: event.title, date: dayOf(t, event) }),
        lead: what === 'report-due' ? [t(leadOf(delivery.params['days'], event.reason)), t('mail.report-due.how')] : [t('mail.report-returned.lead')],
        blocks: [{ heading: event.title, facts: [...comment, ...whenAndWhere(t, event)], link: { label: t('mail.report-due.open'), url: links.officersReport(event.id) } }],
        after: [],
      });
    });
  }
}

/** The first day thanks, the later ones say how long it has been; of a report that was sent back it is the corrected one that lacks. */
function leadOf(days: unknown, returned: string | null) {
  if (returned) return 'mail.report-due.again' as const;
  return days === 14 ? 'mail.report-due.after-14' : days === 7 ? 'mail.report-due.after-7' : 'mail.report-due.after-1';
}
