import { Injectable } from '@nestjs/common';
import { Officers } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { Events, HostAnswers } from '@yoriai/events';
import { Deliveries, type ClaimedDelivery, type Letter } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { shortDate } from '@yoriai/ui';
import { Desk, idsOf, lettersOf } from './desk.js';
import { LetterFacts } from './facts.js';
import { dayOf, whenAndWhere } from './words.js';

/** Some who applied have no answer: to whoever leads the event, the day before they were promised one and the day after. */
@Injectable()
export class AnswersDueLettersSubscriber {
  constructor(
    private readonly events: Events,
    private readonly officers: Officers,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('events.answers-due', 'letters.answers-due')
  async due(tx: Tx, { eventId, dueOn, stage }: Messages['events.answers-due'], { messageId }: MessageFacts): Promise<void> {
    const event = await this.events.byId(tx, eventId);
    if (!event) return;
    const to = new Map((await this.officers.leadersOf(tx, event.organisationId)).map(({ person }) => [person.id, person.email]));
    await this.deliveries.add(
      tx,
      [...to].map(([personId, address]) => ({
        dedupeKey: `answers-due:${messageId}:${personId}`,
        ...{ personId, eventId: null, kind: 'answers-due', purpose: 'notice' as const, address, template: 'answers-due', params: { eventId, dueOn, stage } },
        validUntil: event.startsAt ?? undefined,
      })),
    );
  }
}

/** Nothing once everybody was answered. */
@Injectable()
export class AnswersDueLetters {
  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly answers: HostAnswers,
  ) {}

  async write(tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<ReadonlyMap<string, Letter>> {
    const ids = [...new Set(deliveries.flatMap((one) => idsOf(one, 'eventId')))];
    const events = await this.facts.eventsById(tx, ids);
    const waiting = await this.answers.waitingIn(tx, ids);
    const languages = await this.facts.languages(
      tx,
      deliveries.map((one) => one.personId),
    );
    return lettersOf(deliveries, ({ personId, params, ...delivery }) => {
      const event = events.get(idsOf({ ...delivery, personId, params }, 'eventId')[0] ?? '');
      const groups = event && waiting.get(event.id)?.groups;
      if (event?.state !== 'published' || !groups) return null;
      const desk = this.desk.in(languages.get(personId ?? '') ?? 'ja');
      const { t, links } = desk;
      return desk.letter({
        subject: t('mail.answers-due.subject', { count: groups, title: event.title, date: dayOf(t, event) }),
        lead: [
          t(params['stage'] === 'over' ? 'mail.answers-due.over' : 'mail.answers-due.near', { count: groups, day: shortDate(t, String(params['dueOn'])) }),
          t('mail.answers-due.how'),
        ],
        blocks: [
          { heading: event.title, facts: whenAndWhere(t, event), link: { label: t('mail.answers-due.open'), url: `${links.officersEvent(event.id)}/people` } },
        ],
        after: [],
      });
    });
  }
}
