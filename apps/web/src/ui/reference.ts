import { NO_ANSWER, NO_CONNECTION, ProblemError } from '@yoriai/api-client';

/**
 * Code and number of the request, for the telephone. A refusal whose sentence says what to put right has neither; one of
 * rights keeps the number, for who else can help looks it up: its code is a word of ours. So is what this side says when no server of ours answered, or none at all.
 */
export function referenceOf(error: unknown): string {
  if (!(error instanceof ProblemError)) return error instanceof Error ? error.name : '';
  const request = error.requestId?.slice(-12) ?? '';
  const ours = error.code === NO_CONNECTION || error.code === NO_ANSWER;
  const told = ours || (error.message !== '' && error.status >= 400 && error.status < 500);
  if (told && !ours && error.status !== 403) return '';
  return told ? request : [error.code, request].filter((part) => part !== '').join('　');
}
