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
