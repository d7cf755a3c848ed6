import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Events, codeOf, type EventSummary } from '@yoriai/events';
import { Secrets, refuse, type Tx } from '@yoriai/platform';

/** Characters of the half that is signed: 594 million, and guesses are counted. */
const SIGNED = 6;
const CODE = /^([a-z0-9]{6})-?([a-z0-9]{6})$/;

/**
 * The code on the sheet at the entrance: the short code of the event, as on its poster, and six characters more
 * that only the sheet tells. Who has seen the poster alone receives nobody from home.
 */
@Injectable()
export class VenueCodes {
  constructor(
    private readonly secrets: Secrets,
    private readonly events: Events,
  ) {}

  /** `k7m2xp-9r4tqa`; the same as long as the secret of the installation stays. */
  of(event: Pick<EventSummary, 'id' | 'shortCode'>): string {
    return `${event.shortCode}-${this.signed(event.id)}`;
  }

  /** The event whose sheet this is, however the code is written. Refuses `attendance.venue-unknown` (404). */
  async event(tx: Tx, code: string): Promise<EventSummary> {
    const [, short, signed] = CODE.exec(code.normalize('NFKC').toLowerCase()) ?? [];
    const event = short && signed ? await this.events.byShortCode(tx, short) : null;
    if (!event || !timingSafeEqual(Buffer.from(this.signed(event.id)), Buffer.from(signed ?? ''))) return refuse('attendance.venue-unknown', { status: 404 });
    return event;
  }

  private signed(eventId: string): string {
    return codeOf(this.secrets.sign('venue-code', eventId), SIGNED);
  }
}
