import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import type { EventSummary } from '@yoriai/events';
import { Db } from '@yoriai/platform';
import { Gate } from '../reception/gate.js';
import { VenueCodes } from './venue-codes.js';

/** What hangs at the entrance. */
@Injectable()
export class VenueSheets {
  constructor(
    private readonly db: Db,
    private readonly gate: Gate,
    private readonly codes: VenueCodes,
  ) {}

  /** The event and the code of its sheet, for those who lead it. Refuses `event.not-found` (404), `attendance.not-yours` (403). */
  of(actor: Actor, eventId: string): Promise<{ event: EventSummary; code: string }> {
    return this.db.read(async (tx) => {
      const event = await this.gate.eventOf(tx, actor, eventId);
      return { event, code: this.codes.of(event) };
    });
  }
}
