import { Injectable } from '@nestjs/common';
import { Officers } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { Events, StallApplications } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';

/** Who leads the host of an event hears that somebody would like a stall, and that an accepted one does not come. In no event's ledger. */
@Injectable()
export class StallHostLettersSubscriber {
  constructor(
    private readonly stalls: StallApplications,
    private readonly events: Events,
    private readonly officers: Officers,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('events.stall-applied', 'letters.stall-asked')
  asked(tx: Tx, about: Messages['events.stall-applied'], { messageId }: MessageFacts): Promise<void> {
    return this.tell(tx, 'stall-asked', about, messageId);
  }

  @OnMessage('events.stall-withdrawn', 'letters.stall-left')
  left(tx: Tx, about: Messages['events.stall-withdrawn'], { messageId }: MessageFacts): Promise<void> {
    return this.tell(tx, 'stall-left', about, messageId);
  }

  private async tell(tx: Tx, what: string, { stallId }: { stallId: string }, messageId: string): Promise<void> {
    const stall = (await this.stalls.byIds(tx, [stallId])).get(stallId);
    const event = stall && (await this.events.byId(tx, stall.eventId));
    if (!event) return;
    const addressOf = new Map((await this.officers.leadersOf(tx, event.organisationId)).map(({ person }) => [person.id, person.email]));
    const draft = { eventId: null, kind: what, purpose: 'notice' as const, template: what, params: { stallId } };
    await this.deliveries.add(tx, [...addressOf].map(([personId, address]) => ({ ...draft, dedupeKey: `${what}:${messageId}:${personId}`, personId, address })));
  }
}
