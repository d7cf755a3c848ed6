import type { FrameEntity } from '../frame/frame.entity.js';
import type { ContestDetail } from './contest.dto.js';
import type { ContestRow, EntryRow, JudgeRow } from './contest.repository.js';
import type { Division } from './contest.rules.js';
import { averageOf, ranking, tiesOf } from './ranking.rules.js';

/** Everything there is about a contest. */
export interface ContestFacts {
  contest: ContestRow;
  divisions: Division[];
  entries: EntryRow[];
  judges: JudgeRow[];
}

/** What can be a division: frames that are applied for. */
export const framesOf = (frames: readonly FrameEntity[]): { id: string; name: string }[] => frames.filter(({ kind }) => kind !== 'volunteer').map(({ id, name }) => ({ id, name }));

/** As its host sees it; `open` says whether anything about the event can still change, `judging` whether sheets are written. */
export function toContestDetail(frames: ContestDetail['frames'], facts: ContestFacts | null, said: { open: true | string; judging: true | string; urlOf: (judgeId: string) => string }): ContestDetail {
  const { open, judging, urlOf } = said;
  if (facts === null) return { frames, contest: null, state: null, entries: [], judges: [], tied: [], ties: [], prizes: [], can: { change: open, judge: 'contest.none', close: 'contest.none', reopen: 'contest.none', confirm: 'contest.none' } };
  const { contest, divisions, entries, judges } = facts;
  const { criteria, scale, places, state, ties, prizes } = contest;
  const standing = (frameId: string): EntryRow[] => entries.filter((entry) => entry.stands && entry.frameId === frameId);
  const ranks = new Map(divisions.flatMap(({ frameId }) => ranking(standing(frameId), ties).map(({ number, rank }) => [number, rank] as const)));
  const judged = ranks.size > 0 ? true : 'contest.no-sheets';
  const when = (allowed: boolean, code: string): true | string => (open === true ? (allowed ? true : code) : open);
  return {
    ...{ frames, state, ties, prizes },
    contest: { divisions, criteria, scale, places },
    entries: entries.map((entry) => ({ number: entry.number, frameId: entry.frameId, stands: entry.stands, received: entry.received, sheets: entry.sheets.length, points: averageOf(entry), rank: ranks.get(entry.number) ?? null })),
    judges: judges.map((judge) => ({ ...judge, url: urlOf(judge.id) })),
    tied: divisions.flatMap(({ frameId }) => tiesOf(standing(frameId))),
    can: {
      change: when(state !== 'confirmed', 'contest.is-confirmed'),
      judge: judging,
      close: state === 'open' ? when(judged === true, 'contest.no-sheets') : when(false, 'contest.judging-closed'),
      reopen: when(state !== 'open', 'contest.judging-open'),
      confirm: when(state === 'judged', state === 'open' ? 'contest.judging-open' : 'contest.is-confirmed'),
    },
  };
}
