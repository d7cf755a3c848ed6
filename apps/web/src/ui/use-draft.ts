import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../app/drafts.js';

/** A form's text that is kept in this tab until it is sent: the text, how to write it, how to drop it. */
export interface KeptText<T> {
  readonly value: T;
  readonly write: (next: T) => void;
  /** It was sent: the form is empty again. */
  readonly sent: () => void;
  /** True when it was brought back from before. */
  readonly restored: boolean;
}

/** Keeps what stands in a form through a broken connection, a reload and signing in again. */
export function useDraft<T>(name: string, empty: T): KeptText<T> {
  const [kept] = useState(() => readDraft<T>(name));
  const [value, setValue] = useState<T>(kept ?? empty);
  return {
    value,
    write: (next) => {
      setValue(next);
      keepDraft(name, next);
    },
    sent: () => {
      setValue(empty);
      dropDraft(name);
    },
    restored: kept !== undefined,
  };
}
