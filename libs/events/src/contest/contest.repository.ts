import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import type { Companion } from '../application/application.entity.js';
import type { EventState } from '../event/event.rules.js';
import type { ContestState, Division, Entry, EntryUnit, Prize, Results } from './contest.rules.js';
import type { TieBreak } from './ranking.rules.js';

/** A contest as it is written. */
export interface ContestRow {
  criteria: string[];
  scale: number;
  places: number;
  state: ContestState;
  ties: TieBreak[];
  prizes: Prize[];
  results: Results | null;
}

/** An entry and whether its people were received at the door. */
export interface EntryRow extends Entry {
  received: boolean;
}

/** Somebody who judges: a name and a link, no record as a person. */
export interface JudgeRow {
  id: string;
  name: string;
  head: boolean;
  sheets: number;
}

/** A judge by their link, with what they judge. */
export interface JudgeAtWork {
  id: string;
  name: string;
  event_id: string;
  state: EventState;
  starts_at: Date | null;
  ends_at: Date | null;
  place_name: string | null;
  place_address: string | null;
  title: string;
}

/** Who is behind an entry: for certificates, and in public where they allowed it. */
export interface EntrantRow {
  number: number;
  division: string;
  unit: EntryUnit;
  head: number;
  person_id: string;
  companions: Companion[] | null;
  group_name: string | null;
  part_of: string | null;
  named: boolean;
}

const CONTEST = 'select criteria, scale, places, state, ties, prizes, results from events.contest where event_id = $1';

/** SQL of contests. Entry numbers are given by the database alone (`events.number_entries`). */
@Injectable()
export class ContestRepository {
  async of(tx: Tx, eventId: string): Promise<ContestRow | null> {
    return (await rows<ContestRow>(tx, CONTEST, [eventId]))[0] ?? null;
  }

  /** The same, so that nobody closes the judging while a sheet is written, or the other way round. */
  async lock(tx: Tx, eventId: string, how: 'for update' | 'for share'): Promise<ContestRow | null> {
    return (await rows<ContestRow>(tx, `${CONTEST} ${how}`, [eventId]))[0] ?? null;
  }

  /** The event, so that its report is not handed in meanwhile. */
  async holdEvent(tx: Tx, eventId: string): Promise<Pick<JudgeAtWork, 'state' | 'starts_at'>> {
    const [found] = await rows<Pick<JudgeAtWork, 'state' | 'starts_at'>>(tx, 'select state, starts_at from events.event where id = $1 for share', [eventId]);
    return found!;
  }

  divisionsOf(tx: Tx, eventId: string): Promise<Division[]> {
    return rows(tx, 'select frame_id as "frameId", name, unit from events.contest_division where event_id = $1 order by sort, frame_id', [eventId]);
  }

  entriesOf(tx: Tx, eventId: string): Promise<EntryRow[]> {
    return rows(
      tx,
      `select entry.number, entry.frame_id as "frameId", application.status in ('confirmed', 'guardian_pending') as stands, application.received_at is not null as received,
         array(select (select sum(point)::int from unnest(points) point) from events.contest_sheet sheet where sheet.event_id = entry.event_id and sheet.number = entry.number order by judge_id) as sheets
       from events.contest_entry entry join events.application application on application.id = entry.application_id
       where entry.event_id = $1 order by entry.number`,
      [eventId],
    );
  }

  judgesOf(tx: Tx, eventId: string): Promise<JudgeRow[]> {
    return rows(tx, 'select id, name, head, (select count(*)::int from events.contest_sheet where judge_id = judge.id) as sheets from events.contest_judge judge where event_id = $1 order by head desc, id', [eventId]);
  }

  async judgeByToken(tx: Tx, tokenHash: Buffer): Promise<JudgeAtWork | null> {
    const found = await rows<JudgeAtWork>(
      tx,
      `select judge.id, judge.name, judge.event_id, event.state, event.starts_at, event.ends_at, event.place_name, event.place_address, coalesce(event.title, '') as title
       from events.contest_judge judge join events.event event on event.id = judge.event_id where judge.token_hash = $1`,
      [tokenHash],
    );
    return found[0] ?? null;
  }

  async eventOfJudge(tx: Tx, id: string): Promise<string | null> {
    const [found] = await rows<{ event_id: string }>(tx, 'select event_id from events.contest_judge where id = $1', [id]);
    return found?.event_id ?? null;
  }

  /** Of one judge, by entry. */
  async sheetsOf(tx: Tx, judgeId: string): Promise<Map<number, number[]>> {
    const found = await rows<{ number: number; points: number[] }>(tx, 'select number, points from events.contest_sheet where judge_id = $1', [judgeId]);
    return new Map(found.map(({ number, points }) => [number, points]));
  }

