import type { CaseDetail, CaseRemark } from '@yoriai/api-client';
import { lastDecided } from '../approvals/since-decision.js';
import { compare, type ComparedRow } from './changes.js';
import type { EventContent } from './content.js';
import type { NameOf } from './initiatives.js';
import { rowOfField } from './remarks.js';
import type { Step } from './steps.js';

/** A remark on an answer that still reads as it did when it was sent back. */
export interface Unanswered {
  readonly row: string;
  /** Its box; a row may have two, each with a remark of its own. */
  readonly field: string;
  readonly step: Step;
  readonly term: string;
  readonly text: string;
}

const SHARED = ['startsAt', 'endsAt', 'rainPolicy', 'rainDecisionAt'] as const;

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
  return compare(before, content, nameOf).flatMap((row) =>
    remarks
      .filter(({ field }) => rowOfField(field) === row.id && readsAsBefore(row, field, before, content))
      .map(({ field, text }) => ({ row: row.id, field, step: row.step, term: row.term, text })),
  );
}

/** Of two boxes that stand in one row (beginning and end, rain and when it is decided), what changed in one answers nothing about the other. */
function readsAsBefore({ id, kind }: ComparedRow, field: string, before: EventContent, content: EventContent): boolean {
  if (kind === 'same') return true;
  if (id !== 'startsAt' && id !== 'rainPolicy') return false;
  const box = SHARED.find((each) => each === field);
  return box !== undefined && before[box] === content[box];
}
