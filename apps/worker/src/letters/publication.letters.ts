import { Injectable } from '@nestjs/common';
import { Officers } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { EventPublicationPlans, Events } from '@yoriai/events';
import { Deliveries, type ClaimedDelivery, type Letter } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { Desk, idsOf, lettersOf, type Renderer } from './desk.js';
import { LetterFacts } from './facts.js';
import { whenAndWhere } from './words.js';

/** An event was not published at its hour: to whoever may publish it; in no event's ledger, like those about its approval. */
@Injectable()
export class PublicationLettersSubscriber {
  constructor(
    private readonly events: Events,
    private readonly officers: Officers,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('events.publication-refused', 'letters.publication-refused')
  async refused(tx: Tx, { eventId, code }: Messages['events.publication-refused'], { messageId }: MessageFacts): Promise<void> {
    const event = await this.events.byId(tx, eventId);
    if (!event) return;
    const to = new Map((await this.officers.leadersOf(tx, event.organisationId)).map(({ person }) => [person.id, person.email]));
    const kind = 'publication-refused';
    // Many a host chooses midnight: what it reads in the morning is soon enough.
    const morningBefore = event.startsAt ?? undefined;
    await this.deliveries.add(
      tx,
      [...to].map(([personId, address]) => ({ dedupeKey: `${kind}:${messageId}:${personId}`, personId, eventId: null, kind, purpose: 'notice' as const, address, morningBefore, template: kind, params: { eventId, code } })),
    );
  }
}

/** Nothing once it is public, or off, or another hour was chosen. */
@Injectable()
export class PublicationLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    'publication-refused': (tx, deliveries) => this.refused(tx, deliveries),
  };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly plans: EventPublicationPlans,
  ) {}

  private async refused(tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<ReadonlyMap<string, Letter>> {
    const events = await this.facts.eventsById(tx, deliveries.flatMap((one) => idsOf(one, 'eventId')));
    const plannedAgain = await this.plans.plannedOf(tx, [...events.keys()]);
    const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
    return lettersOf(deliveries, (delivery) => {
      const event = events.get(idsOf(delivery, 'eventId')[0] ?? '');
      if (event?.state !== 'approved' || plannedAgain.has(event.id)) return null;
      const desk = this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja');
      const { t, links } = desk;
      const why = `refusal.${String(delivery.params['code'])}`;
      return desk.letter({
        subject: t('mail.publication-refused.subject', { title: event.title }),
        lead: [t('mail.publication-refused.lead'), ...(t.has(why) ? [t(why)] : []), t('mail.publication-refused.how')],
        blocks: [{ heading: event.title, facts: whenAndWhere(t, event), link: { label: t('mail.officer-open'), url: links.officersEvent(event.id) } }],
        after: [],
      });
    });
  }
}
