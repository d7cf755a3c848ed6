import { draftNames } from '../../app/drafts.js';
import { STEPS, type QuestionStep, type Step } from './steps.js';

/** The name under which the unsent text of a page is kept in this tab. */
export function draftName(eventId: string, step: QuestionStep): string {
  return `event/${eventId}/${step}`;
}

/** The pages of the form with something typed here that the server does not have, in their order. */
export function unsentSteps(eventId: string): Step[] {
  const kept = new Set(draftNames(`event/${eventId}/`));
  return STEPS.filter((step) => step !== 'check' && kept.has(draftName(eventId, step)));
}
