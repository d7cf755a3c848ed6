import { Injectable } from '@nestjs/common';
import { Amendments, EventMessages, type EventSummary } from '@yoriai/events';
import { Ledger, type CallSheetLine } from '@yoriai/notifications';
import { Clock, type Tx } from '@yoriai/platform';

/** So long after an event its call sheet is shown; then nothing is left to say. */
export const CALL_SHEET_DAYS = 7;

/** Whether the call sheet of an event is shown no more. */
export function isCallSheetOver({ endsAt }: Pick<EventSummary, 'endsAt'>, now: Date): boolean {
  return endsAt !== null && now.getTime() > endsAt.getTime() + CALL_SHEET_DAYS * 24 * 60 * 60 * 1000;
}

type Missed = CallSheetLine['letters'][number];

/** Whom no letter reached, by the number they said for the event. Here, because events and letters don't know each other. */
@Injectable()
export class CallSheets {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly amendments: Amendments,
    private readonly messages: EventMessages,
  ) {}

  /** In kana order; nobody any more seven days after the event, see {@link isCallSheetOver}. L3 data: neither are rights asked here nor is the read logged; the desk and the paper do both. */
  async of(tx: Tx, event: Pick<EventSummary, 'id' | 'endsAt'>): Promise<CallSheetLine[]> {
    if (isCallSheetOver(event, this.clock.now())) return [];
    const eventId = event.id;
    const lines = await this.ledger.callSheet(tx, eventId);
    const said = await this.amendments.phonesOf(tx, eventId, lines.map(({ personId }) => personId));
    const written = await this.wordsOf(tx, lines);
    return lines.map((line) => ({ ...line, phone: said.get(line.personId) ?? line.phone, letters: line.letters.map(written) }));
  }

  /** What a host wrote stands with its message, not with the letter: a call says it in the host's own words. */
  private async wordsOf(tx: Tx, lines: readonly CallSheetLine[]): Promise<(letter: Missed) => Missed> {
    const idOf = ({ params }: Missed): string => (typeof params['messageId'] === 'string' ? params['messageId'] : '');
    const ids = new Set(lines.flatMap(({ letters }) => letters.map(idOf)).filter((id) => id !== ''));
    const found = await this.messages.byIds(tx, [...ids]);
    return (letter) => {
      const message = found.get(idOf(letter));
      return message ? { ...letter, params: { ...letter.params, words: `${message.title}　${message.body}` } } : letter;
    };
  }
}
