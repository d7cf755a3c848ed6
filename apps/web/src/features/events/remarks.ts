import type { EventDetail } from '@yoriai/api-client';
import { answersOf, type AnswerRow } from './answers.js';
import { stepOfField, type QuestionStep, type Step } from './steps.js';
import { asWritten } from './writing.js';

/** What the ward wrote about one answer of what it sent back. */
export interface RemarkLine {
  /** The answer it is about, as rows are called in the list of all answers. */
  readonly row: string;
  readonly step: Step;
  readonly term: string;
  readonly text: string;
}

/** An answer's row as a remark names it: `frame 1` is `frames.1`; the day and the hours are one answer. */
export function fieldOfRow(id: string): string {
  return id.replace(/^(frame|duty) (.+)$/u, (_, list: string, key: string) => `${list === 'frame' ? 'frames' : 'duties'}.${key}`);
}

/** The other way round. */
export function rowOfField(field: string): string {
  if (field === 'endsAt') return 'startsAt';
  if (field === 'rainDecisionAt') return 'rainPolicy';
  return field.replace(/^(frames|duties)\.(.+)$/u, (_, list: string, key: string) => `${list === 'frames' ? 'frame' : 'duty'} ${key}`);
}

/** All remarks on what is to be put right, in the order of the form; also on a frame or duty that has gone since. */
export function remarksOf(event: EventDetail): RemarkLine[] {
  const remarks = event.approval?.remarks ?? [];
  const rows = new Map(answersOf(asWritten(event)).map((row) => [row.id, row]));
  const lines = remarks.map(({ field, text }): RemarkLine => {
    const row: AnswerRow | undefined = rows.get(rowOfField(field));
    return { row: rowOfField(field), step: stepOfField(field), term: row?.term ?? '', text };
  });
  const order = [...rows.keys()];
  const place = (line: RemarkLine): number => (order.includes(line.row) ? order.indexOf(line.row) : order.length);
  return lines.sort((a, b) => place(a) - place(b));
}

/** The remarks of a page by the box they belong to, and those that belong to no single box of it. */
export function remarksOn(event: EventDetail, step: QuestionStep): { readonly atBoxes: Readonly<Record<string, string>>; readonly above: readonly RemarkLine[] } {
  const here = remarksOf(event).filter((line) => line.step === step);
  const single = (line: RemarkLine): boolean => !line.row.includes(' ') && line.row !== 'frames' && line.row !== 'duties' && line.row !== 'startsAt';
  return { atBoxes: Object.fromEntries(here.filter(single).map(({ row, text }) => [row, text])), above: here.filter((line) => !single(line)) };
}
