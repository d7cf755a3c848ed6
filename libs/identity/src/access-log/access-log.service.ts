import { Injectable } from '@nestjs/common';
import { Clock, newId, rows, type Tx } from '@yoriai/platform';

/** One line of the log: who read, exported or decided what, and why. */
export interface AccessLogEntry {
  /** Null for the operator at the command line and for the system. */
  actorPersonId: string | null;
  /** What was done, `<thing>.<past participle>`, e.g. `officers.contacts-read`. */
  action: string;
  /** What it was done to, `<kind>:<id>`; never a name or an address. */
  subject: string;
  reason?: string;
  /** How many people's rows were read or exported. */
  rowCount?: number;
}

/** Append-only: the serving role has no right to change or delete its rows. */
@Injectable()
export class AccessLog {
  constructor(private readonly clock: Clock) {}

  /** Writes one line in the transaction of the read itself, so that nothing is shown unlogged. */
  async add(tx: Tx, entry: AccessLogEntry): Promise<void> {
    const { actorPersonId, action, subject, reason, rowCount } = entry;
    await rows(
      tx,
      'insert into identity.access_log (id, at, actor_person_id, action, subject, reason, row_count) values ($1, $2, $3, $4, $5, $6, $7)',
      [newId(), this.clock.now(), actorPersonId, action, subject, reason ?? null, rowCount ?? null],
    );
  }
}
