import type { DateOnly } from '@yoriai/platform';
import type { DemoEvent, DemoState } from './demo-event.js';
import type { Players } from './players.js';

/** An event of the demo ward under way. */
export interface StagedEvent {
  id: string;
  event: DemoEvent;
  /** Its day, and the day on which its host began to write it down. */
  day: DateOnly;
  begun: DateOnly;
  players: Players;
}

const OVER: readonly DemoState[] = ['awaiting-report', 'reported', 'closed'];

/** True for what has taken place. */
export function isOver({ event }: StagedEvent): boolean {
  return OVER.includes(event.state);
}

/** True for what was published, whatever became of it. */
export function isPublic(staged: StagedEvent): boolean {
  return isOver(staged) || staged.event.state === 'published' || staged.event.state === 'cancelled';
}
