import { Injectable } from '@nestjs/common';
import { newId, rows, type Tx } from '@yoriai/platform';
import type { TransitionCause } from './application.entity.js';
import type { Entry } from './draw.rules.js';
import type { Group } from './parting.js';

/** Somebody who takes part in a draw, as the draw needs them. */
export interface Entrant extends Group, Entry {}

/** What becomes of an entrant. `order`: their place in the queue; null for who has a place. */
export interface Outcome {
  id: string;
  order: number | null;
}

/** A draw as everybody may see it. */
export interface DrawRow {
  frame_id: string;
  name: string;
  capacity: number;
  commitment: string;
  closes_at: Date | null;
  entered: number;
  /** Null until it is drawn. */
  seed: string | null;
  drawn_at: Date | null;
  drawn_capacity: number | null;
  entries: Entry[] | null;
}

const OUTCOME = `
  with outcome as (select * from unnest($1::uuid[], $2::int[], $3::uuid[]) as each (id, waitlist_order, transition_id)), changed as (
    update events.application set status = case when outcome.waitlist_order is not null then 'waitlisted' when application.consent = 'asked' then 'guardian_pending' else 'confirmed' end, waitlist_order = outcome.waitlist_order
    from outcome where application.id = outcome.id returning application.id, event_id, status, transition_id
  )
  insert into events.application_transition (id, application_id, event_id, from_status, to_status, cause, reason, actor_person_id, at)
  select transition_id, id, event_id, 'applied', status, $4, null, null, $5 from changed`;

/** SQL of draws. The seed leaves the database only to be used, and to be published afterwards. */
@Injectable()
export class DrawRepository {
  /** Frames whose entries are closed and not drawn yet, in the order in which they draw from what they share. */
  async due(tx: Tx, now: Date): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select frame.id from events.frame frame join events.event event on event.id = frame.event_id
       where frame.method = 'lottery' and frame.drawn_at is null and frame.closes_at <= $1 and event.state = 'published' order by frame.closes_at, frame.sort, frame.id`,
      [now],
    );
    return found.map(({ id }) => id);
  }

  /** Of the frames that share an event's places, the one to be drawn first: by closing, then as they stand in the event. Only while they are locked. */
  async firstDue(tx: Tx, eventId: string, now: Date): Promise<string | null> {
    const [found] = await rows<{ id: string }>(
      tx,
      `select id from events.frame where event_id = $1 and counted and method = 'lottery' and drawn_at is null and closes_at <= $2 order by closes_at, sort, id limit 1`,
      [eventId, now],
    );
    return found?.id ?? null;
  }

  /** Only while the frame is locked. */
  async seedOf(tx: Tx, frameId: string): Promise<{ seed: string; event_id: string; due: Date | null }> {
    const [found] = await rows<{ seed: string; event_id: string; due: Date | null }>(tx, `select draw_seed as seed, event_id, case when method = 'lottery' then closes_at end as due from events.frame where id = $1`, [frameId]);
    return found!;
  }

  /** Everybody who has entered, by number. Only while the frame is locked. */
  entrants(tx: Tx, frameId: string): Promise<Entrant[]> {
    return rows<Entrant>(
      tx,
      `select id, event_id, frame_id, person_id, heads, companions, part_of, waitlist_order, number, part_is_fine as "partIsFine"
       from events.application where frame_id = $1 and status = 'applied' order by number`,
      [frameId],
    );
  }

  /** Writes down who has a place and who waits. */
  async settle(tx: Tx, outcomes: readonly Outcome[], at: Date): Promise<void> {
    const cause: TransitionCause = 'draw';
    await rows(tx, OUTCOME, [outcomes.map(({ id }) => id), outcomes.map(({ order }) => order), outcomes.map(() => newId()), cause, at]);
  }

  /** Keeps what the draw was made of, for everybody to repeat. */
  async publish(tx: Tx, draw: { frameId: string; eventId: string; seed: string; capacity: number; entries: readonly Entry[]; at: Date }): Promise<void> {
    const entries = JSON.stringify(draw.entries.map(({ number, heads, partIsFine }) => ({ number, heads, partIsFine })));
    await rows(tx, 'insert into events.draw (frame_id, event_id, seed, capacity, entries, drawn_at) values ($1, $2, $3, $4, $5, $6)', [
      ...[draw.frameId, draw.eventId, draw.seed, draw.capacity, entries, draw.at],
    ]);
  }

  /** The draws of an event, of frames that were published with it. */
  ofEvent(tx: Tx, eventId: string): Promise<DrawRow[]> {
    return rows<DrawRow>(
      tx,
      `select frame.id as frame_id, frame.name, frame.capacity, encode(sha256(convert_to(frame.draw_seed, 'UTF8')), 'hex') as commitment, frame.closes_at, frame.entered,
         draw.seed, draw.drawn_at, draw.capacity as drawn_capacity, draw.entries
       from events.frame frame left join events.draw draw on draw.frame_id = frame.id
       where frame.event_id = $1 and frame.method = 'lottery' order by frame.sort, frame.id`,
      [eventId],
    );
  }
}
