import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog, type LoggedAction } from '@yoriai/identity';
import { Clock, Db, refuse, type Tx } from '@yoriai/platform';
import type { StartList, StartRequestInApp, StartTask, StartTaskList } from './start.dto.js';
import type { StartRequestEntity } from './start.entity.js';
import { StartLines } from './start-lines.js';
import { asks, seesRequest } from './start.policy.js';
import { StartRepository } from './start.repository.js';
import { beginVerdict, isToCall } from './start.rules.js';
import { StartWriter } from './start-writer.js';

const A_YEAR = 365 * 24 * 60 * 60 * 1000;

/** Requests to begin something, in the App: the ward office sees all, an association its own, a council and a centre those of their area without who asks. */
@Injectable()
export class Starts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly log: AccessLog,
    private readonly starts: StartRepository,
    private readonly lines: StartLines,
    private readonly writer: StartWriter,
  ) {}

  /** What the actor may see; reading contacts is logged with how many. */
  list(actor: Actor): Promise<StartList> {
    return this.db.transaction((tx) => this.listed(tx, actor, { action: 'starts.contacts-read', subject: 'starts:open' }));
  }

  /** The same within a transaction, after an act: it is what is logged. */
  async listed(tx: Tx, actor: Actor, done: { action: LoggedAction; subject: string }): Promise<StartList> {
    const sight = await this.lines.sight(tx, actor);
    const seen = await this.starts.visibleTo(tx, sight, new Date(this.clock.now().getTime() - A_YEAR));
    const items = await this.lines.lines(tx, actor, seen);
    const rowCount = items.filter(({ contact }) => contact !== null).length;
    if (rowCount > 0 || done.action !== 'starts.contacts-read') await this.log.add(tx, { actorPersonId: actor.personId, ...done, rowCount });
    return { items };
  }

  /** Whether the actor sees this one. */
  async seesOne(tx: Tx, actor: Actor, request: StartRequestEntity): Promise<boolean> {
    return seesRequest(await this.lines.sight(tx, actor), request);
  }

  /** What waits for the actor: answers and calls for the ward office, series to begin for whoever asked, too. Without names: nothing for the access log. */
  waiting(actor: Actor): Promise<StartTaskList> {
    return this.db.read(async (tx) => {
      const open = await this.starts.openVisibleTo(tx, await this.lines.sight(tx, actor));
      return { items: open.flatMap((request) => tasksOf(actor, request)) };
    });
  }

  /** Asks: for an association that the actor leads; the ward office also for somebody who called. Refuses `start.leaders-only` (403), and as `StartWriter.write`. */
  async ask(actor: Actor, { organisationId = null, ...request }: StartRequestInApp): Promise<StartList> {
    if (!actor.isStaff() && !asks(actor, organisationId)) return refuse('start.leaders-only', { status: 403 });
    return this.db.transaction(async (tx) => {
      const language = asks(actor, organisationId) ? await this.lines.languageOf(tx, actor.personId) : 'ja';
      const id = await this.writer.write(tx, request, { organisationId, askedBy: actor.personId, language });
      return this.listed(tx, actor, { action: 'start.asked', subject: `start:${id}` });
    });
  }
}

function tasksOf(actor: Actor, request: StartRequestEntity): StartTask[] {
  const { id, programme, venue, place, state, createdAt } = request;
  const about = { id, programme, place: venue ?? place ?? '', state, createdAt: createdAt.toISOString() };
  const staff = actor.isStaff();
  return [
    ...(staff && (state === 'waiting' || state === 'talking') ? [{ ...about, kind: 'answer' as const }] : []),
    ...(staff && isToCall(request) ? [{ ...about, kind: 'call' as const }] : []),
    ...((staff || asks(actor, request.organisationId)) && beginVerdict(request) === true ? [{ ...about, kind: 'begin' as const }] : []),
  ];
}
