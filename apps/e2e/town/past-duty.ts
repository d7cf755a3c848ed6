import { randomUUID } from 'node:crypto';
import { fiscalYearOf, inDays } from './days.js';
import { sql } from './sql.js';

/** Somebody had a duty yesterday; answers the fiscal year it counts in. */
export async function yearOfDuty({ id }: { id: string }, personId: string): Promise<string> {
  const day = inDays(-1).iso;
  const [from, to] = [`${day}T10:00:00+09:00`, `${day}T12:30:00+09:00`];
  const shift = randomUUID();
  await sql(
    `insert into rosters.shift (id, event_id, plan_key, duty, starts_at, ends_at, capacity, places_taken, created_at, updated_at)
     values ($1, $2, $3, '会場づくり', $4, $5, 3, 1, now(), now())`,
    [shift, id, randomUUID(), from, to],
  );
  await sql(
    `insert into rosters.assignment (id, shift_id, event_id, person_id, during, number, status, taken_at)
     select $1, $2, $3, $4, tstzrange($5::timestamptz, $6::timestamptz), 'QQQQQQ', 'confirmed', now()
     where not exists (select from rosters.assignment where person_id = $4 and during && tstzrange($5::timestamptz, $6::timestamptz))`,
    [randomUUID(), shift, id, personId, from, to],
  );
  return String(fiscalYearOf(day));
}
