import { Injectable } from '@nestjs/common';
import { Approvals } from '@yoriai/approvals';
import { Officers, type Officer } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { Events } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';

/** Notices about the procedures of an event, between host and ward office; in no event's ledger, like those about its approval. */
@Injectable()
export class ChecklistLettersSubscriber {
  constructor(
    private readonly events: Events,
    private readonly approvals: Approvals,
    private readonly officers: Officers,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('approvals.checklist-due', 'letters.checklist-due')
  async due(tx: Tx, { subjectKind, subjectId, codes }: Messages['approvals.checklist-due'], { messageId }: MessageFacts): Promise<void> {
    if (subjectKind === 'event') await this.tell(tx, 'checklist-due', subjectId, codes, messageId, await this.leadersOf(tx, subjectId));
  }

  @OnMessage('events.checklist-returned', 'letters.checklist-returned')
  async returned(tx: Tx, { eventId, code }: Messages['events.checklist-returned'], { messageId }: MessageFacts): Promise<void> {
    await this.tell(tx, 'checklist-returned', eventId, [code], messageId, await this.leadersOf(tx, eventId));
  }

  /** To everybody at the ward who may judge it, but for who handed the event in. */
  @OnMessage('events.checklist-reported', 'letters.checklist-reported')
  async reported(tx: Tx, { eventId, code }: Messages['events.checklist-reported'], { messageId }: MessageFacts): Promise<void> {
    const found = await this.approvals.caseOf(tx, 'event', eventId);
    const ward = await this.officers.holders(tx, ['staff', 'approver']);
    await this.tell(tx, 'checklist-reported', eventId, [code], messageId, ward.filter(({ person }) => person.id !== found?.submittedBy));
  }

  /** Who leads the host; of what the ward office hosts, its staff. */
  private async leadersOf(tx: Tx, eventId: string): Promise<Officer[]> {
    const event = await this.events.byId(tx, eventId);
    return event ? this.officers.leadersOf(tx, event.organisationId) : [];
  }

  private async tell(tx: Tx, kind: string, eventId: string, codes: string[], messageId: string, to: readonly Officer[]): Promise<void> {
    const addressOf = new Map(to.map(({ person }) => [person.id, person.email]));
    const drafts = [...addressOf].map(([personId, address]) => ({ dedupeKey: `${kind}:${messageId}:${personId}`, personId, eventId: null, kind, purpose: 'notice' as const, address, template: kind, params: { eventId, codes } }));
    await this.deliveries.add(tx, drafts);
  }
}
