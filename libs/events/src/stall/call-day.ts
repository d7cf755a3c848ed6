import { rows, type DateOnly, type Tx } from '@yoriai/platform';

/** The call of an event that was put off by so many days: what has not come yet of its first and last day goes along; a call that is over stays over. */
export async function moveCallBy(tx: Tx, eventId: string, days: number, today: DateOnly): Promise<void> {
  await rows(
    tx,
    `update events.stall_call set closes_on = closes_on + $2::int, opens_on = case when opens_on > $3::date then opens_on + $2::int else opens_on end
     where event_id = $1 and closes_on >= $3::date`,
    [eventId, days, today],
  );
}

/** The last day of a call that goes by the day of the event: where that is said or another, and when it is made public. Where it would be over by `today`, the day before the event. A call with a day of its own stays, and one that was public and is over stays over. */
export async function callByTheDay(tx: Tx, eventId: string, today: DateOnly): Promise<void> {
  await rows(
    tx,
    `update events.stall_call call set closes_on = case when event.day - call.closes_before < $2::date then event.day - 1 else event.day - call.closes_before end
     from (select id, state, (starts_at at time zone 'Asia/Tokyo')::date as day from events.event) event
     where call.event_id = $1 and event.id = call.event_id and call.closes_before is not null
       and (event.state <> 'published' or call.closes_on is null or call.closes_on >= $2::date)`,
    [eventId, today],
  );
}
