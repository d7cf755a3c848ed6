import { Injectable } from '@nestjs/common';
import { Config, Secrets } from '@yoriai/platform';
import type { EventEntity } from '../event/event.entity.js';
import { invitedAddress, partsOf } from './invited-address.rules.js';

/** What an address is made of. */
export type Addressed = Pick<EventEntity, 'id' | 'slug' | 'visibility' | 'invitationRound'>;

/** Characters of the signature that stand in the link: 132 bits, which nobody guesses. */
const TOKEN_LENGTH = 22;

/**
 * The last part of the address of an event's page. Of an event that not everybody sees it ends in a token that is derived
 * from the event, the round of its link and whom it is for (docs/adr/0007, 0043, 0061): nothing of it is stored, and a new round
 * or another circle ends the old link.
 */
@Injectable()
export class EventAddresses {
  constructor(
    private readonly secrets: Secrets,
    private readonly config: Config,
  ) {}

  /** What stands after `/events/`. Told to those only who may open the page. */
  of(event: Addressed): string {
    return event.visibility === null ? event.slug : invitedAddress(event.slug, this.token(event));
  }

  /** The whole link. */
  url(event: Addressed): string {
    return `${this.config.publicUrl}/events/${this.of(event)}`;
  }

  /** Whether this token, or none, opens the page of the event; what everybody sees is opened by any. */
  opens(event: Addressed, token: string | null | undefined): boolean {
    return event.visibility === null || (token !== null && token !== undefined && this.matches(event, token));
  }

  /** Whether this address opens the page of the event that bears its slug. */
  opensAt(event: Addressed, address: string): boolean {
    return this.opens(event, partsOf(address).token);
  }

  private token(event: Addressed): string {
    return this.secrets.sign('event-invitation', signed(event)).slice(0, TOKEN_LENGTH);
  }

  private matches(event: Addressed, token: string): boolean {
    return this.secrets.verifyBeginning('event-invitation', signed(event), token, TOKEN_LENGTH);
  }
}

/** An invitation stays what it was before there were circles. */
function signed({ id, invitationRound, visibility }: Addressed): string {
  return visibility === 'invited' ? `${id} ${invitationRound}` : `${id} ${invitationRound} ${visibility}`;
}
