import { Injectable } from '@nestjs/common';
import { FORGOTTEN_NAME } from '@yoriai/identity';
import { Db, Outbox, rows } from '@yoriai/platform';
import { StartRepository } from '../start/start.repository.js';
import { INCIDENT_KEPT_DAYS, KEPT_DAYS } from './asks.rules.js';

/** Forgets what was asked besides who came. */
@Injectable()
export class AnswersForgetting {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly starts: StartRepository,
  ) {}

  /** What was changed of applications, judges' names, guardians, birth dates (also of those who wait as the rest of a group, whose row has only companions), answers, what was said about pictures and what hosts wrote to whom they did not choose, of events that ended thirty days ago, or never came to be held; who was hurt, a year after; how often addresses were asked, a day after. Any number of workers; answers how many applications it was. */
  sweep(now: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      const forgotten = await rows(
        tx,
        `update events.application set born = null, answers = null, photos = null, host_words = null, companions = (
           select jsonb_agg(each - 'born' order by place) from jsonb_array_elements(companions) with ordinality as named (each, place))
         where (born is not null or answers is not null or photos is not null or host_words is not null or companions @? '$[*].born')
           and event_id in (select id from events.event where ends_at < $1::timestamptz - make_interval(days => $2)) returning id`,
        [now, KEPT_DAYS],
      );
      const guardians = await rows<{ event_id: string }>(
        tx,
        `delete from events.guardian_consent where event_id in (select id from events.event where ends_at < $1::timestamptz - make_interval(days => $2)) returning event_id`,
        [now, KEPT_DAYS],
      );
      // Judges are names beside links: what they gave stays, who it was and the way in go.
      const judges = await rows(
        tx,
        `update events.contest_judge set name = '${FORGOTTEN_NAME}', token_hash = sha256(gen_random_uuid()::text::bytea)
         where name <> '${FORGOTTEN_NAME}' and event_id in (select id from events.event where ends_at < $1::timestamptz - make_interval(days => $2)) returning id`,
        [now, KEPT_DAYS],
      );
      // That an application was changed stays, with its numbers; what it read before and since, and addresses nobody confirmed, go.
      const amended = await rows<{ event_id: string }>(
        tx,
        `update events.application_amendment set was = null, now = null
         where (was is not null or now is not null) and event_id in (select id from events.event where ends_at < $1::timestamptz - make_interval(days => $2)) returning event_id`,
        [now, KEPT_DAYS],
      );
      const [hurt] = await rows<{ reports: number }>(tx, 'select events.forget_who_was_hurt($1::timestamptz - make_interval(days => $2)) as reports', [now, INCIDENT_KEPT_DAYS]);
      const asked = await rows<{ event_id: string }>(tx, `delete from events.email_change where event_id in (select id from events.event where ends_at < $1::timestamptz - make_interval(days => $2)) returning event_id`, [now, KEPT_DAYS]);
      await rows(tx, `delete from events.email_asked where asked_at <= $1::timestamptz - interval '1 day'`, [now]);
      const changed = [...new Set([...amended, ...asked].map((each) => each.event_id))];
      await this.outbox.addAll(tx, changed.map((eventId) => ({ message: 'events.amendments-forgotten' as const, payload: { eventId } })));
      const events = [...new Set(guardians.map((each) => each.event_id))];
      await this.outbox.addAll(tx, events.map((eventId) => ({ message: 'events.guardians-forgotten' as const, payload: { eventId } })));
      const starts = await this.starts.forget(tx, now);
      if (starts.length > 0) await this.outbox.add(tx, 'events.starts-forgotten', { startIds: starts });
      return forgotten.length + guardians.length + judges.length + amended.length + (hurt?.reports ?? 0) + starts.length;
    });
  }
}
