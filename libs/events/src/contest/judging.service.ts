import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, hashToken, jstDate, refuse, type Tx } from '@yoriai/platform';
import { ContestEvents } from './contest-events.js';
import type { ContestDetail } from './contest.dto.js';
import { ContestRepository, type ContestRow, type JudgeAtWork } from './contest.repository.js';
import { fitsSheet, judgingVerdict } from './contest.rules.js';

/** What a judge sees: entry numbers by division, and their own points. */
export interface JudgingDesk {
  name: string;
  title: string;
  /** What they judge at, as it stands now. */
  event: { id: string; startsAt: string | null; endsAt: string | null; placeName: string | null; placeAddress: string | null };
  criteria: string[];
  scale: number;
  /** Whether sheets are written now, or why not. */
  can: true | string;
  divisions: { name: string; entries: { number: number; points: number[] | null }[] }[];
}

/** Judging, by the link that a judge was given: they see numbers and divisions, and nobody behind them. */
@Injectable()
export class Judging {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly contests: ContestRepository,
    private readonly events: ContestEvents,
  ) {}

  /** Refuses `contest.judge-unknown` (404). */
  desk(token: string): Promise<JudgingDesk> {
    return this.db.read(async (tx) => {
      const judge = await this.judge(tx, token);
      const contest = (await this.contests.of(tx, judge.event_id)) ?? refuse('contest.none', { status: 404 });
      const [divisions, entries, own] = [await this.contests.divisionsOf(tx, judge.event_id), await this.contests.entriesOf(tx, judge.event_id), await this.contests.sheetsOf(tx, judge.id)];
      const { criteria, scale } = contest;
      return {
        ...{ name: judge.name, title: judge.title, event: eventOf(judge), criteria, scale, can: this.verdict(judge, contest) },
        divisions: divisions.map(({ frameId, name }) => ({
          name,
          entries: entries.filter((entry) => entry.stands && entry.frameId === frameId).map(({ number }) => ({ number, points: own.get(number) ?? null })),
        })),
      };
    });
  }

  /** Writes a judge's sheet about an entry, or changes it. Refuses `contest.judge-unknown` (404), `contest.entry-unknown` (404), `contest.points` (422), `contest.not-yet`, `contest.judging-closed`, `contest.entry-cancelled`, `event.is-…` (409). */
  write(token: string, number: number, points: readonly number[]): Promise<void> {
    return this.db.transaction(async (tx) => this.enter(tx, await this.judge(tx, token), number, points));
  }

  /** The host enters what a judge wrote on paper. Refuses as {@link write}, and `contest.leaders-only` (403). */
  async enterPaper(actor: Actor, judgeId: string, number: number, points: readonly number[]): Promise<ContestDetail> {
    return this.db.transaction(async (tx) => {
      const eventId = (await this.contests.eventOfJudge(tx, judgeId)) ?? refuse('contest.judge-unknown', { status: 404 });
      const facts = await this.events.read(tx, actor, eventId);
      await this.enter(tx, { id: judgeId, event_id: eventId }, number, points);
      return this.events.done(tx, actor, facts, 'contest.sheet-entered');
    });
  }

  private async enter(tx: Tx, { id: judgeId, event_id: eventId }: Pick<JudgeAtWork, 'id' | 'event_id'>, number: number, points: readonly number[]): Promise<void> {
    // Neither is the report handed in nor the judging closed while this is written.
    const event = await this.contests.holdEvent(tx, eventId);
    const contest = (await this.contests.lock(tx, eventId, 'for share')) ?? refuse('contest.none', { status: 404 });
    const verdict = this.verdict(event, contest);
    if (verdict !== true) return refuse(verdict);
    if (!fitsSheet(points, contest)) return refuse('contest.points', { status: 422 });
    const entry = (await this.contests.entriesOf(tx, eventId)).find((each) => each.number === number) ?? refuse('contest.entry-unknown', { status: 404 });
    if (!entry.stands) return refuse('contest.entry-cancelled');
    await this.contests.writeSheet(tx, { eventId, number, judgeId, points, at: this.clock.now() });
  }

  private verdict({ state, starts_at: startsAt }: Pick<JudgeAtWork, 'state' | 'starts_at'>, contest: ContestRow): true | string {
    return judgingVerdict({ state, day: startsAt && jstDate(startsAt), contest: contest.state }, jstDate(this.clock.now()));
  }

  private async judge(tx: Tx, token: string): Promise<JudgeAtWork> {
    return (await this.contests.judgeByToken(tx, hashToken(token))) ?? refuse('contest.judge-unknown', { status: 404 });
  }
}

const eventOf = (judge: JudgeAtWork): JudgingDesk['event'] => ({
  ...{ id: judge.event_id, startsAt: judge.starts_at?.toISOString() ?? null, endsAt: judge.ends_at?.toISOString() ?? null },
  ...{ placeName: judge.place_name, placeAddress: judge.place_address },
});
