import type { CaseDetail, CaseRemark } from '@yoriai/api-client';
import { lastDecided } from '../approvals/since-decision.js';
import { compare } from './changes.js';
import type { EventContent } from './content.js';
import type { NameOf } from './initiatives.js';
import { rowOfField } from './remarks.js';
import type { Step } from './steps.js';

/** A remark on an answer that still reads as it did when it was sent back. */
export interface Unanswered {
  readonly row: string;
  readonly step: Step;
  readonly term: string;
  readonly text: string;
}

/** What was written about single answers when this was sent back last: of what is being put right, and of what waits again. */
export function lastRemarks({ status, revision, comparedWith, decisions }: Pick<CaseDetail, 'status' | 'revision' | 'comparedWith' | 'decisions'>): readonly CaseRemark[] {
  const number = status === 'returned' ? revision : comparedWith;
  return decisions.filter((each) => each.kind === 'returned' && each.revision === number).flatMap(({ remarks }) => remarks);
}

/** Those of them whose answer reads the same now, in the order of the form. An answer that was changed or taken away is answered, whatever it says now. */
export function unansweredIn(of: Pick<CaseDetail, 'status' | 'revision' | 'comparedWith' | 'decisions' | 'revisions'>, content: EventContent, nameOf?: NameOf): Unanswered[] {
  const before = lastDecided(of);
  const remarks = lastRemarks(of);
  if (before === undefined || remarks.length === 0) return [];
  const texts = new Map(remarks.map(({ field, text }) => [rowOfField(field), text]));
  return compare(before, content, nameOf).flatMap(({ id, step, term, kind }) => (kind === 'same' && texts.has(id) ? [{ row: id, step, term, text: texts.get(id) ?? '' }] : []));
}
