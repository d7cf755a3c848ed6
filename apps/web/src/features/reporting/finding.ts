import { areaOf } from '../../ui/area-of.js';
import type { AreaFiguresResponse, EventFiguresResponse, MonthFiguresResponse } from '@yoriai/api-client';

/** Everybody who came to take part, with or without an application. */
export function attendance({ participants, walkIns }: { readonly participants: number; readonly walkIns: number }): number {
  return participants + walkIns;
}

/** The month (`2026-08`) with the most people; nothing in a year without any. */
export function busiestMonth(months: readonly MonthFiguresResponse[]): { month: string; people: number } | undefined {
  const [top] = [...months].sort((a, b) => attendance(b) - attendance(a));
  if (!top || attendance(top) === 0) return undefined;
  return { month: top.month, people: attendance(top) };
}

/** The area with the most people; nothing in a year without any. */
export function busiestArea(areas: readonly AreaFiguresResponse[]): { name: string; people: number } | undefined {
  const [top] = areas.filter((each) => each.areaName !== null).sort((a, b) => attendance(b) - attendance(a));
  if (!top || attendance(top) === 0) return undefined;
  return { name: areaOf(top), people: attendance(top) };
}

/** 0.8 as 80%; a dash where nothing was counted. */
export function percent(share: number | null): string {
  return share === null ? '—' : `${Math.round(share * 100)}%`;
}

/** Events that have been held, or are being held: those to come bring nobody yet. Where people were received before the hour, it is being held. */
export function heldOf<Event extends Pick<EventFiguresResponse, 'startsAt' | 'participants' | 'walkIns'>>(events: readonly Event[], now: Date): Event[] {
  return events.filter((event) => Date.parse(event.startsAt) <= now.getTime() || attendance(event) > 0);
}

/** Events of a line of a table, and those of them still to come. */
export type Held = Pick<AreaFiguresResponse, 'events' | 'eventsToCome'>;

/** How many of a line's events have begun. */
export const heldIn = ({ events, eventsToCome }: Held): number => events - eventsToCome;
