import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Events, codeOf, type EventSummary } from '@yoriai/events';
import { Secrets, refuse, type Tx } from '@yoriai/platform';

/** What a code is for; one never opens what another does. */
export type CodePurpose = 'venue-code' | 'board';

const UNKNOWN = { 'venue-code': 'attendance.venue-unknown', board: 'attendance.board-unknown' } as const;
/** Characters of the half that is signed: 594 million, and guesses are counted. */
const SIGNED = 6;
const CODE = /^([a-z0-9]{6})-?([a-z0-9]{6})$/;

/**
 * The code on the sheet at the entrance: the short code of the event, as on its poster, and six characters more
 * that only the sheet tells. Who has seen the poster alone receives nobody from home. The board of the hall has such a code too,
 * signed for another purpose (docs/adr/0096).
 */
@Injectable()
export class VenueCodes {
  constructor(
    private readonly secrets: Secrets,
    private readonly events: Events,
  ) {}

  /** `k7m2xp-9r4tqa`; the same as long as the secret of the installation stays. */
  of(event: Pick<EventSummary, 'id' | 'shortCode'>, purpose: CodePurpose = 'venue-code'): string {
    return `${event.shortCode}-${this.signed(event.id, purpose)}`;
  }

  /** The event whose code this is, however it is written. Refuses `attendance.venue-unknown`, or `attendance.board-unknown` (404). */
  async event(tx: Tx, code: string, purpose: CodePurpose = 'venue-code'): Promise<EventSummary> {
    const [, short, signed] = CODE.exec(code.normalize('NFKC').toLowerCase()) ?? [];
    const event = short && signed ? await this.events.byShortCode(tx, short) : null;
    if (!event || !timingSafeEqual(Buffer.from(this.signed(event.id, purpose)), Buffer.from(signed ?? ''))) return refuse(UNKNOWN[purpose], { status: 404 });
    return event;
  }

  private signed(eventId: string, purpose: CodePurpose): string {
    return codeOf(this.secrets.sign(purpose, eventId), SIGNED);
  }
}
