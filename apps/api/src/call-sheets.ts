import { Injectable } from '@nestjs/common';
import { Amendments } from '@yoriai/events';
import { Ledger, type CallSheetLine } from '@yoriai/notifications';
import type { Tx } from '@yoriai/platform';

/** Whom no letter reached, by the number they said for the event. Here, because events and letters don't know each other. */
@Injectable()
export class CallSheets {
  constructor(
    private readonly ledger: Ledger,
    private readonly amendments: Amendments,
  ) {}

  /** In kana order. L3 data: neither are rights asked here nor is the read logged; the desk and the paper do both. */
  async of(tx: Tx, eventId: string): Promise<CallSheetLine[]> {
    const lines = await this.ledger.callSheet(tx, eventId);
    const said = await this.amendments.phonesOf(tx, eventId, lines.map(({ personId }) => personId));
    return lines.map((line) => ({ ...line, phone: said.get(line.personId) ?? line.phone }));
  }
}
