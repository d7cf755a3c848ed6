import { Injectable } from '@nestjs/common';
import { Officers } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { Events, StallApplications } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';

/** Who leads the host of an event hears that somebody would like a stall: an answer is waited for. In no event's ledger. */
@Injectable()
export class StallHostLettersSubscriber {
  constructor(
    private readonly stalls: StallApplications,
    private readonly events: Events,
    private readonly officers: Officers,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('events.stall-applied', 'letters.stall-asked')
  async asked(tx: Tx, { stallId }: Messages['events.stall-applied'], { messageId }: MessageFacts): Promise<void> {
    const stall = (await this.stalls.byIds(tx, [stallId])).get(stallId);
    const event = stall && (await this.events.byId(tx, stall.eventId));
    if (!event) return;
    const addressOf = new Map((await this.officers.leadersOf(tx, event.organisationId)).map(({ person }) => [person.id, person.email]));
    const draft = { eventId: null, kind: 'stall-asked', purpose: 'notice' as const, template: 'stall-asked', params: { stallId } };
    await this.deliveries.add(tx, [...addressOf].map(([personId, address]) => ({ ...draft, dedupeKey: `stall-asked:${messageId}:${personId}`, personId, address })));
  }
}
