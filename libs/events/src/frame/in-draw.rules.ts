/** What a draw needs to be known by. */
interface Drawn {
  method: string;
  drawnAt: Date | null;
  entered: number;
}

/** Heads that have entered draws which are still to come: none of them has a place yet, and all of them want one. Null where nothing is drawn any more. */
export function inDraw(frames: readonly Drawn[]): number | null {
  const ahead = frames.filter(({ method, drawnAt }) => method === 'lottery' && drawnAt === null);
  return ahead.length === 0 ? null : ahead.reduce((sum, { entered }) => sum + entered, 0);
}
