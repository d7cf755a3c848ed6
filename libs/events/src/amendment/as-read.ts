import { Injectable } from '@nestjs/common';
import { People } from '@yoriai/identity';
import { refuse, type Tx } from '@yoriai/platform';
import type { BookingRow } from '../application/application.repository.js';
import { TicketCodes } from '../application/ticket-codes.js';

/** Nobody changes over what another changed since they read it, whichever of it that was. */
@Injectable()
export class AsRead {
  constructor(
    private readonly codes: TicketCodes,
    private readonly people: People,
  ) {}

  /** Under the lock. `read` (`TicketCodes.read`) as the form had it; without one nothing is compared. Refuses `application.amended-meanwhile` (409). */
  async insist(tx: Tx, row: BookingRow, read: string | undefined): Promise<void> {
    if (read !== undefined && read !== this.codes.read(row, await this.people.byId(tx, row.person_id))) refuse('application.amended-meanwhile');
  }
}
