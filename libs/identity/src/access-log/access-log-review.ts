import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import type { LoggedAction } from './actions.js';
import { AccessLog } from './access-log.service.js';

/** A line of the log as it is reviewed. */
export interface LoggedAct {
  at: Date;
  actorPersonId: string | null;
  action: LoggedAction;
  subject: string;
  reason: string | null;
  rowCount: number | null;
}

/** Which lines; `subject` is what the reading itself is logged under. */
export interface ReviewWish {
  actions: readonly LoggedAction[];
  from: Date;
  /** Excluded. */
  until: Date;
  subject: string;
}

/** So many lines are read at once. */
const MOST = 500;

/** The log as those read it who watch over it: lines of some kinds in some time. Whether somebody may is for the caller to ask; that they did is logged. */
@Injectable()
export class AccessLogReview {
  constructor(private readonly log: AccessLog) {}

  /** How many there are, and the newest of them, newest first. */
  async of(tx: Tx, readerPersonId: string, { actions, from, until, subject }: ReviewWish): Promise<{ total: number; items: LoggedAct[] }> {
    const within = 'from identity.access_log where at >= $1 and at < $2 and action = any($3::text[])';
    const [count] = await rows<{ total: number }>(tx, `select count(*)::int as total ${within}`, [from, until, actions]);
    const items = await rows<LoggedAct>(tx, `select at, actor_person_id as "actorPersonId", action, subject, reason, row_count as "rowCount" ${within} order by at desc, id desc limit ${MOST}`, [from, until, actions]);
    await this.log.addWatching(tx, { actorPersonId: readerPersonId, action: 'access-log.reviewed', subject, rowCount: items.length });
    return { total: count?.total ?? 0, items };
  }
}
