import { asksOf } from '../asks/asks.rules.js';
import type { BookingRow } from '../application/application.repository.js';
import type { TicketAnswer } from '../application/application.dto.js';
import { phonePartlyHidden, partlyHidden } from '../consent/consent.rules.js';
import { AMENDED, type AmendedTold, type TicketToAmend } from './amended.dto.js';
import type { Amendment, EmailChange, FrameToAmend } from './amendment.repository.js';
import { amendFactsOf, amendVerdict, groupFactsOf, groupVerdict, linkEnds, moreVerdict, type AmendedBy } from './amendment.rules.js';

/** What is known of an application's changes besides its row. */
export interface Amended {
  /** Null where nothing may become another. */
  frame: FrameToAmend | null;
  latest: Amendment | null;
  email: EmailChange | null;
  /** `TicketCodes.read`. */
  read: string;
}

/** May anything of it become another? The row as its holder knows it. */
export const lineAmend = (row: BookingRow, by: AmendedBy, now: Date): true | string =>
  amendVerdict(amendFactsOf(row), by, now);

/** A change, without a word of what it read; null where there was none, or nobody needs to know any more. */
export function amendedTold(latest: Amendment | null): AmendedTold | null {
  if (latest === null || latest.now === null) return null;
  const { at, actorPersonId, headsBefore, headsAfter, now } = latest;
  return { at: at.toISOString(), by: actorPersonId === null ? 'ticket' : 'host', headsBefore, headsAfter, what: AMENDED.filter((each) => each in now) };
}

/** What the ticket says of changes. Whoever shows a ticket shows this: of the contact there is a part. */
export function ticketAmend(row: BookingRow, { frame, latest, email, read }: Amended, now: Date): Pick<TicketAnswer, 'amend' | 'amended' | 'emailAsked'> {
  const open = email !== null && email.email !== null && now < linkEnds(email.askedAt, row.starts_at) ? { email: partlyHidden(email.email), until: linkEnds(email.askedAt, row.starts_at).toISOString() } : null;
  return { amend: frame === null ? null : { ...toAmend(row, frame, now), read }, amended: amendedTold(latest), emailAsked: open };
}

function toAmend(row: BookingRow, frame: FrameToAmend, now: Date): Omit<TicketToAmend, 'read'> {
  const facts = groupFactsOf(row, frame);
  const asks = asksOf(row);
  return {
    most: Math.min(frame.perApplicationMax, row.capacity ?? Infinity, row.shared?.places ?? Infinity) - frame.besides,
    companions: frame.companions,
    group: groupVerdict(facts, 'ticket', now),
    more: moreVerdict(facts, 'ticket'),
    adults: asks.guardian && asks.ages === null && row.guardian === null,
    phone: row.contact_phone && phonePartlyHidden(row.contact_phone),
    email: row.contact_email && partlyHidden(row.contact_email),
  };
}
