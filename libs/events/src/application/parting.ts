import { Injectable } from '@nestjs/common';
import { Clock, Outbox, newId, rows, type Tx } from '@yoriai/platform';
import type { Companion } from './application.entity.js';
import { parted } from './application.rules.js';
import { joinQueue } from './frame-counters.js';
import { TicketCodes } from './ticket-codes.js';

/** A group as it waited, before some of it were given places. */
export interface Group {
  id: string;
  event_id: string;
  frame_id: string;
  person_id: string;
  heads: number;
  companions: Companion[] | null;
  part_of: string | null;
  waitlist_order: number | null;
}

const PART = `
  with first as (update events.application set heads = $2, companions = $3 where id = $1)
  insert into events.application (id, frame_id, event_id, person_id, number, ticket_hash, heads, companions, group_name, part_is_fine, part_of, search_key,
    contact_phone, contact_email, status, waitlist_order, channel, entered_by, consent, photos, created_at)
  select $4, frame_id, event_id, person_id, $5, $6, heads - $2, $7, group_name, true, coalesce(part_of, id), search_key,
    contact_phone, contact_email, 'waitlisted', $8, channel, entered_by, consent, photos, $9
  from events.application where id = $1`;

/** Parts a group of which a part has come up: the others wait on where the group stood, with a ticket of their own. */
@Injectable()
export class Parting {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly codes: TicketCodes,
  ) {}

  /** So many of `group` have left the queue, as it says already; the others are written down. The frame is locked. */
  async part(tx: Tx, group: Group, heads: number): Promise<void> {
    const [first, others] = parted(group.companions, heads, group.part_of === null).map((each) => each && JSON.stringify(each));
    const id = newId();
    await rows(tx, PART, [group.id, heads, first, id, this.codes.number(id), this.codes.ticket(id).hash, others, group.waitlist_order, this.clock.now()]);
    await joinQueue(tx, group.frame_id);
    await this.outbox.add(tx, 'events.application-waitlisted', { applicationId: id, eventId: group.event_id, personId: group.person_id, parted: true });
  }
}
