import { ProblemError } from '@yoriai/api-client';

/** What the shell does with whoever comes. */
export type Door = 'in' | 'sign-in' | 'ended' | 'failed' | 'waiting';

/**
 * Who never signed in here is led to the entrance without a word; `ended` is only for somebody this
 * page knew already and no longer does.
 */
export function doorOf({ known, ready, error }: { readonly known: boolean; readonly ready: boolean; readonly error: Error | null }): Door {
  if (error instanceof ProblemError && error.status === 401) return known ? 'ended' : 'sign-in';
  if (ready) return 'in';
  return error ? 'failed' : 'waiting';
}
