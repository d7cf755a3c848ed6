/** How long a list that was asked for may be on its way (milliseconds), before it is taken that it never left. */
export const ON_ITS_WAY = 15_000;

/** True where a press may fetch the list: the first one, and another one once it can't be on its way any more, as without a connection. */
export const mayTake = (pressedAt: number | undefined, now: number): boolean => pressedAt === undefined || now - pressedAt >= ON_ITS_WAY;
