import type { EventDetail, ReportRequest } from '@yoriai/api-client';
import type { ReportPart } from '@yoriai/ui';
import { sentence } from '../../i18n.js';
import { area, wholeNumber } from './numbers.js';

/** The figures of a report, in the order of every list. */
export const COUNTS = ['participants', 'walkIns', 'volunteers'] as const;

/** Digits of the highest cost. */
export const YEN_DIGITS = 9;

/** Whether an area is measured: of clean-ups, and of work on walls of others. */
export const asksForArea = ({ category, uses }: Pick<EventDetail, 'category' | 'uses'>): boolean => category === 'cleaning' || (uses ?? []).includes('owner');

/** What stands in the boxes of a report. */
export interface ReportValues {
  readonly participants: string;
  readonly walkIns: string;
  readonly volunteers: string;
  /** Square metres; a draft of before it was asked has none. */
  readonly cleanedArea?: string;
  readonly handedOut?: string;
  /** A draft of before they were asked has none of these. */
  readonly children?: string;
  readonly wheelchairs?: string;
  readonly cost?: string;
  readonly incident?: string;
  readonly note: string;
  readonly nextTimeNote: string;
}

/** The numbers of the reception, or of the report that went back; empty where nobody was counted. */
export function reportValues({ headcount, report }: Pick<EventDetail, 'headcount' | 'report'>): ReportValues {
  const counts = report ?? headcount;
  const text = (count: number | null | undefined): string => (count === undefined || count === null ? '' : String(count));
  return {
    participants: text(counts?.participants),
    walkIns: text(counts?.walkIns),
    volunteers: text(counts?.volunteers),
    cleanedArea: text(report?.cleanedArea),
    handedOut: text(report?.handedOut),
    children: text(report?.children),
    wheelchairs: text(report?.wheelchairs),
    cost: text(report?.cost),
    incident: report?.incident ?? '',
    note: report?.note ?? '',
    nextTimeNote: report?.nextTimeNote ?? '',
  };
}

/** Reads a report; an empty number is sent as none, so that the reception's stands. */
export function readReport(values: ReportValues): { request: ReportRequest; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const count = (name: (typeof COUNTS)[number] | ReportPart | 'handedOut'): number | null => {
    const found = wholeNumber(values[name], name === 'cost' ? YEN_DIGITS : undefined);
    if (found === null) errors[name] = sentence('app.number');
    return found ?? null;
  };
  const cleaned = area(values.cleanedArea);
  if (cleaned === null) errors['cleanedArea'] = sentence('event.area');
  const request = {
    participants: count('participants'),
    walkIns: count('walkIns'),
    volunteers: count('volunteers'),
    children: count('children'),
    wheelchairs: count('wheelchairs'),
    cost: count('cost'),
    handedOut: count('handedOut'),
    ...(cleaned === undefined || cleaned === null ? {} : { cleanedArea: cleaned }),
    incident: values.incident?.trim() || null,
    note: values.note.trim() || null,
    nextTimeNote: values.nextTimeNote.trim() || null,
  };
  return { request, errors };
}
