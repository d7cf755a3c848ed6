import type { CaseDetail, ConditionDraft, EventChecklistItem } from '@yoriai/api-client';
import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { t } from '../../i18n.js';

/** Conditions while somebody writes them; they stay on this device until the approval is sent. */
export interface WrittenConditions {
  readonly all: readonly ConditionDraft[];
  readonly add: () => void;
  /** A procedure of the checklist becomes a condition, due on its day or today. */
  readonly addFor: (item: EventChecklistItem, mayBlock: boolean, today: string) => void;
  readonly write: (index: number, part: Partial<ConditionDraft>) => void;
  readonly remove: (index: number) => void;
  readonly drop: () => void;
}

/** As many as an approval takes. */
export const MOST_CONDITIONS = 10;

/** The conditions of an approval of the newest revision of a case. */
export function useConditions({ id, revision }: Pick<CaseDetail, 'id' | 'revision'>): WrittenConditions {
  const draft = `case/${id}/${revision}/conditions`;
  const [all, setAll] = useState<readonly ConditionDraft[]>(() => readDraft<ConditionDraft[]>(draft) ?? []);
  const keep = (next: readonly ConditionDraft[]): void => {
    setAll(next);
    keepDraft(draft, next);
  };
  return {
    all,
    add: () => keep([...all, { text: '', dueOn: '', blocking: false }]),
    addFor: ({ code, title, authority, dueOn }, mayBlock, today) =>
      keep([...all, { item: code, text: t('app.checklist.as-condition', { title, authority }), dueOn: dueOn === null || dueOn < today ? today : dueOn, blocking: mayBlock }]),
    write: (index, part) => keep(all.map((each, at) => (at === index ? { ...each, ...part } : each))),
    remove: (index) => keep(all.filter((_, at) => at !== index)),
    drop: () => dropDraft(draft),
  };
}

/** What has to be written before they can be sent, by the names of the boxes. */
export function missingInConditions(all: readonly ConditionDraft[]): Record<string, string> {
  return Object.fromEntries(
    all.flatMap(({ text, dueOn }, index) => [
      ...(text.trim() === '' ? [[`conditions.${index}.text`, t('app.condition.text-missing')]] : []),
      ...(dueOn === '' ? [[`conditions.${index}.dueOn`, t('app.condition.due-missing')]] : []),
    ]),
  );
}
