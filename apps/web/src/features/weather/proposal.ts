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

/** Where it begins: what the event's rule for rain says, on the day that was announced for it or a week later. */
export function proposalFor({ rainPolicy, rainDate, startsAt }: Pick<EventDetail, 'rainPolicy' | 'rainDate' | 'startsAt'>): Proposal {
  const day = rainDate ? jstOf(rainDate.startsAt).date : startsAt === null ? '' : addDays(jstOf(startsAt).date, 7);
  return { kind: rainPolicy === 'postponed' ? 'postponed' : 'cancelled', reason: '', day };
}

/** One press: to the day that was announced for rain, because of rain. */
export const asAnnounced = (event: Pick<EventDetail, 'rainPolicy' | 'rainDate' | 'startsAt'>): Proposal => withCause({ ...proposalFor(event), kind: 'postponed' }, 'rain');

/** Has the day come on which it is decided about the rain? Until then nothing on the screen is the next step. */
export function isDecisionDay({ rainDecisionAt, startsAt }: Pick<EventDetail, 'rainDecisionAt' | 'startsAt'>, now: Date): boolean {
  const at = rainDecisionAt ?? startsAt;
  return at !== null && jstOf(now).date >= jstOf(at).date;
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