  async save(tx: Tx, eventId: string, { criteria, scale, places, at }: Pick<ContestRow, 'criteria' | 'scale' | 'places'> & { at: Date }): Promise<void> {
    await rows(
      tx,
      `insert into events.contest (event_id, criteria, scale, places, state, ties, prizes, updated_at) values ($1, $2, $3, $4, 'open', '[]', '[]', $5)
       on conflict (event_id) do update set criteria = excluded.criteria, scale = excluded.scale, places = excluded.places, updated_at = excluded.updated_at`,
      [eventId, criteria, scale, places, at],
    );
  }

  /** The divisions as they are now; one with entries does not go (foreign key). */
  async saveDivisions(tx: Tx, eventId: string, divisions: readonly Division[]): Promise<void> {
    await rows(tx, 'delete from events.contest_division where event_id = $1 and frame_id <> all($2::uuid[])', [eventId, divisions.map(({ frameId }) => frameId)]);
    await rows(
      tx,
      `insert into events.contest_division (frame_id, event_id, name, unit, sort)
       select frame_id, $1, name, unit, ord from unnest($2::uuid[], $3::text[], $4::text[]) with ordinality as division (frame_id, name, unit, ord)
       on conflict (frame_id) do update set name = excluded.name, unit = excluded.unit, sort = excluded.sort`,
      [eventId, divisions.map(({ frameId }) => frameId), divisions.map(({ name }) => name), divisions.map(({ unit }) => unit)],
    );
  }

  /** Gives numbers to who was confirmed before there were divisions, as they came. The frames are locked. */
  async number(tx: Tx, eventId: string): Promise<void> {
    await rows(tx, 'select events.number_entries($1, null)', [eventId]);
  }

  async setState(tx: Tx, eventId: string, { state, results, at }: { state: ContestState; results: Results | null; at: Date }): Promise<void> {
    await rows(tx, 'update events.contest set state = $2, results = $3, updated_at = $4 where event_id = $1', [eventId, state, results && JSON.stringify(results), at]);
  }

  async setAwards(tx: Tx, eventId: string, { ties, prizes, at }: Pick<ContestRow, 'ties' | 'prizes'> & { at: Date }): Promise<void> {
    await rows(tx, 'update events.contest set ties = $2, prizes = $3, updated_at = $4 where event_id = $1', [eventId, JSON.stringify(ties), JSON.stringify(prizes), at]);
  }

  async addJudge(tx: Tx, { id, eventId, name, head, tokenHash }: { id: string; eventId: string; name: string; head: boolean; tokenHash: Buffer }): Promise<void> {
    await rows(tx, 'insert into events.contest_judge (id, event_id, name, head, token_hash) values ($1, $2, $3, $4, $5)', [id, eventId, name, head, tokenHash]);
  }

  /** Not one who has judged (foreign key). */
  async removeJudge(tx: Tx, id: string): Promise<void> {
    await rows(tx, 'delete from events.contest_judge where id = $1', [id]);
  }

  /** One sheet per judge and entry: what is said again counts instead. */
  async writeSheet(tx: Tx, { eventId, number, judgeId, points, at }: { eventId: string; number: number; judgeId: string; points: readonly number[]; at: Date }): Promise<void> {
    await rows(
      tx,
      `insert into events.contest_sheet (event_id, number, judge_id, points, written_at) values ($1, $2, $3, $4, $5)
       on conflict (event_id, number, judge_id) do update set points = excluded.points, written_at = excluded.written_at`,
      [eventId, number, judgeId, points, at],
    );
  }

  /** Who is behind entries, by number. */
  entrantsOf(tx: Tx, eventId: string, numbers: readonly number[]): Promise<EntrantRow[]> {
    return rows(
      tx,
      `select entry.number, division.name as division, division.unit, entry.head, entry.named, application.person_id, application.companions, application.group_name, application.part_of
       from events.contest_entry entry
       join events.contest_division division on division.frame_id = entry.frame_id
       join events.application application on application.id = entry.application_id
       where entry.event_id = $1 and entry.number = any($2::int[]) order by entry.number`,
      [eventId, numbers],
    );
  }

  /** The application of a ticket, and whether it has entry numbers. */
  async byTicketHash(tx: Tx, ticketHash: Buffer): Promise<{ id: string; entered: boolean } | null> {
    const found = await rows<{ id: string; entered: boolean }>(
      tx,
      'select id, exists (select from events.contest_entry where application_id = application.id) as entered from events.application where ticket_hash = $1',
      [ticketHash],
    );
    return found[0] ?? null;
  }

  /** The holder of a ticket says whether its names may be shown with a prize. */
  async setNamed(tx: Tx, applicationId: string, named: boolean): Promise<void> {
    await rows(tx, 'update events.contest_entry set named = $2 where application_id = $1', [applicationId, named]);
  }
}
