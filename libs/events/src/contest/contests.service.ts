import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import type { LoggedAction } from '@yoriai/identity';
import { Db, constraintRefusals, newId, refuse, type Tx } from '@yoriai/platform';
import { lockFrames } from '../application/frame-counters.js';
import { ContestEvents } from './contest-events.js';
import type { AwardsRequest, ContestDetail, ContestRequest, JudgeRequest } from './contest.dto.js';
import { framesOf } from './contest.mapper.js';
import { ContestRepository, type ContestRow } from './contest.repository.js';
import { resultsOf, type Division } from './contest.rules.js';

constraintRefusals({
  contest_entry_division: 'contest.division-in-use',
  contest_sheet_judge: 'contest.judge-has-judged',
  contest_judge_one_head: 'contest.one-head-judge',
  contest_sheet_entry: { code: 'contest.entry-unknown', status: 404 },
});

/** A contest as its host runs it: divisions, judges, closing, ties and prizes, results. Each act is a line of the access log. */
@Injectable()
export class Contests {
  constructor(
    private readonly db: Db,
    private readonly contests: ContestRepository,
    private readonly events: ContestEvents,
  ) {}

  /** For those who lead the event. Refuses `event.not-found` (404), `contest.leaders-only` (403). */
  ofEvent(actor: Actor, eventId: string): Promise<ContestDetail> {
    return this.db.read(async (tx) => this.events.detail(tx, await this.events.read(tx, actor, eventId)));
  }

  /**
   * Makes the event a contest, or changes its divisions and criteria; who was confirmed before has a number from now on. Refuses as
   * above, `event.is-…` (409), `contest.frame-unknown` (422), and once there are entries or sheets what they stand on:
   * `contest.division-in-use`, `contest.has-sheets`, `contest.is-confirmed` (409).
   */
  setUp(actor: Actor, eventId: string, request: ContestRequest): Promise<ContestDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.events.lock(tx, actor, eventId);
      const known = new Set(framesOf(facts.frames).map(({ id }) => id));
      if (!request.divisions.every(({ frameId }) => known.has(frameId))) return refuse('contest.frame-unknown', { status: 422 });
      // Whoever is being confirmed in one of these frames is waited for: they have a number either by the commit or by us.
      await lockFrames(tx, facts.frames.map(({ id }) => id));
      await this.insistOnWhatStands(tx, eventId, request);
      await this.contests.save(tx, eventId, { ...request, at: this.events.now() });
      await this.contests.saveDivisions(tx, eventId, request.divisions);
      await this.contests.number(tx, eventId);
      return this.events.done(tx, actor, facts, 'contest.saved');
    });
  }

  /** Names somebody who judges; their link is in the answer. Refuses as above, `contest.none` (404), `contest.one-head-judge` (409). */
  addJudge(actor: Actor, eventId: string, { name, head }: JudgeRequest): Promise<ContestDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.events.hold(tx, actor, eventId);
      const id = newId();
      await this.contests.addJudge(tx, { id, eventId, name, head, tokenHash: this.events.tokenHash(id) });
      return this.events.done(tx, actor, facts, 'contest.judge-named');
    });
  }

  /** Takes a judge off; their link ends. Refuses as above, `contest.judge-unknown` (404), `contest.judge-has-judged` (409). */
  removeJudge(actor: Actor, judgeId: string): Promise<ContestDetail> {
    return this.db.transaction(async (tx) => {
      const eventId = (await this.contests.eventOfJudge(tx, judgeId)) ?? refuse('contest.judge-unknown', { status: 404 });
      const facts = await this.events.hold(tx, actor, eventId);
      await this.contests.removeJudge(tx, judgeId);
      return this.events.done(tx, actor, facts, 'contest.judge-removed');
    });
  }

  /** Says how ties are decided and who gets a prize. Refuses as above, `contest.is-confirmed`, `contest.no-head-judge` (409), `contest.entry-unknown` (422) for an entry that does not stand. */
  award(actor: Actor, eventId: string, { ties, prizes }: AwardsRequest): Promise<ContestDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.events.hold(tx, actor, eventId);
      if (facts.contest.state === 'confirmed') return refuse('contest.is-confirmed');
      if (ties.length > 0 && !(await this.contests.judgesOf(tx, eventId)).some(({ head }) => head)) return refuse('contest.no-head-judge');
      const standing = new Set((await this.contests.entriesOf(tx, eventId)).flatMap(({ number, stands }) => (stands ? [number] : [])));
      const named = [...ties.flatMap(({ numbers }) => numbers), ...prizes.map(({ number }) => number)];
      if (!named.every((number) => standing.has(number))) return refuse('contest.entry-unknown', { status: 422 });
      await this.contests.setAwards(tx, eventId, { ties, prizes, at: this.events.now() });
      return this.events.done(tx, actor, facts, 'contest.awarded');
    });
  }

  /** Closes the judging: from now on no sheet is written or changed. Refuses as above, `contest.judging-closed`, `contest.no-sheets` (409). */
  close(actor: Actor, eventId: string): Promise<ContestDetail> {
    return this.turn(actor, eventId, 'judged', (can) => can.close, 'contest.judging-closed');
  }

  /** Takes results back and lets sheets be written again. Refuses as above, `contest.judging-open` (409). */
  reopen(actor: Actor, eventId: string): Promise<ContestDetail> {
    return this.turn(actor, eventId, 'open', (can) => can.reopen, 'contest.judging-reopened');
  }

  /** Makes the results public, as they stand now. Refuses as above, `contest.judging-open`, `contest.is-confirmed` (409). */
  confirm(actor: Actor, eventId: string): Promise<ContestDetail> {
    return this.turn(actor, eventId, 'confirmed', (can) => can.confirm, 'contest.results-confirmed');
  }

  private turn(actor: Actor, eventId: string, state: ContestRow['state'], verdict: (can: ContestDetail['can']) => true | string, action: LoggedAction): Promise<ContestDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.events.hold(tx, actor, eventId);
      const can = verdict((await this.events.detail(tx, facts)).can);
      if (can !== true) return refuse(can);
      const { ties, prizes, places } = facts.contest;
      const results = state === 'confirmed' ? resultsOf({ divisions: await this.contests.divisionsOf(tx, eventId), entries: await this.contests.entriesOf(tx, eventId), ties, prizes, places }) : null;
      await this.contests.setState(tx, eventId, { state, results, at: this.events.now() });
      return this.events.done(tx, actor, facts, action);
    });
  }

  /** How entries are counted stays once numbers are given, and what sheets are made of once one is written. */
  private async insistOnWhatStands(tx: Tx, eventId: string, request: ContestRequest): Promise<void> {
    const before = await this.contests.lock(tx, eventId, 'for update');
    if (before === null) return;
    if (before.state === 'confirmed') refuse('contest.is-confirmed');
    const entries = await this.contests.entriesOf(tx, eventId);
    const sheets = entries.some((entry) => entry.sheets.length > 0);
    if (sheets && (before.scale !== request.scale || before.criteria.length !== request.criteria.length)) refuse('contest.has-sheets');
    const used = new Set(entries.map(({ frameId }) => frameId));
    const changed = (division: Division): boolean => request.divisions.some(({ frameId, unit }) => frameId === division.frameId && unit !== division.unit);
    if ((await this.contests.divisionsOf(tx, eventId)).some((division) => used.has(division.frameId) && changed(division))) refuse('contest.division-in-use');
  }
}
