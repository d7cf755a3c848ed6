import { ProblemError } from '@yoriai/api-client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { FailureBanner, FailureScreen } from './failure.js';
import { Waiting } from './waiting.js';

export interface AnswerProps<T> {
  readonly of: UseQueryResult<T>;
  /** Part of a screen: a failure is a banner, not a screen of its own; not being allowed to see it is told in full. */
  readonly inside?: boolean;
  readonly children: (answer: T) => ReactNode;
}

/** Draws an answer as soon as there is one; what was shown before stays while a newer one is fetched or fails. */
export function Answer<T>({ of, inside, children }: AnswerProps<T>): ReactElement {
  const retry = (): void => void of.refetch();
  if (of.data !== undefined) {
    return (
      <>
        {of.isError ? <FailureBanner error={of.error} onRetry={retry} /> : null}
        {children(of.data)}
      </>
    );
  }
  const forbidden = of.error instanceof ProblemError && of.error.status === 403;
  if (of.isError && inside && !forbidden) {
    return (
      <div className="mt4">
        <FailureBanner error={of.error} onRetry={retry} />
      </div>
    );
  }
  if (of.isError) return <FailureScreen error={of.error} onRetry={retry} />;
  return <Waiting inside={inside ?? false} onRetry={retry} />;
}
