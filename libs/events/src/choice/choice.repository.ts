import { Injectable } from '@nestjs/common';
import { newId, rows, type DateOnly, type Tx } from '@yoriai/platform';
import type { ApplicationStatus, TransitionCause } from '../application/application.entity.js';

/** An application that the host answers, or answered. */
export interface Applicant {
  id: string;
  event_id: string;
  frame_id: string;
  person_id: string;
  heads: number;
  status: ApplicationStatus;
  chosen: boolean;
  received_at: Date | null;
  untold_since: Date | null;
}

/** What becomes of an application. `order`: the place in the queue; null for everybody else. */
export interface Settled {
  id: string;
  status: ApplicationStatus;
  order: number | null;
}

const APPLICANTS = `
  select application.id, application.event_id, frame_id, person_id, heads, status, frame.method = 'chosen' as chosen, received_at,
    case when answer_told_at is null then answered_at end as untold_since
  from events.application application join events.frame frame on frame.id = frame_id`;

// A child whose guardian has not said yes has a place that is kept until then.
const SETTLE = `
  with outcome as (select * from unnest($1::uuid[], $2::text[], $3::int[], $4::uuid[]) as each (id, status, waitlist_order, transition_id)), before as (
    select id, status from events.application where id = any($1::uuid[])
  ), changed as (
    update events.application set status = case when outcome.status = 'confirmed' and application.consent = 'asked' then 'guardian_pending' else outcome.status end,
      waitlist_order = outcome.waitlist_order, answered_at = $7::timestamptz, answer_told_at = $8::timestamptz, host_words = case when outcome.status = 'declined' then $9 end
    from outcome where application.id = outcome.id returning application.id, event_id, application.status, transition_id
  )
  insert into events.application_transition (id, application_id, event_id, from_status, to_status, cause, reason, actor_person_id, at)
  select transition_id, changed.id, event_id, before.status, changed.status, $5, null, $6, $10::timestamptz
  from changed join before on before.id = changed.id`;

/** By which day a host that said none is expected to have answered: three days before the event. */
const DUE_ON = `coalesce(frame.answers_by, (event.starts_at at time zone 'Asia/Tokyo')::date - 3)`;

// From nine on the day before, and on the day after: the letter waits for no night, for it never falls into one.
const PROMPTS = `
  insert into events.answer_prompt (event_id, due_on, stage, at)
  select distinct event.id, ${DUE_ON}, $2, $1::timestamptz
  from events.frame frame join events.event event on event.id = frame.event_id
  where frame.method = 'chosen' and frame.entered > 0 and event.state = 'published' and event.starts_at > $1::timestamptz
    and (($1::timestamptz at time zone 'Asia/Tokyo')::time >= '09:00' and ($1::timestamptz at time zone 'Asia/Tokyo')::time < '20:00')
    and case when $2 = 'near' then ($1::timestamptz at time zone 'Asia/Tokyo')::date between ${DUE_ON} - 1 and ${DUE_ON} else ($1::timestamptz at time zone 'Asia/Tokyo')::date > ${DUE_ON} end
  on conflict do nothing returning event_id, due_on::text as due_on`;

/** SQL of the host's answers. Statuses change only while the frames are locked; counters are in application/frame-counters.ts. */
@Injectable()
export class ChoiceRepository {
  /** Applications of one event by id, in the order they came. */
  applicants(tx: Tx, eventId: string, ids: readonly string[]): Promise<Applicant[]> {
    return rows<Applicant>(
      tx,
      `${APPLICANTS} where application.event_id = $1 and application.id = any($2::uuid[]) order by application.created_at, application.id`,
      [eventId, ids],
    );
  }

  /** Those of a frame whom nobody has answered although the event has begun, in the order they came; not who was let in at the door all the same. */
  unanswered(tx: Tx, frameId: string, now: Date): Promise<Applicant[]> {
    return rows<Applicant>(
      tx,
      `${APPLICANTS} join events.event event on event.id = application.event_id and event.starts_at <= $2
       where frame_id = $1 and status = 'applied' and received_at is null order by application.created_at, application.id`,
      [frameId, now],
    );
  }

  /** Frames of events that have begun in which somebody was not answered. */
  async framesLeft(tx: Tx, now: Date): Promise<string[]> {
    const found = await rows<{ id: string }>(
      tx,
      `select frame.id from events.frame frame join events.event event on event.id = frame.event_id
       where frame.method = 'chosen' and frame.entered > 0 and event.starts_at <= $1
         and exists (select from events.application where frame_id = frame.id and status = 'applied' and received_at is null) order by frame.id`,
      [now],
    );
    return found.map(({ id }) => id);
  }

  /** Writes down the answers (`at`), or that there is none any more (null). `told`: they are told in this transaction. */
  async settle(
    tx: Tx,
    outcomes: readonly Settled[],
    about: { cause: TransitionCause; actorPersonId: string | null; at: Date; answered: boolean; told: boolean; words: string | null },
  ): Promise<void> {
    const column = <T>(of: (each: Settled) => T): T[] => outcomes.map(of);
    const { cause, actorPersonId, at, answered, told, words } = about;
    await rows(tx, SETTLE, [
      column(({ id }) => id),
      column(({ status }) => status),
      column(({ order }) => order),
      outcomes.map(() => newId()),
      cause,
      actorPersonId,
      answered ? at : null,
      told ? at : null,
      words,
      at,
    ]);
  }

  /** Applications whose answer can't be taken back any more and was not told, at most so many, with their frames. Whoever ended meanwhile has no answer. */
  due(tx: Tx, before: Date, most: number): Promise<{ id: string; frame_id: string }[]> {
    return rows(tx, 'select id, frame_id from events.application where answered_at <= $1 and answer_told_at is null order by answered_at, id limit $2', [before, most]);
  }

  /** Marks them as told; answers those that were not. Their frames are locked. */
  tell(tx: Tx, ids: readonly string[], before: Date, now: Date): Promise<{ id: string; event_id: string; person_id: string; status: ApplicationStatus }[]> {
    return rows(
      tx,
      'update events.application set answer_told_at = $3 where id = any($1::uuid[]) and answered_at <= $2 and answer_told_at is null returning id, event_id, person_id, status',
      [ids, before, now],
    );
  }

  /** Events of which whoever leads them has to be reminded now; each day and stage once. */
  prompt(tx: Tx, stage: 'near' | 'over', now: Date): Promise<{ event_id: string; due_on: DateOnly }[]> {
    return rows(tx, PROMPTS, [now, stage]);
  }
}
