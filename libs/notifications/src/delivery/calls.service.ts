import { Injectable } from '@nestjs/common';
import { Clock, refuse, rows, type Tx } from '@yoriai/platform';

/** How many people of an event are still to be telephoned. */
export interface CallsLeft {
  eventId: string;
  people: number;
  /** Until when the soonest offer stands of which one of them is to be told; null where none does. */
  offeredUntil: Date | null;
}

/** Somebody who was telephoned about an event. */
export interface Called {
  eventId: string;
  personId: string;
}

/** Letters that reached nobody and were said on the telephone. A letter that comes later opens the line again. */
@Injectable()
export class Calls {
  constructor(private readonly clock: Clock) {}

  /** How many people of these events no letter reached and nobody has telephoned; events without any are missing. One statement. */
  left(tx: Tx, eventIds: readonly string[]): Promise<CallsLeft[]> {
    return rows(
      tx,
      `select event_id as "eventId", count(distinct person_id)::int as people,
         min((params->>'until')::timestamptz) filter (where kind = 'application-offered' and (params->>'until')::timestamptz > $2) as "offeredUntil"
       from notifications.delivery
       where event_id = any($1::uuid[]) and state in ('no-channel', 'bounced') and person_id is not null
         and not exists (select 1 from notifications.call where call.delivery_id = delivery.id)
       group by event_id`,
      [eventIds, this.clock.now()],
    );
  }

  /**
   * Marks the letters that the caller had in front of them as said; one that came since stays open. Marking twice
   * keeps who called first. Refuses `notifications.not-on-call-sheet` (404).
   */
  async mark(tx: Tx, { eventId, personId }: Called, letterIds: readonly string[], calledBy: string): Promise<void> {
    const of = [eventId, personId, letterIds];
    const found = await rows(
      tx,
      `select 1 from notifications.delivery
       where event_id = $1 and person_id = $2 and id = any($3::uuid[]) and state in ('no-channel', 'bounced')`,
      of,
    );
    if (found.length === 0) return refuse('notifications.not-on-call-sheet', { status: 404 });
    await rows(
      tx,
      `insert into notifications.call (delivery_id, called_by, called_at)
       select id, $4, $5 from notifications.delivery
       where event_id = $1 and person_id = $2 and id = any($3::uuid[]) and state in ('no-channel', 'bounced')
       on conflict do nothing`,
      [...of, calledBy, this.clock.now()],
    );
  }

  /**
   * Takes back the last tick: the letters that were marked together are to be said again, those said before stay said.
   * Nothing happens where a letter is still to be said, so that a second undo takes no earlier call along.
   */
  async undo(tx: Tx, { eventId, personId }: Called): Promise<void> {
    await rows(
      tx,
      `with sheet as (
         select call.delivery_id, call.called_at from notifications.delivery left join notifications.call on call.delivery_id = delivery.id
         where event_id = $1 and person_id = $2 and state in ('no-channel', 'bounced'))
       delete from notifications.call using sheet
       where call.delivery_id = sheet.delivery_id and call.called_at = (select max(called_at) from sheet)
         and not exists (select 1 from sheet where called_at is null)`,
      [eventId, personId],
    );
  }
}
