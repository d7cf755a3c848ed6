import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog, type LoggedAction } from '@yoriai/identity';
import { Clock, Config, Secrets, hashToken, jstDate, refuse, type Tx } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import type { EventFacts } from '../event/event.mapper.js';
import { leadsEvent } from '../event/event.policy.js';
import type { ContestDetail } from './contest.dto.js';
import { framesOf, toContestDetail, type ContestFacts } from './contest.mapper.js';
import { ContestRepository, type ContestRow } from './contest.repository.js';
import { contestVerdict, judgingVerdict } from './contest.rules.js';

/** The event behind its contest, for those who lead it: it is locked before the contest is, by everybody. */
@Injectable()
export class ContestEvents {
  constructor(
    private readonly loader: EventLoader,
    private readonly contests: ContestRepository,
    private readonly accessLog: AccessLog,
    private readonly secrets: Secrets,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** Refuses `event.not-found` (404), `contest.leaders-only` (403). */
  async read(tx: Tx, actor: Actor, id: string): Promise<EventFacts> {
    return led(actor, await this.loader.read(tx, actor, id));
  }

  /** The event, locked, while something can still change. Refuses as above and `event.is-…` (409). */
  async lock(tx: Tx, actor: Actor, id: string): Promise<EventFacts> {
    const facts = led(actor, await this.loader.lock(tx, actor, id));
    const verdict = contestVerdict(facts.event.state);
    return verdict === true ? facts : refuse(verdict);
  }

  /** Event and contest, both locked: no sheet is written meanwhile. Refuses as above and `contest.none` (404). */
  async hold(tx: Tx, actor: Actor, id: string): Promise<EventFacts & { contest: ContestRow }> {
    const facts = await this.lock(tx, actor, id);
    return { ...facts, contest: (await this.contests.lock(tx, id, 'for update')) ?? refuse('contest.none', { status: 404 }) };
  }

  /** What was done is written down; answers the contest as it is now. */
  async done(tx: Tx, { personId }: Actor, facts: EventFacts, action: LoggedAction): Promise<ContestDetail> {
    await this.accessLog.add(tx, { actorPersonId: personId, action, subject: `event:${facts.event.id}`, rowCount: 0 });
    return this.detail(tx, facts);
  }

  async detail(tx: Tx, { event, frames }: EventFacts): Promise<ContestDetail> {
    const { id, state, startsAt } = event;
    const facts = await this.facts(tx, id);
    const judging = facts ? judgingVerdict({ state, day: startsAt && jstDate(startsAt), contest: facts.contest.state }, jstDate(this.now())) : 'contest.none';
    return toContestDetail(framesOf(frames), facts, { open: contestVerdict(state), judging, urlOf: (judgeId) => `${this.config.publicUrl}/j/${this.token(judgeId)}` });
  }

  /** Everything there is about a contest; null where there is none. The caller found the event. */
  async facts(tx: Tx, eventId: string): Promise<ContestFacts | null> {
    const contest = await this.contests.of(tx, eventId);
    if (contest === null) return null;
    return { contest, divisions: await this.contests.divisionsOf(tx, eventId), entries: await this.contests.entriesOf(tx, eventId), judges: await this.contests.judgesOf(tx, eventId) };
  }

  /** The secret in a judge's link, which is their right to judge (docs/adr/0007). */
  token(judgeId: string): string {
    return this.secrets.sign('judge', judgeId);
  }

  tokenHash(judgeId: string): Buffer {
    return hashToken(this.token(judgeId));
  }
}

function led(actor: Actor, facts: EventFacts): EventFacts {
  return leadsEvent(actor, facts.event) ? facts : refuse('contest.leaders-only', { status: 403 });
}
