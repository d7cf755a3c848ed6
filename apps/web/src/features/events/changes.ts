import { t } from '../../i18n.js';
import { answersOf, type AnswerRow } from './answers.js';
import type { EventContent } from './content.js';
import { codeItself, type NameOf } from './initiatives.js';

/** What happened to an answer between two versions. */
export type ChangeKind = 'same' | 'changed' | 'added' | 'removed';

/** An answer beside what it was before. */
export interface ComparedRow extends AnswerRow {
  /** What stood there before, in words; the same as `value` where nothing changed. */
  readonly before: string;
  readonly kind: ChangeKind;
}

/** Two versions side by side, in the order of the newer one; frames and duties that were taken away stand at the end. */
export function compare(before: EventContent, after: EventContent, nameOf: NameOf = codeItself): ComparedRow[] {
  const old = new Map(answersOf(before, nameOf).map((each) => [each.id, each]));
  const rows = answersOf(after, nameOf).map((each): ComparedRow => {
    const was = old.get(each.id);
    old.delete(each.id);
    return was === undefined || was.term === each.term ? beside(each, was?.value ?? '') : renamed(each, was);
  });
  const gone = [...old.values()].map((each) => beside({ ...each, value: '' }, each.value));
  return [...rows, ...gone.filter((each) => each.kind !== 'same')];
}

/** What changed, old and new in words; empty when nothing did. */
export function changesIn(before: EventContent, after: EventContent, nameOf: NameOf = codeItself): ComparedRow[] {
  return compare(before, after, nameOf).filter((row) => row.kind !== 'same');
}

/** The word for what happened to an answer. */
export function kindWord(kind: Exclude<ChangeKind, 'same'>): string {
  return t(`app.changes.${kind}`);
}

function beside(row: AnswerRow, before: string): ComparedRow {
  const kind = before === row.value ? 'same' : before === '' ? 'added' : row.value === '' ? 'removed' : 'changed';
  return { ...row, before, kind };
}

/** A frame or a duty under another name: the names belong to what changed. */
function renamed(row: AnswerRow, was: AnswerRow): ComparedRow {
  return { ...row, value: `${row.term}\n${row.value}`, before: `${was.term}\n${was.value}`, kind: 'changed' };
}
