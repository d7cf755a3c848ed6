import { Injectable } from '@nestjs/common';
import { Amendments, type EventSummary } from '@yoriai/events';
import { Ledger, type CallSheetLine } from '@yoriai/notifications';
import { Clock, type Tx } from '@yoriai/platform';

/** So long after an event its call sheet is shown; then nothing is left to say. */
export const CALL_SHEET_DAYS = 7;

/** Whether the call sheet of an event is shown no more. */
export function isCallSheetOver({ endsAt }: Pick<EventSummary, 'endsAt'>, now: Date): boolean {
  return endsAt !== null && now.getTime() > endsAt.getTime() + CALL_SHEET_DAYS * 24 * 60 * 60 * 1000;
}

/** Whom no letter reached, by the number they said for the event. Here, because events and letters don't know each other. */
@Injectable()
export class CallSheets {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly amendments: Amendments,
  ) {}

  /** In kana order; nobody any more seven days after the event, see {@link isCallSheetOver}. L3 data: neither are rights asked here nor is the read logged; the desk and the paper do both. */
  async of(tx: Tx, event: Pick<EventSummary, 'id' | 'endsAt'>): Promise<CallSheetLine[]> {
    if (isCallSheetOver(event, this.clock.now())) return [];
    const eventId = event.id;
    const lines = await this.ledger.callSheet(tx, eventId);
    const said = await this.amendments.phonesOf(tx, eventId, lines.map(({ personId }) => personId));
    return lines.map((line) => ({ ...line, phone: said.get(line.personId) ?? line.phone }));
  }
}
