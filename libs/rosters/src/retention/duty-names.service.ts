import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';

/** A duty whose name is to go. */
export interface NamedDuty {
  id: string;
  eventId: string;
  personId: string;
}

const DUE = 'not name_removed and upper(during) < $1';

/** The end of the names of those who were on duty (docs/adr/0066): kept longer than of those who came, for claims on an insurance. For the worker alone. */
@Injectable()
export class DutyNames {
  /** Some duties that ended before then and still have a name; held, and passed over by whoever comes at the same time. */
  claim(tx: Tx, before: Date, limit: number): Promise<NamedDuty[]> {
    return rows(tx, `select id, event_id as "eventId", person_id as "personId" from rosters.assignment where ${DUE} order by upper(during) limit $2 for update skip locked`, [before, limit]);
  }

  /** Those of these people whose name another duty needs. */
  async neededElsewhere(tx: Tx, personIds: readonly string[], besides: readonly string[] = []): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      'select distinct person_id as id from rosters.assignment where person_id = any($1::uuid[]) and not name_removed and id <> all($2::uuid[])',
      [personIds, besides],
    );
    return found.map(({ id }) => id);
  }

  /** Who had these duties is not known any more. `standIns`: who stands in for whom, where a person's own record is needed elsewhere. */
  async remove(tx: Tx, dutyIds: readonly string[], standIns: ReadonlyMap<string, string>): Promise<void> {
    await rows(
      tx,
      `update rosters.assignment a set name_removed = true, photos = null, ended_reason = null,
         person_id = coalesce((select nobody.id from unnest($2::uuid[], $3::uuid[]) as nobody (was, id) where nobody.was = a.person_id), a.person_id)
       where a.id = any($1::uuid[])`,
      [dutyIds, [...standIns.keys()], [...standIns.values()]],
    );
  }

  /** What would go now, by the fiscal year in which the duties ended; changes nothing. */
  due(tx: Tx, before: Date): Promise<{ fiscalYear: number; duties: number }[]> {
    return rows(
      tx,
      `select extract(year from (upper(during) at time zone 'Asia/Tokyo') - interval '3 months')::int as "fiscalYear", count(*)::int as duties
       from rosters.assignment where ${DUE} group by 1 order by 1`,
      [before],
    );
  }
}
