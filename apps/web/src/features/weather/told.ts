import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answersQuery } from './still-coming.js';

/** What is known about the postponement at this moment: of when it is, and whether that is being asked anew. */
export interface Known {
  readonly decidedAt: string | undefined;
  readonly isFetching: boolean;
}

/**
 * The decision of which whoever is telephoned was told: the first one that the row knew for certain. It stays while the App learns of a
 * later one, as it does when somebody comes back from the telephone: to that day nobody has said yes yet, and the server says so
 * (`event.postponed-meanwhile`). Nothing is certain while an older answer is asked anew.
 */
export function toldOf(before: string | undefined, { decidedAt, isFetching }: Known): string | undefined {
  return before ?? (isFetching ? undefined : decidedAt);
}

/** {@link toldOf} for as long as this row stands on the screen; undefined until it is known. A screen that is opened again begins anew. */
export function useTold(eventId: string): string | undefined {
  const { data, isFetching } = useQuery(answersQuery(eventId));
  const [told, setTold] = useState<string>();
  const now = toldOf(told, { decidedAt: data?.decidedAt ?? undefined, isFetching });
  if (now !== told) setTold(now);
  return now;
}
