import type { DroppedProgrammeItem, EventDetail, EventProgrammeItem } from '@yoriai/api-client';
import { addDays, jstOf } from '../../app/jst.js';
import { withoutReadings } from '@yoriai/ui';
import { t } from '../../i18n.js';

/** Why an event is called or put off, the usual first. */
export const CAUSES = ['rain', 'wind', 'heat', 'warning', 'other'] as const;
export type Cause = (typeof CAUSES)[number];

/** April to October, the months of 熱中症警戒アラート: of an event of another day nobody asks about heat. One without a day may still be hot. */
export const mayBeHot = (startsAt: string | null): boolean => startsAt === null || ['04', '05', '06', '07', '08', '09', '10'].includes(jstOf(startsAt).date.slice(5, 7));

/** Why an event of that day is called or put off. */
export const causesOf = ({ startsAt }: Pick<EventDetail, 'startsAt'>): readonly Cause[] => CAUSES.filter((cause) => cause !== 'heat' || mayBeHot(startsAt));

/** What somebody is about to decide. */
export interface Proposal {
  readonly kind: 'cancelled' | 'postponed' | 'reduced';
  readonly cause?: Cause;
  readonly reason: string;
  readonly day: string;
  /** Of the ward office: why it may be where another event is on the new day. */
  readonly besideReason?: string;
  /** What of the programme is left out, of what takes place in a smaller form. */
  readonly dropped?: readonly DroppedProgrammeItem[];
  /** When what it begins with was said of it; null: nothing was. */
  readonly after?: string | null;
}

export const KINDS = ['cancelled', 'postponed', 'reduced'] as const;

/** What can be decided: put off by who has the ward's yes to it, made smaller until it is over. */
export function kindsOf({ can, startsAt, endsAt }: Pick<EventDetail, 'can' | 'startsAt' | 'endsAt'>, now: Date): readonly Proposal['kind'][] {
  const over = endsAt ?? startsAt;
  return KINDS.filter((kind) => (kind === 'postponed' ? can.putOff !== 'event.postpone-not-approved' : kind === 'cancelled' || (can.postpone === true && over !== null && new Date(over) > now)));
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

/** What a template says: why, and no more; what is left out comes from the marks. Nothing for その他. Everybody reads it in their own language (`reasonIn`). */
export const templateOf = (cause: Cause): string => (cause === 'other' ? '' : withoutReadings(t(`app.decide.template.${cause}`)));

/** An item of the programme as it is named when it is left out. */
export const asDropped = ({ title, day, start, place }: EventProgrammeItem): DroppedProgrammeItem => ({ title, day, start, place });
export const sameItem = (one: DroppedProgrammeItem, other: DroppedProgrammeItem): boolean => one.title === other.title && one.day === other.day && one.start === other.start && one.place === other.place;

/** Of what is left out, what is on the programme as it is now: an item that was changed since has no box to untick any more. */
export const stillOn = (dropped: readonly DroppedProgrammeItem[], { programme }: Pick<EventDetail, 'programme'>): readonly DroppedProgrammeItem[] => dropped.filter((each) => (programme ?? []).some((item) => sameItem(each, asDropped(item))));

/** Where a smaller form begins: with what was said of it last, where it was. */
export const reductionOf = (event: Pick<EventDetail, 'reduction' | 'programme'>): Partial<Proposal> => (event.reduction === null ? {} : { reason: event.reduction.reason ?? '', dropped: stillOn(event.reduction.dropped, event) });

/** A smaller form begins with what was said of it last; so it does again where somebody has decided otherwise since. */
export function begun(event: Pick<EventDetail, 'reduction' | 'programme'>, proposal: Proposal): Proposal {
  const at = event.reduction?.at ?? null;
  if (proposal.kind !== 'reduced' || ((proposal.after ?? null) === at && (at === null || proposal.dropped !== undefined))) return proposal;
  return { ...proposal, dropped: [], ...reductionOf(event), after: at };
}

/** With this item left out, or not left out any more. */
export function withDropped(proposal: Proposal, item: DroppedProgrammeItem, isOff: boolean): Proposal {
  const others = (proposal.dropped ?? []).filter((each) => !sameItem(each, item));
  return { ...proposal, dropped: isOff ? [...others, item] : others };
}

/** A template is written where nothing, or another template, stands: nobody's own words are lost. */
export function withCause(proposal: Proposal, cause: Cause): Proposal {
  const untouched = proposal.reason.trim() === '' || CAUSES.some((each) => templateOf(each) === proposal.reason);
  return { ...proposal, cause, reason: untouched ? templateOf(cause) : proposal.reason };
}

/** What is missing or can't be, by field, as codes. */
export function errorsIn({ kind, reason, day, cause, dropped = [] }: Proposal, { startsAt }: Pick<EventDetail, 'startsAt'>): Readonly<Record<string, string>> {
  const saysWhyAlone = kind === 'reduced' && dropped.length === 0 && CAUSES.some((each) => templateOf(each) === reason.trim());
  const early = kind === 'postponed' && (day === '' || (startsAt !== null && day <= jstOf(startsAt).date));
  return { ...(early ? { day: 'event.postpone-day' } : {}), ...(reason.trim() === '' ? { reason: 'event.reason-required' } : saysWhyAlone ? { reason: 'event.reduce-what' } : {}), ...(cause === undefined ? { cause: 'event.cause-missing' } : {}) };
}
