import { isDeepStrictEqual as same } from 'node:util';
import type { DateOnly } from '@yoriai/platform';
import type { EventSnapshot, SnapshotFrame } from '../revision/snapshot.js';
import { answersLater } from '../event/event-day.rules.js';
import { movedBy, rainDateOf } from '../weather/rain-date.rules.js';
import type { DraftDuty } from '../event/event.entity.js';

/** For which dates of a series an edit is meant: この日だけ, この日から, これからのすべての日. */
export const SCOPES = ['this', 'following', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** What the case of a date calls the decision on its series. */
export const SERIES_RULE = 'series';

/** A field of an event's content that a date can have of its own. */
export type SpreadField = Exclude<keyof EventSnapshot, 'organisation'>;

/** A content and the date, by the rule, of the event that has it. */
export interface DatedContent {
  on: DateOnly;
  content: EventSnapshot;
}

const DAY_MS = 24 * 60 * 60 * 1000;

const fieldsOf = (content: EventSnapshot): SpreadField[] => (Object.keys(content) as (keyof EventSnapshot)[]).filter((field) => field !== 'organisation');

/** The fields in which two contents differ. */
export function changedFields(before: EventSnapshot, after: EventSnapshot): SpreadField[] {
  return fieldsOf(after).filter((field) => !same(before[field] ?? null, after[field] ?? null));
}

/** What a date has of its own after an edit of this date alone. */
export function overriddenAfter(overridden: readonly string[], before: EventSnapshot, after: EventSnapshot): string[] {
  return [...new Set([...overridden, ...changedFields(before, after)])].sort();
}

/** Whether an edit leaves the event on its day: other days of a series are its rule's to say. */
export function staysOnItsDay(before: EventSnapshot, after: EventSnapshot): boolean {
  return dayOf(before.startsAt) === dayOf(after.startsAt);
}

const JST_MS = 9 * 60 * 60 * 1000;
const dayOf = (instant: string | null): number | null => (instant === null ? null : Math.floor((Date.parse(instant) + JST_MS) / DAY_MS));

/**
 * How the content of a date reads when `fields` of another date's content are put into it: hours go along by as many days
 * as lie between the two; frames keep their ids where they are the same ones, new ones get theirs of `newId`.
 */
export function spread(target: DatedContent, fields: readonly SpreadField[], source: DatedContent, newId: () => string): EventSnapshot {
  const days = (Date.parse(target.on) - Date.parse(source.on)) / DAY_MS;
  const moved = (instant: string | null): string | null => instant && new Date(Date.parse(instant) + days * DAY_MS).toISOString();
  const { content } = source;
  const alongside: EventSnapshot = {
    ...content,
    startsAt: moved(content.startsAt),
    endsAt: moved(content.endsAt),
    rainDecisionAt: moved(content.rainDecisionAt),
    rainDate: content.rainDate ? movedBy(content.rainDate, (at) => moved(at)!) : null,
    frames: sameFrames(target.content.frames, content.frames, newId).map((frame) => ({ ...frame, ...answersLater(frame, days), opensAt: moved(frame.opensAt), closesAt: moved(frame.closesAt) })),
    duties: content.duties.map((duty): DraftDuty => ({ ...duty, startsAt: moved(duty.startsAt), endsAt: moved(duty.endsAt) })),
  };
  const put: EventSnapshot = { ...target.content, ...Object.fromEntries(fields.map((field) => [field, alongside[field] ?? null])) };
  // A rain date of its own goes with the rule that asks for one.
  return put.rainDate ? { ...put, rainDate: rainDateOf(put.rainPolicy, put.rainDate) } : put;
}

/** The frames of `wanted` with the ids of those that stand: the same by name, else by their place in the list, else new. */
function sameFrames(standing: readonly SnapshotFrame[], wanted: readonly SnapshotFrame[], newId: () => string): SnapshotFrame[] {
  const names = new Set(wanted.map(({ name }) => name));
  const byName = new Map(standing.map((frame) => [frame.name, frame.id]));
  const renamed = standing.map(({ name, id }) => (names.has(name) ? undefined : id));
  return wanted.map((frame, index) => ({ ...frame, id: byName.get(frame.name) ?? renamed[index] ?? newId() }));
}

/** A whole content for another date, as a new event: every frame is new. */
export function contentFor(on: DateOnly, template: DatedContent, newId: () => string): EventSnapshot {
  return spread({ on, content: { ...template.content, frames: [] } }, fieldsOf(template.content), template, newId);
}
