import { ProblemError } from '@yoriai/api-client';
import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { sentence } from '../i18n.js';
import { FailureScreen } from '../ui/failure.js';

/** An address nobody answers to. */
export function NotFound(): ReactElement {
  return <FailureScreen error={new ProblemError({ code: 'platform.not-found', status: 404, detail: sentence('app.not-found') })} />;
}

/** A mistake of ours, or a part of the App that could not be loaded: says so and tries again. */
export function Crash({ error, reset }: ErrorComponentProps): ReactElement {
  return <FailureScreen error={error} onRetry={reset} />;
}
