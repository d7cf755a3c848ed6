import { newIdempotencyKey, ProblemError } from '@yoriai/api-client';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { isPassing } from '../app/queries.js';

/** An act of a person: pressing the button, waiting, what came of it. */
export interface Act<Variables> {
  readonly act: (variables: Variables) => void;
  readonly pending: boolean;
  readonly error: Error | null;
  /** Sentences by field, of the last refusal. */
  readonly errors: Readonly<Record<string, string>>;
  /** What the last act was about, also while it runs. */
  readonly variables: Variables | undefined;
  readonly done: boolean;
  readonly reset: () => void;
}

/** The key for an act: the old one when the same act is tried again after the line broke, else a new one. */
export function keyFor(last: { readonly text: string; readonly key: string } | undefined, text: string): string {
  return last?.text === text ? last.key : newIdempotencyKey();
}

/** True where the same act, sent again, may be answered: the line broke, or its first sending is still under way. */
export function mayStillCount(error: unknown): boolean {
  return isPassing(error) || (error instanceof ProblemError && error.code === 'platform.idempotency-running');
}

/**
 * Runs one act at a time. A second press while it runs is ignored; the same act after a broken
 * connection carries the same key, so that it counts once however often it was sent.
 */
export function useAct<Variables, Result>(
  run: (variables: Variables, options: { headers: { 'Idempotency-Key': string } }) => Promise<Result>,
  onDone?: (result: Result, variables: Variables) => void | Promise<void>,
): Act<Variables> {
  // `isPending` is drawn a moment later; two presses within that moment are one act.
  const running = useRef(false);
  const broken = useRef<{ text: string; key: string }>(undefined);
  const mutation = useMutation({
    mutationFn: async (variables: Variables) => {
      const text = JSON.stringify(variables) ?? '';
      const key = keyFor(broken.current, text);
      broken.current = undefined;
      try {
        return await run(variables, { headers: { 'Idempotency-Key': key } });
      } catch (error) {
        if (mayStillCount(error)) broken.current = { text, key };
        throw error;
      }
    },
    onSuccess: (result, variables) => onDone?.(result, variables),
    onSettled: () => {
      running.current = false;
    },
  });
  const { mutate, isPending } = mutation;
  const act = useCallback(
    (variables: Variables): void => {
      if (running.current) return;
      running.current = true;
      mutate(variables);
    },
    [mutate],
  );
  return {
    act,
    pending: isPending,
    error: mutation.error,
    errors: fieldSentences(mutation.error),
    variables: mutation.variables,
    done: mutation.isSuccess,
    reset: mutation.reset,
  };
}

/** Sentences by field of a refusal; the first one of each field. */
export function fieldSentences(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) return {};
  const first: Record<string, string> = {};
  for (const { field, message } of error.fields) first[field] ??= message;
  return first;
}
