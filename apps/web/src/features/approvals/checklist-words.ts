import type { EventChecklistItem, EventDetail } from '@yoriai/api-client';
import { procedureIn } from '@yoriai/ui';
import { t } from '../../i18n.js';

/** What somebody can say about a procedure. `tick`: done, where nobody else looks; `settle`: done, though nobody reported it. */
export type ItemWord = 'report' | 'tick' | 'confirm' | 'settle' | 'send-back' | 'waive';

/** Asked of every event, and the host's own to look at. */
export const isOwnLook = ({ always }: Pick<EventChecklistItem, 'always'>): boolean => always;

/** Nothing more is to be done about it. */
export const isSettled = ({ state }: Pick<EventChecklistItem, 'state'>): boolean => state === 'confirmed' || state === 'waived' || state === 'withdrawn';

/** It is open again after it was handed in, as far as anybody said: the day moved, or the ward did not find it done. */
export const isHandedIn = ({ state, last }: Pick<EventChecklistItem, 'state' | 'last'>): boolean => state === 'open' && (last?.kind === 'reopened' || last?.kind === 'sent-back' || last?.kind === 'reported' || last?.kind === 'confirmed');

/** What is left of a procedure once its event is off: nothing, or an office that is to hear of it; undefined where it says itself how it ended. */
export function offWord(item: Pick<EventChecklistItem, 'state' | 'last' | 'always'>): 'not-needed' | 'take-back' | undefined {
  if (item.state === 'withdrawn' || item.state === 'waived') return undefined;
  return !item.always && (item.state === 'reported' || item.state === 'confirmed' || isHandedIn(item)) ? 'take-back' : 'not-needed';
}

/** Procedures that somebody has to do something about, here. */
export function leftOf(items: readonly Pick<EventChecklistItem, 'state' | 'wanted' | 'conditionId'>[]): number {
  return items.filter((item) => item.wanted && !isSettled(item) && item.conditionId === null).length;
}

/** Procedures that have to be settled, or become conditions, before the ward approves. */
export function beforeApproval({ checklist }: Pick<EventDetail, 'checklist'>): EventChecklistItem[] {
  return checklist.filter((item) => item.gate === 'approval' && item.wanted && !isSettled(item) && item.conditionId === null);
}

/** What still keeps the event from being published: conditions and procedures, and where each is settled. */
export function publicationStops({ approval, checklist }: Pick<EventDetail, 'approval' | 'checklist'>): { readonly id: string; readonly words: string; readonly at: 'conditions' | 'checklist' }[] {
  const conditions = (approval?.conditions ?? []).filter(({ blocking, state }) => blocking && (state === 'open' || state === 'reported'));
  const procedures = checklist.filter((item) => item.gate === 'publication' && item.wanted && !isSettled(item) && item.conditionId === null);
  return [...conditions.map(({ id, text }) => ({ id, words: text, at: 'conditions' as const })), ...procedures.map((item) => ({ id: item.code, words: procedureIn(t, item).title, at: 'checklist' as const }))];
}

/** A paper came after the last word about it, and whoever sent it has still to say that it is done. */
export function arrivedUnreported(item: Pick<EventChecklistItem, 'can' | 'state' | 'judgedBy' | 'files' | 'last' | 'wanted'>): boolean {
  const newest = item.files.at(-1);
  return item.wanted && newest !== undefined && newest.at > (item.last?.at ?? '') && wordsFor(item).includes('report');
}

/** What this person can say, the first thing first. Who may say that it is so need not first report it. */
export function wordsFor({ can, state, judgedBy }: Pick<EventChecklistItem, 'can' | 'state' | 'judgedBy'>): ItemWord[] {
  const judges = can.confirm === true && judgedBy === 'ward';
  return [
    ...(judges ? [state === 'reported' ? ('confirm' as const) : ('settle' as const)] : []),
    ...(!judges && can.report === true ? [judgedBy === 'host' ? ('tick' as const) : ('report' as const)] : []),
    ...(can.sendBack === true ? (['send-back'] as const) : []),
    ...(judges && can.waive === true ? (['waive'] as const) : []),
  ];
}
