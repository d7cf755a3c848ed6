import { Injectable } from '@nestjs/common';
import { Officers } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { CoHostings } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';

/** Notices between a host and those it asks to hold an event together; in no event's ledger. */
@Injectable()
export class CoHostLettersSubscriber {
  constructor(
    private readonly coHostings: CoHostings,
    private readonly officers: Officers,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('events.co-host-invited', 'letters.co-host-invited')
  async invited(tx: Tx, { coHostId }: Messages['events.co-host-invited'], { messageId }: MessageFacts): Promise<void> {
    const told = (await this.coHostings.byIds(tx, [coHostId])).get(coHostId);
    if (told) await this.tell(tx, 'co-host-invited', coHostId, told.row.organisationId, messageId);
  }

  /** To the other side: what those who were asked said to the host, and what the host took back to them. */
  @OnMessage('events.co-host-answered', 'letters.co-host-answered')
  async answered(tx: Tx, { coHostId }: Messages['events.co-host-answered'], { messageId }: MessageFacts): Promise<void> {
    const told = (await this.coHostings.byIds(tx, [coHostId])).get(coHostId);
    if (!told || told.row.state === 'invited') return;
    const { state, organisationId } = told.row;
    await this.tell(tx, `co-host-${state}`, coHostId, state === 'withdrawn' ? organisationId : told.event.organisationId, messageId);
  }

  private async tell(tx: Tx, kind: string, coHostId: string, organisationId: string, messageId: string): Promise<void> {
    const leaders = await this.officers.leadersOf(tx, organisationId);
    const addressOf = new Map(leaders.map(({ person }) => [person.id, person.email]));
    await this.deliveries.add(tx, [...addressOf].map(([personId, address]) => ({ dedupeKey: `${kind}:${messageId}:${personId}`, personId, eventId: null, kind, purpose: 'notice' as const, address, template: kind, params: { coHostId } })));
  }
}
