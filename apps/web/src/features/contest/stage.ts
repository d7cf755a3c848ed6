import type { ContestDetail } from '@yoriai/api-client';

/** How far a contest is: `preparing` lacks judges, `over` went by without results. */
export type ContestStage = 'none' | 'preparing' | 'ready' | 'judging' | 'judged' | 'confirmed' | 'over';

/** How far it is, once there are divisions. */
export function stageOf({ contest, state, judges, can }: Pick<ContestDetail, 'contest' | 'state' | 'judges' | 'can'>): ContestStage {
  if (contest === null || state === null) return 'none';
  if (state !== 'open') return state;
  if (can.judge !== true && can.judge !== 'contest.not-yet') return 'over';
  if (judges.length === 0) return 'preparing';
  return can.judge === true ? 'judging' : 'ready';
}
