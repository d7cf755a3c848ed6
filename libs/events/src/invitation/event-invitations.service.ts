import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Db, refuse } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import type { EventEntity } from '../event/event.entity.js';
import { mayHost, maySeeInside } from '../event/event.policy.js';
import { EventRepository } from '../event/event.repository.js';
import { EventAddresses } from './event-addresses.js';
import type { EventInvitation } from './invitation.dto.js';

/** The link to an event that is for invited people alone. */
@Injectable()
export class EventInvitations {
  constructor(
    private readonly db: Db,
    private readonly loader: EventLoader,
    private readonly events: EventRepository,
    private readonly addresses: EventAddresses,
    private readonly log: AccessLog,
  ) {}

  /** The link as it is now, for the officers of the host and the ward office. Refuses `event.not-found` (404), `event.officers-only` (403), `event.not-by-invitation` (409). */
  link(actor: Actor, id: string): Promise<EventInvitation> {
    return this.db.read(async (tx) => {
      const { event } = await this.loader.read(tx, actor, id);
      if (!maySeeInside(actor, event)) return refuse('event.officers-only', { status: 403 });
      return this.told(event);
    });
  }

  /** Makes the link anew: the one that was given away until now opens nothing any more. Who applied keeps their ticket. Refuses like {@link link}, `event.host-only` (403). */
  renew(actor: Actor, id: string): Promise<EventInvitation> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.loader.lock(tx, actor, id);
      if (!mayHost(actor, event)) return refuse('event.host-only', { status: 403 });
      const renewed = { ...event, invitationRound: event.invitationRound + 1 };
      const told = this.told(renewed);
      await this.events.save(tx, renewed);
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'event.invitation-renewed', subject: `event:${id}` });
      return told;
    });
  }

  private told(event: EventEntity): EventInvitation {
    return event.visibility === null ? refuse('event.not-by-invitation') : { url: this.addresses.url(event) };
  }
}
