import { Injectable } from '@nestjs/common';
import { Officers } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { CoHostings, DayDecisions, Events, type DayDecision } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { Audience } from '@yoriai/reminders';

/** What an association's leaders hear when the ward office calls its event off, puts it off or makes it smaller; in no event's ledger, like letters about its approval. At any hour: it is theirs to act on, and is decided at night only where it presses. */
@Injectable()
export class WardDecidedLettersSubscriber {
  constructor(
    private readonly events: Events,
    private readonly decisions: DayDecisions,
    private readonly coHostings: CoHostings,
    private readonly officers: Officers,
    private readonly audience: Audience,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('events.event-cancelled', 'letters.ward-cancelled')
  async cancelled(tx: Tx, { eventId }: Messages['events.event-cancelled'], _facts: MessageFacts): Promise<void> {
    const decision = await this.decisions.latest(tx, eventId);
    // Nobody decided on a date that a series lost while it was empty.
    if (decision?.kind === 'cancelled') await this.tell(tx, 'ward-cancelled', eventId, decision, async () => phonesOf(await this.audience.ofCancelled(tx, eventId)));
  }

  /** After the duties went along, like the letters to everybody else. */
  @OnMessage('rosters.duties-postponed', 'letters.ward-postponed')
  async postponed(tx: Tx, { eventId, decisionId }: Messages['rosters.duties-postponed'], _facts: MessageFacts): Promise<void> {
    const decision = await this.decisions.byId(tx, decisionId);
    if (decision) await this.tell(tx, 'ward-postponed', eventId, decision, async () => phonesOf(await this.audience.ofChange(tx, eventId, { everybody: true, duties: new Set(), draws: new Set() })));
  }

  @OnMessage('events.event-reduced', 'letters.ward-reduced')
  async reduced(tx: Tx, { eventId, decisionId }: Messages['events.event-reduced'], _facts: MessageFacts): Promise<void> {
    const decision = await this.decisions.byId(tx, decisionId);
    if (decision) await this.tell(tx, 'ward-reduced', eventId, decision, async () => phonesOf(await this.audience.ofChange(tx, eventId, { everybody: true, duties: new Set(), draws: new Set() })));
  }

  /** Each of them once, as a leader of the host before as one of a co-host; not who decided, and nobody where the host did. */
  private async tell(tx: Tx, kind: string, eventId: string, { id: decisionId, decidedBy }: DayDecision, phones: () => Promise<number>): Promise<void> {
    const event = await this.events.byId(tx, eventId);
    const host = event ? await this.officers.leadersOf(tx, event.organisationId) : [];
    const ward = await this.officers.holders(tx, ['staff', 'approver']);
    if (!event || host.some(({ person }) => person.id === decidedBy) || !ward.some(({ person }) => person.id === decidedBy)) return;
    const others = [];
    for (const organisationId of await this.coHostings.together(tx, event)) others.push(...(await this.officers.leadersOf(tx, organisationId)));
    const addressOf = new Map([...others, ...host].map(({ person }) => [person.id, person.email]));
    addressOf.delete(decidedBy);
    const hosts = new Set(host.map(({ person }) => person.id));
    const toCall = await phones();
    await this.deliveries.add(
      tx,
      [...addressOf].map(([personId, address]) => ({
        dedupeKey: `${kind}:${decisionId}:${personId}`,
        ...{ personId, eventId: null, kind, purpose: 'notice' as const, address, template: kind, params: { eventId, decisionId, hosts: hosts.has(personId), toCall } },
      })),
    );
  }
}

const phonesOf = (members: readonly { email: string | null }[]): number => members.filter(({ email }) => email === null).length;
