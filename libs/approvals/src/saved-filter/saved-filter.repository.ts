import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import type { DeskFilter } from '../approval-case/desk-filter.dto.js';
import type { SavedFilter } from './saved-filter.dto.js';

/** Filters that one person keeps; as many as stand above a list without hiding it. */
const MOST = 20;

/** SQL of the filters that people keep. Every statement names whose they are. */
@Injectable()
export class SavedFilterRepository {
  of(tx: Tx, personId: string): Promise<SavedFilter[]> {
    return rows(tx, 'select id, name, query from approvals.saved_filter where person_id = $1 order by place', [personId]);
  }

  /** Puts it on the first free place, which is that of the one taken away last; answers whether there was any. One at a time for a person. */
  async add(tx: Tx, personId: string, { id, name, query }: { id: string; name: string; query: DeskFilter }): Promise<boolean> {
    await rows(tx, `select pg_advisory_xact_lock(hashtextextended('approvals.saved-filter:' || $1, 0))`, [personId]);
    const added = await rows(
      tx,
      `with added as (
         insert into approvals.saved_filter (id, person_id, place, name, query)
         select $1, $2, place, $3, $4 from generate_series(1, $5::int) place
         where not exists (select from approvals.saved_filter taken where taken.person_id = $2 and taken.place = place.place)
         order by place limit 1 returning id)
       select id from added`,
      [id, personId, name, JSON.stringify(query), MOST],
    );
    return added.length > 0;
  }

  /** Answers whether it was theirs. */
  async rename(tx: Tx, personId: string, id: string, name: string): Promise<boolean> {
    return (await rows(tx, 'with done as (update approvals.saved_filter set name = $3 where id = $2 and person_id = $1 returning id) select id from done', [personId, id, name])).length > 0;
  }

  /** Answers whether it was theirs. */
  async remove(tx: Tx, personId: string, id: string): Promise<boolean> {
    return (await rows(tx, 'with gone as (delete from approvals.saved_filter where id = $2 and person_id = $1 returning id) select id from gone', [personId, id])).length > 0;
  }
}
