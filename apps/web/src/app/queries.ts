import { getMe, getWard, ProblemError } from '@yoriai/api-client';
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { ownDrafts } from './drafts.js';

const PASSING = new Set([0, 502, 503, 504]);

/** True for failures that may be gone in a moment: no connection, a busy or starting server. */
export function isPassing(error: unknown): boolean {
  return error instanceof ProblemError && PASSING.has(error.status);
}

/** The App's memory of answers. Shown answers stay while newer ones are fetched. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: (failures, error) => failures < 2 && isPassing(error) },
      mutations: { retry: false },
    },
  });
}

/** Name, phone, clock and kind of data of this ward. */
export const wardQuery = queryOptions({
  queryKey: ['ward'],
  queryFn: async ({ signal }) => ({ ...(await getWard({ signal })), askedAt: Date.now() }),
  staleTime: 10 * 60_000,
});

/** Who I am and what I may open. Drafts belong to whoever this is, before any screen reads one. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const me = await getMe({ signal });
    ownDrafts(me.personId);
    return me;
  },
  staleTime: 60_000,
});
