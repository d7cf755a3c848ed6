import { NO_ANSWER, NO_CONNECTION, ProblemError } from '@yoriai/api-client';

/**
 * Code and number of the request, for the telephone. A refusal whose sentence says it all keeps only
 * the number: its code is a word of ours. So is what this side says when no server of ours answered, or none at all.
 */
export function referenceOf(error: unknown): string {
  if (!(error instanceof ProblemError)) return error instanceof Error ? error.name : '';
  const request = error.requestId?.slice(-12) ?? '';
  const ours = error.code === NO_CONNECTION || error.code === NO_ANSWER;
  const told = ours || (error.message !== '' && error.status >= 400 && error.status < 500);
  return told ? request : [error.code, request].filter((part) => part !== '').join('　');
}
