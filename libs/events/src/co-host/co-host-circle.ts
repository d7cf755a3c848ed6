import { Injectable } from '@nestjs/common';
import { Organisations, type Actor, type OrganisationSummary } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { refuse, type RefusalStatus, type Tx } from '@yoriai/platform';
import type { EventEntity } from '../event/event.entity.js';
import { mayHost } from '../event/event.policy.js';
import { EventRepository } from '../event/event.repository.js';
import type { CoHostLine } from './co-host.dto.js';
import type { CoHostEntity } from './co-host.entity.js';
import { answerVerdict } from './co-host.rules.js';

const STATUS_OF: Readonly<Record<string, RefusalStatus>> = { 'co-host.host-only': 403, 'co-host.asked-only': 403 };

/** What both sides of an invitation work with. */
@Injectable()
export class CoHostCircle {
  constructor(
    private readonly organisations: Organisations,
    private readonly log: AccessLog,
    private readonly events: EventRepository,
  ) {}

  /** Whom a host can ask: the active associations of the ward but itself; what is nobody's business (companies, condominiums) is not among them. */
  async of(tx: Tx, { organisationId }: Pick<EventEntity, 'organisationId'>): Promise<OrganisationSummary[]> {
    return (await this.organisations.publicOnes(tx)).filter(({ id }) => id !== organisationId);
  }

  /** What the hosts of these events are called, by the id of the host. */
  async hostsOf(tx: Tx, events: readonly Pick<EventEntity, 'organisationId'>[]): Promise<Map<string, OrganisationSummary>> {
    return this.organisations.byIds(tx, [...new Set(events.map(({ organisationId }) => organisationId))]);
  }

  /** Whoever held an event with its host does no more: what its people were told opens no page for a circle they are out of. Who is asked and never said yes was in none. */
  async left(tx: Tx, event: Pick<EventEntity, 'id' | 'seriesId'>, before: Pick<CoHostEntity, 'state'>): Promise<void> {
    if (before.state === 'accepted') await this.events.newRounds(tx, event);
  }

  /** Writes down who asked or answered. */
  note(tx: Tx, actor: Actor, { eventId, state, name }: CoHostEntity): Promise<void> {
    return this.log.add(tx, { actorPersonId: actor.personId, action: `event.co-host-${state}`, subject: `event:${eventId}`, reason: name });
  }
}

/** A line with what this person can say to it. */
export function toCoHostLine(actor: Actor, { id, organisationId, name, state, words, answer, invitedAt }: CoHostEntity, event: EventEntity): CoHostLine {
  const who = { isHost: mayHost(actor, event), isAsked: actor.leads(organisationId) };
  const facts = { state, event: event.state };
  const can = { accept: answerVerdict('accepted', who, facts), decline: answerVerdict('declined', who, facts), withdraw: answerVerdict('withdrawn', who, facts) };
  return { id, organisationId, name, state, words, answer, invitedAt: invitedAt.toISOString(), can };
}

/** Refuses what a verdict says. */
export function insist(verdict: true | string): void {
  if (verdict !== true) refuse(verdict, { status: STATUS_OF[verdict] ?? 409 });
}
