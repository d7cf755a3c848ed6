import type { Actor } from '@yoriai/associations';
import { isToWithdraw, itemStepVerdict, type ChecklistItem, type ChecklistStepKind, type EvidenceAbout, type EvidenceRow } from '@yoriai/approvals';
import type { EventChecklistItem, EventFile } from './checklist.dto.js';
import type { WholeFacts } from './event.mapper.js';
import { doerOf, leadsEvent, type EventOfHost } from './event.policy.js';

/** Over, or never to be: nothing more is said about its procedures. */
const OVER = ['rejected', 'closed', 'cancelled'];

/** Who threw it away could never be asked again what it showed: a file goes by who added it, or by who leads the event; never by whoever judges it. */
export function mayRemoveFile(actor: Actor, event: EventOfHost, { by }: Pick<EvidenceRow, 'by'>): boolean {
  return by === actor.personId || leadsEvent(actor, event);
}

/** The files about one thing, without their contents. */
export function filesAbout(actor: Actor, { event, files }: { event: EventOfHost; files: readonly EvidenceRow[] }, { aboutKind, aboutId }: EvidenceAbout): EventFile[] {
  const about = files.filter((each) => each.aboutKind === aboutKind && each.aboutId === aboutId);
  return about.map((row) => ({ id: row.id, kind: row.kind, size: row.size, at: row.at.toISOString(), mayRemove: mayRemoveFile(actor, event, row) }));
}

/** What the event needs besides the ward's yes, with what the actor can say about each. */
export function toChecklist(actor: Actor, facts: WholeFacts): EventChecklistItem[] {
  return facts.checklist.map((item) => toItem(actor, facts, item));
}

function toItem(actor: Actor, { event, approval, files }: WholeFacts, item: ChecklistItem): EventChecklistItem {
  const { code, title, authority, how, leadDays, toConfirm, phone, formUrl, gate, judgedBy, state, wanted, ended, dueOn, conditionId, steps } = item;
  const { personId, isHost, isStaff } = doerOf(actor, event);
  const own = filesAbout(actor, { event, files }, { aboutKind: 'item', aboutId: code });
  const parties = [...steps.filter(({ kind }) => kind === 'reported').map(({ by }) => by), ...(approval ? [approval.submittedBy] : [])];
  const judged = (kind: ChecklistStepKind): true | string =>
    item.condition !== null ? 'approval.item-as-condition' : OVER.includes(event.state) ? `event.is-${event.state}` : !wanted ? 'approval.item-not-found' : itemStepVerdict(kind, { state, judgedBy, parties, by: personId ?? '', hasFile: own.length > 0 });
  const last = steps.at(-1);
  const report = isHost ? judged('reported') : 'event.host-only';
  return {
    ...{ code, title, authority, how, leadDays, toConfirm, phone, formUrl, gate, judgedBy, state, wanted, ended, dueOn, conditionId },
    always: item.flags.length === 0,
    files: own,
    last: last ? { kind: last.kind, words: last.words, at: last.at.toISOString() } : null,
    can: {
      report,
      confirm: isStaff ? judged('confirmed') : 'event.staff-only',
      sendBack: isStaff ? judged('sent-back') : 'event.staff-only',
      waive: isStaff ? judged('waived') : 'event.staff-only',
      withdraw: !isHost ? 'event.host-only' : event.state !== 'cancelled' ? 'event.not-called-off' : itemStepVerdict('withdrawn', { state, judgedBy, parties, by: personId ?? '', hasFile: false, toWithdraw: isToWithdraw(item) }),
      attach: report === 'approval.item-reported' ? true : report,
    },
  };
}
