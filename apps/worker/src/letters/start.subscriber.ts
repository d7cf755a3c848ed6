import { Injectable } from '@nestjs/common';
import { Officers } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { StartAsking } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';

const A_WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** What becomes of a request to begin something is written to the address it was asked with, and the ward's staff hear of a new one. In no event's ledger; who has no address is telephoned from the list of requests. */
@Injectable()
export class StartLettersSubscriber {
  constructor(
    private readonly starts: StartAsking,
    private readonly officers: Officers,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('events.start-asked', 'letters.start-asked')
  async asked(tx: Tx, about: Messages['events.start-asked'], { messageId }: MessageFacts): Promise<void> {
    await this.toAsker(tx, 'start-asked', about, messageId);
    const asked = (await this.starts.byIds(tx, [about.startId])).get(about.startId);
    if (asked === undefined) return;
    const addressOf = new Map((await this.officers.holders(tx, ['staff'])).map(({ person }) => [person.id, person.email]));
    // Whoever wrote it down knows of it.
    addressOf.delete(asked.askedBy ?? '');
    // Whoever asks at night is answered by day: nobody at the office is woken for it.
    const morningBefore = new Date(asked.createdAt.getTime() + A_WEEK_MS);
    const draft = { eventId: null, kind: 'start-new', purpose: 'notice' as const, template: 'start-new', morningBefore, params: { startId: about.startId } };
    await this.deliveries.add(tx, [...addressOf].map(([personId, address]) => ({ ...draft, dedupeKey: `start-new:${messageId}:${personId}`, personId, address })));
  }

  @OnMessage('events.start-talk-begun', 'letters.start-talk')
  talked(tx: Tx, about: Messages['events.start-talk-begun'], { messageId }: MessageFacts): Promise<void> {
    return this.toAsker(tx, 'start-talk', about, messageId);
  }

  @OnMessage('events.start-accepted', 'letters.start-accepted')
  accepted(tx: Tx, about: Messages['events.start-accepted'], { messageId }: MessageFacts): Promise<void> {
    return this.toAsker(tx, 'start-accepted', about, messageId);
  }

  @OnMessage('events.start-declined', 'letters.start-declined')
  declined(tx: Tx, about: Messages['events.start-declined'], { messageId }: MessageFacts): Promise<void> {
    return this.toAsker(tx, 'start-declined', about, messageId);
  }

  /** Who asked hears that it has a page, unless somebody of the association they asked for began it: the ward office may have, in its place. */
  @OnMessage('events.event-published', 'letters.start-announced')
  async announced(tx: Tx, { eventId }: Messages['events.event-published'], { messageId }: MessageFacts): Promise<void> {
    const asked = await this.starts.byEvent(tx, eventId);
    if (asked === null) return;
    const { request, begunBy } = asked;
    const house = request.organisationId === null ? [] : await this.officers.ofOrganisation(tx, request.organisationId);
    if (house.every(({ person }) => person.id !== begunBy)) await this.toAsker(tx, 'start-announced', { startId: request.id }, messageId);
  }

  @OnMessage('events.starts-forgotten', 'letters.starts-forgotten')
  forgotten(tx: Tx, { startIds }: Messages['events.starts-forgotten']): Promise<void> {
    return this.deliveries.forgetAskers(tx, 'startId', startIds);
  }

  private async toAsker(tx: Tx, kind: string, { startId }: { startId: string }, messageId: string): Promise<void> {
    const address = (await this.starts.byIds(tx, [startId])).get(startId)?.contactEmail ?? null;
    if (address === null) return;
    await this.deliveries.add(tx, [{ dedupeKey: `${kind}:${messageId}`, personId: null, eventId: null, kind, purpose: 'confirmation', address, template: kind, params: { startId } }]);
  }
}
