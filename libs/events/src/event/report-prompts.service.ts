import { Injectable } from '@nestjs/common';
import { Db, Outbox, rows } from '@yoriai/platform';

/** Events asked for in one transaction of the sweep. */
const SLICE = 100;

/**
 * Events that wait for their report on the 1st, 7th or 14th day after their end, as the calendar in Japan has it. Held up,
 * only the last of the days that came is asked for, and none four weeks after the end: then it is the ward's to ring up: from the last of them on, `ReportDesks` lists it.
 * What was sent back on such a day, or since, was asked for by that. From nine to eight in the evening: a letter falls into no night.
 */
const TO_ASK = `
  insert into events.report_prompt (event_id, days, at)
  select event.id, due.days, $1::timestamptz
  from events.event event
  cross join lateral (select (event.ends_at at time zone 'Asia/Tokyo')::date as on_day, ($1::timestamptz at time zone 'Asia/Tokyo')::date as today) ended
  cross join lateral (select max(days) as days from unnest(array[1, 7, 14]) days where ended.on_day + days <= ended.today) due
  where event.state = 'awaiting-report' and due.days is not null and ended.today < ended.on_day + 28
    and ($1::timestamptz at time zone 'Asia/Tokyo')::time >= '09:00' and ($1::timestamptz at time zone 'Asia/Tokyo')::time < '20:00'
    and not exists (select from events.report_prompt asked where asked.event_id = event.id and asked.days >= due.days)
    and not exists (select from events.event_transition back where back.event_id = event.id and back.from_state = 'reported' and back.to_state = 'awaiting-report'
      and (back.at at time zone 'Asia/Tokyo')::date >= ended.on_day + due.days)
  order by event.id limit ${SLICE}
  on conflict do nothing returning event_id, days`;

/** 実施報告をお願いします: whoever leads an event that is over is asked for its report, three times at most. */
@Injectable()
export class ReportPrompts {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
  ) {}

  /** Announces `events.report-due` for every report that is due at `now`, each day once; answers how many. Any number of workers at once. */
  async sweep(now: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      const found = await rows<{ event_id: string; days: 1 | 7 | 14 }>(tx, TO_ASK, [now]);
      await this.outbox.addAll(tx, found.map(({ event_id: eventId, days }) => ({ message: 'events.report-due' as const, payload: { eventId, days } })));
      return found.length;
    });
  }
}
