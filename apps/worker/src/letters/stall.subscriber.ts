import { Injectable } from '@nestjs/common';
import { StallApplications, type StallEntity } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';

interface About {
  stallId: string;
}

/** What happens to a stall is written to the address it was applied for with. */
@Injectable()
export class StallLettersSubscriber {
  constructor(
    private readonly stalls: StallApplications,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('events.stall-applied', 'letters.stall-applied')
  applied(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'stall-applied', about, messageId);
  }

  @OnMessage('events.stall-accepted', 'letters.stall-accepted')
  accepted(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'stall-accepted', about, messageId);
  }

  @OnMessage('events.stall-declined', 'letters.stall-declined')
  declined(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'stall-declined', about, messageId);
  }

  @OnMessage('events.stall-placed', 'letters.stall-placed')
  placed(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'stall-placed', about, messageId);
  }

  /** Who would have come with a stall is told that nothing takes place. */
  @OnMessage('events.event-cancelled', 'letters.stalls-called-off')
  async calledOff(tx: Tx, { eventId }: { eventId: string }, { messageId }: MessageFacts): Promise<void> {
    await this.add(tx, 'stall-called-off', await this.stalls.concerned(tx, eventId), messageId);
  }

  private async enter(tx: Tx, kind: string, { stallId }: About, messageId: string): Promise<void> {
    await this.add(tx, kind, [...(await this.stalls.byIds(tx, [stallId])).values()], messageId);
  }

  /** Nobody of them has a record as a person: whom the mail does not reach, the host telephones from the list of stalls. */
  private async add(tx: Tx, kind: string, stalls: readonly StallEntity[], messageId: string): Promise<void> {
    await this.deliveries.add(
      tx,
      stalls.map((stall) => ({
        ...{ dedupeKey: `${kind}:${messageId}:${stall.id}`, personId: null, eventId: stall.eventId, kind, template: kind },
        purpose: kind === 'stall-called-off' ? ('cancellation' as const) : ('confirmation' as const),
        ...{ address: stall.contactEmail, params: { stallId: stall.id } },
      })),
    );
  }
}
