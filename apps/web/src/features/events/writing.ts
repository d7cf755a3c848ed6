import { patchEvent, patchEventChange, type EventDetail } from '@yoriai/api-client';
import { t } from '../../i18n.js';

/** True where what was approved stands: edits are collected in a change beside it, and nothing is public before it is handed in. */
export function changesOnly(event: Pick<EventDetail, 'state'>): boolean {
  return event.state === 'approved' || event.state === 'published';
}

/** The event as the form shows it: with the change that is being written, where there is one. */
export function asWritten(event: EventDetail): EventDetail {
  if (event.change === null) return event;
  const { content, missing } = event.change;
  const frames = content.frames.map((frame) => {
    const { placesTaken = 0, waiting = 0, entered = 0, drawnAt = null } = event.frames.find((each) => each.id === frame.id) ?? {};
    return { ...frame, placesTaken, waiting, entered, drawnAt };
  });
  return { ...event, ...content, frames, missing };
}

/** Something of the event moves along when its day is moved: duties, hours of applying, the decision about rain. */
export function hangsOnTheDay({ startsAt, rainDecisionAt, frames, duties }: Pick<EventDetail, 'startsAt' | 'rainDecisionAt' | 'frames' | 'duties'>): boolean {
  return startsAt !== null && [rainDecisionAt, ...frames.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]), ...duties.map((duty) => duty.startsAt)].some((at) => at !== null);
}

/** Whether this person may write now, or why not. */
export function mayWrite(event: Pick<EventDetail, 'state' | 'can'>): true | string {
  return (changesOnly(event) ? event.can.change : event.can.edit) as true | string;
}

/** How what is written about an event is saved. */
export function patchWay(event: Pick<EventDetail, 'state'>): typeof patchEvent {
  return changesOnly(event) ? patchEventChange : patchEvent;
}

/** What of the writing the public sees: nothing before it is approved, and of a change nothing before it is handed in. */
export function publicWords({ state }: Pick<EventDetail, 'state'>): string {
  return t(state === 'published' || state === 'approved' ? `app.change.lead.${state}` : 'app.wizard.not-public');
}
