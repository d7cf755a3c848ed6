import { Injectable } from '@nestjs/common';
import { Clock, newId, rows, type Tx } from '@yoriai/platform';
import type { LoggedAction } from './actions.js';

/** One line of the log: who read, exported or decided what, and why. */
export interface AccessLogEntry {
  /** Null for the operator at the command line and for the system. */
  actorPersonId: string | null;
  /** What was done, `<thing>.<past participle>`, e.g. `officers.contacts-read`. */
  action: LoggedAction;
  /** What it was done to, `<kind>:<id>`; never a name or an address. */
  subject: string;
  reason?: string;
  /** How many people's rows were read or exported. */
  rowCount?: number;
}

const WATCHING_MINUTES = 15;

/**
 * Who decided, read, exported, signed in. Append-only: the serving role has no right to change or delete
 * its rows. Nothing is chained here, so that writers never wait for each other; the worker seals what is
 * written, see {@link AccessLogSealer}.
 */
@Injectable()
export class AccessLog {
  constructor(private readonly clock: Clock) {}

  /** Writes one line in the transaction of the read itself, so that nothing is shown unlogged. */
  async add(tx: Tx, entry: AccessLogEntry): Promise<void> {
    const { actorPersonId, action, subject, reason, rowCount } = entry;
    await rows(
      tx,
      `with entry as (
         insert into identity.access_log (id, at, actor_person_id, action, subject, reason, row_count) values ($1, $2, $3, $4, $5, $6, $7) returning id)
       insert into identity.access_log_unsealed (entry_id) select id from entry`,
      [newId(), this.clock.now(), actorPersonId, action, subject, reason ?? null, rowCount ?? null],
    );
  }

  /**
   * For a screen that stays open and asks again every few seconds: one line a quarter of an hour, and one
   * whenever more people are shown than the last line says.
   */
  async addWatching(tx: Tx, entry: AccessLogEntry & { actorPersonId: string; rowCount: number }): Promise<void> {
    const { actorPersonId, action, subject, rowCount } = entry;
    const now = this.clock.now();
    await rows(
      tx,
      `with entry as (
       insert into identity.access_log (id, at, actor_person_id, action, subject, row_count)
       select $1, $2::timestamptz, $3::uuid, $4::text, $5::text, $6::int
       where not exists (
         select 1 from identity.access_log known
         where known.subject = $5 and known.actor_person_id = $3 and known.action = $4 and known.row_count >= $6
           and known.at > $2::timestamptz - make_interval(mins => ${WATCHING_MINUTES}))
       returning id)
       insert into identity.access_log_unsealed (entry_id) select id from entry`,
      [newId(), now, actorPersonId, action, subject, rowCount],
    );
  }
}
