import type { CaseDetail } from '@yoriai/api-client';
import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';

type Kept = Readonly<Record<string, string>>;

/** Words about single fields while somebody reads a revision; they stay on this device until they are sent. */
export interface Remarks {
  readonly of: (field: string) => string;
  readonly write: (field: string, text: string) => void;
  /** What would be sent: nothing empty. */
  readonly all: ReadonlyArray<{ readonly field: string; readonly text: string }>;
  readonly drop: () => void;
}

/** The remarks on the newest revision of a case. */
export function useRemarks({ id, revision }: Pick<CaseDetail, 'id' | 'revision'>): Remarks {
  const draft = `case/${id}/${revision}/remarks`;
  const [kept, setKept] = useState<Kept>(() => readDraft<Kept>(draft) ?? {});
  return {
    of: (field) => kept[field] ?? '',
    write: (field, text) => {
      const next = { ...kept, [field]: text };
      setKept(next);
      keepDraft(draft, next);
    },
    all: Object.entries(kept).flatMap(([field, text]) => (text.trim() === '' ? [] : [{ field, text: text.trim() }])),
    drop: () => dropDraft(draft),
  };
}
