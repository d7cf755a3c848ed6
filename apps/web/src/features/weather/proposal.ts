import type { EventDetail } from '@yoriai/api-client';
import { addDays, jstOf } from '../../app/jst.js';
import { t } from '../../i18n.js';

/** Why an event is called or put off, the usual first. */
export const CAUSES = ['rain', 'wind', 'heat', 'warning', 'other'] as const;
export type Cause = (typeof CAUSES)[number];

/** What somebody is about to decide. */
export interface Proposal {
  readonly kind: 'cancelled' | 'postponed';
  readonly cause?: Cause;
  readonly reason: string;
  readonly day: string;
}

/** Where it begins: what the event's rule for rain says, a week later. */
export function proposalFor(event: Pick<EventDetail, 'rainPolicy' | 'startsAt'>): Proposal {
  return { kind: event.rainPolicy === 'postponed' ? 'postponed' : 'cancelled', reason: '', day: event.startsAt === null ? '' : addDays(jstOf(event.startsAt).date, 7) };
}

/** What a template says; nothing for その他. */
export const templateOf = (cause: Cause): string => (cause === 'other' ? '' : t(`app.decide.template.${cause}`));

/** A template is written where nothing, or another template, stands: nobody's own words are lost. */
export function withCause(proposal: Proposal, cause: Cause): Proposal {
  const untouched = proposal.reason.trim() === '' || CAUSES.some((each) => templateOf(each) === proposal.reason);
  return { ...proposal, cause, reason: untouched ? templateOf(cause) : proposal.reason };
}

/** What is missing or can't be, by field, as codes. */
export function errorsIn({ kind, reason, day }: Proposal, { startsAt }: Pick<EventDetail, 'startsAt'>): Readonly<Record<string, string>> {
  const early = kind === 'postponed' && (day === '' || (startsAt !== null && day <= jstOf(startsAt).date));
  return { ...(early ? { day: 'event.postpone-day' } : {}), ...(reason.trim() === '' ? { reason: 'event.reason-required' } : {}) };
}
