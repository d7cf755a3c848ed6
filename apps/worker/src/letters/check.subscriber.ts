import { Injectable } from '@nestjs/common';
import { Approvals } from '@yoriai/approvals';
import { Officers } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { People } from '@yoriai/identity';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';

/** Notices about the first check of a council: to its officers, and to who handed the event in; in no event's ledger. */
@Injectable()
export class CheckLettersSubscriber {
  constructor(
    private readonly approvals: Approvals,
    private readonly officers: Officers,
    private readonly people: People,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('events.check-asked', 'letters.check-asked')
  asked(tx: Tx, { eventId }: Messages['events.check-asked'], { messageId }: MessageFacts): Promise<void> {
    return this.tellCouncil(tx, 'check-asked', eventId, messageId);
  }

  /** The host always; the council where it did not answer itself. */
  @OnMessage('events.check-ended', 'letters.check-ended')
  async ended(tx: Tx, { eventId, outcome }: Messages['events.check-ended'], { messageId }: MessageFacts): Promise<void> {
    await this.tellHost(tx, `check-${outcome}`, eventId, messageId);
    if (outcome !== 'confirmed') await this.tellCouncil(tx, `check-${outcome}`, eventId, messageId);
  }

  @OnMessage('events.check-returned', 'letters.check-returned')
  returned(tx: Tx, { eventId }: Messages['events.check-returned'], { messageId }: MessageFacts): Promise<void> {
    return this.tellHost(tx, 'check-returned', eventId, messageId);
  }

  private async tellCouncil(tx: Tx, kind: string, eventId: string, messageId: string): Promise<void> {
    const found = await this.approvals.caseOf(tx, 'event', eventId);
    if (!found?.check) return;
    const { councilId, writers } = found.check;
    const leaders = await this.officers.leadersOf(tx, councilId);
    const addressOf = new Map(leaders.filter(({ person }) => !writers.includes(person.id)).map(({ person }) => [person.id, person.email]));
    for (const [personId, address] of addressOf) await this.tell(tx, kind, { eventId, messageId, personId, address });
  }

  private async tellHost(tx: Tx, kind: string, eventId: string, messageId: string): Promise<void> {
    const found = await this.approvals.caseOf(tx, 'event', eventId);
    if (!found) return;
    const submitter = (await this.people.summaries(tx, [found.submittedBy])).get(found.submittedBy);
    await this.tell(tx, kind, { eventId, messageId, personId: found.submittedBy, address: submitter?.email ?? null });
  }

  private async tell(tx: Tx, kind: string, { eventId, messageId, personId, address }: { eventId: string; messageId: string; personId: string; address: string | null }): Promise<void> {
    await this.deliveries.add(tx, [{ dedupeKey: `${kind}:${messageId}:${personId}`, personId, eventId: null, kind, purpose: 'notice', address, template: kind, params: { eventId } }]);
  }
}
