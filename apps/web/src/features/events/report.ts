import type { EventDetail, ReportRequest } from '@yoriai/api-client';
import { sentence } from '../../i18n.js';
import { wholeNumber } from './numbers.js';

/** The figures of a report, in the order of every list. */
export const COUNTS = ['participants', 'walkIns', 'volunteers'] as const;

/** What stands in the boxes of a report. */
export interface ReportValues {
  readonly participants: string;
  readonly walkIns: string;
  readonly volunteers: string;
  readonly note: string;
  readonly nextTimeNote: string;
}

/** The numbers of the reception, or of the report that went back; empty where nobody was counted. */
export function reportValues({ headcount, report }: Pick<EventDetail, 'headcount' | 'report'>): ReportValues {
  const counts = report ?? headcount;
  const text = (count: number | undefined): string => (count === undefined ? '' : String(count));
  return {
    participants: text(counts?.participants),
    walkIns: text(counts?.walkIns),
    volunteers: text(counts?.volunteers),
    note: report?.note ?? '',
    nextTimeNote: report?.nextTimeNote ?? '',
  };
}

/** Reads a report; an empty number is sent as none, so that the reception's stands. */
export function readReport(values: ReportValues): { request: ReportRequest; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const count = (name: 'participants' | 'walkIns' | 'volunteers'): number | null => {
    const found = wholeNumber(values[name]);
    if (found === null) errors[name] = sentence('app.number');
    return found ?? null;
  };
  const request = {
    participants: count('participants'),
    walkIns: count('walkIns'),
    volunteers: count('volunteers'),
    note: values.note.trim() || null,
    nextTimeNote: values.nextTimeNote.trim() || null,
  };
  return { request, errors };
}
