import { Injectable } from '@nestjs/common';
import { Approvals, keepingShut, type CaseFacts, type ChecklistItem } from '@yoriai/approvals';
import { Organisations } from '@yoriai/associations';
import { EventProcedures } from '@yoriai/events';
import type { ClaimedDelivery, Letter } from '@yoriai/notifications';
import { procedureIn, shortDate } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer, type WritingPlace } from './desk.js';
import { LetterFacts, type EventFacts, type EventWords } from './facts.js';
import type { Fact } from './paper.js';
import { askedFacts, conditionFact, remarkFact, whenAndWhere } from './words.js';

/** Where a condition stands while a letter about it is still true. */
const CONDITION_STANDS = { 'condition-due': 'open', 'condition-reported': 'reported', 'condition-confirmed': 'met', 'condition-returned': 'open' } as const;

/** Letters between a host and the ward office: please look, please mend, it is approved. */
@Injectable()
export class ApprovalLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    'event-submitted': this.each((event, found, desk, { looked }) => (event.state === 'submitted' ? this.toApprover(event, found, 'approval-requested', { desk, looked }) : null)),
    'event-returned': this.each((event, found, desk) => this.decided(event, 'returned', desk, found)),
    'event-approved': this.each((event, found, desk, { stops }) => this.decided(event, 'approved', desk, found, stops), true),
    'event-rejected': this.each((event, found, desk) => this.decided(event, 'rejected', desk, found)),
    'change-submitted': this.each((event, found, desk, { change, looked }) => (found.status === 'pending' ? this.toApprover(event, found, 'change-requested', { desk, change, looked }) : null)),
    'change-returned': this.each((event, found, desk) => (found.status === 'returned' ? this.toHost(event, 'change-returned', desk, found) : null)),
    'change-approved': this.each((event, found, desk) => (found.status === 'approved' ? this.toHost(event, 'change-approved', desk, found) : null)),
    'change-rejected': this.each((event, found, desk) => (found.status === 'approved' ? this.toHost(event, 'change-rejected', desk, found) : null)),
    'decision-waiting': this.each((event, found, desk, { delivery }) => (waitsStill(found, delivery) ? this.stillWaiting(event, found, desk, delivery) : null)),
    'decision-stuck': this.each((_event, found, desk, { delivery }) => (waitsStill(found, delivery) ? stuck(desk) : null)),
    'condition-due': this.each((event, found, desk, { delivery }) => this.ofCondition(event, found, 'condition-due', desk, delivery)),
    'condition-reported': this.each((event, found, desk, { delivery }) => this.ofCondition(event, found, 'condition-reported', desk, delivery)),
    'condition-confirmed': this.each((event, found, desk, { delivery }) => this.ofCondition(event, found, 'condition-confirmed', desk, delivery)),
    'condition-returned': this.each((event, found, desk, { delivery }) => this.ofCondition(event, found, 'condition-returned', desk, delivery)),
  };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly approvals: Approvals,
    private readonly organisations: Organisations,
    private readonly procedures: EventProcedures,
  ) {}

  private each(write: (event: EventFacts, found: CaseFacts, desk: WritingPlace, of: { delivery: ClaimedDelivery; change: EventWords | null; looked: Fact[]; stops: readonly ChecklistItem[] }) => Letter | null, asksStops = false): Renderer {
    return async (tx, deliveries) => {
      const ids = deliveries.flatMap((one) => idsOf(one, 'eventId'));
      const events = await this.facts.eventsById(tx, ids);
      const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
      const cases = await this.approvals.casesOf(tx, 'event', [...new Set(ids)]);
      const changes = await this.facts.pendingChanges(tx, ids);
      const lists = asksStops ? await this.procedures.ofEvents(tx, [...new Set(ids)]) : new Map<string, ChecklistItem[]>();
      const councils = await this.organisations.byIds(tx, [...cases.values()].flatMap(({ check }) => check?.councilId ?? []));
      return lettersOf(deliveries, (delivery) => {
        const id = idsOf(delivery, 'eventId')[0] ?? '';
        const event = events.get(id);
        const found = cases.get(id);
        const desk = this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja');
        return event && found ? write(event, found, desk, { delivery, change: changes.get(id) ?? null, looked: lookOf(found, desk, councils), stops: keepingShut(lists.get(id) ?? [], 'publication') }) : null;
      });
    };
  }

  /** Of a change: first what would read otherwise, old and new; the event as it stands follows. */
  private toApprover(event: EventFacts, found: CaseFacts, what: 'approval-requested' | 'change-requested', { desk, change = null, looked }: { desk: WritingPlace; change?: EventWords | null; looked: readonly Fact[] }): Letter {
    const { t, links } = desk;
    const due = shortDate(t, found.dueOn);
    const asked = change === null ? [] : askedFacts(t, event, change);
    return desk.letter({
      subject: t(`mail.${what}.subject`, { title: event.title, organisation: event.hostName }),
      lead: [t(`mail.${what}.lead`, { organisation: event.hostName, due })],
      blocks: [
        {
          heading: event.title,
          facts: [...looked, ...(change === null ? whenAndWhere(t, event) : asked), [t('mail.label.host'), event.hostName], [t('mail.label.due'), due]],
          link: { label: t('mail.approval-requested.open'), url: links.approval(found.caseId) },
        },
      ],
      after: [],
    });
  }

  /** To an approver: what waits, since when; after five days that it may be decided in another's place. */
  private stillWaiting(event: EventFacts, found: CaseFacts, desk: WritingPlace, { params }: ClaimedDelivery): Letter {
    const { t, links } = desk;
    const days = params['days'] === '5' ? 5 : 3;
    return desk.letter({
      subject: t('mail.decision-waiting.subject', { title: event.title, days }),
      lead: [t('mail.decision-waiting.lead', { organisation: event.hostName, days }), ...(days === 5 ? [t('mail.decision-waiting.deputy')] : [])],
      blocks: [{ heading: event.title, facts: [...whenAndWhere(t, event), [t('mail.label.host'), event.hostName], [t('mail.label.due'), shortDate(t, found.dueOn)]], link: { label: t('mail.approval-requested.open'), url: links.approval(found.caseId) } }],
      after: [],
    });
  }

  /** Only while the decision still stands: who has already handed in again need not read that it came back. */
  private decided(event: EventFacts, decision: 'returned' | 'approved' | 'rejected', desk: WritingPlace, found: CaseFacts, stops: readonly ChecklistItem[] = []): Letter | null {
    const stands = decision === 'approved' ? ['approved', 'published'].includes(event.state) : event.state === decision;
    return stands ? this.toHost(event, `event-${decision}`, desk, found, stops) : null;
  }

  private toHost(event: EventFacts, what: `${'event' | 'change'}-${'returned' | 'approved' | 'rejected'}`, desk: WritingPlace, { rule, remarks, conditions }: CaseFacts, stops: readonly ChecklistItem[] = []): Letter {
    const { t, links } = desk;
    const approved = what.endsWith('approved');
    const asked = (approved ? conditions : []).filter(({ state }) => state === 'open').map((each) => conditionFact(t, each));
    const procedures = stops.map((each) => procedureIn(t, each)).map(({ title, authority, dueOn }): Fact => [t('mail.label.procedure-first'), dueOn === null ? title : t('mail.condition.until', { text: t('mail.procedure.at', { title, authority }), due: shortDate(t, dueOn) })]);
    const comment: Fact[] = event.reason && !approved ? [[t('mail.label.comment'), event.reason]] : [];
    return desk.letter({
      subject: t(`mail.${what}.subject`, { title: event.title }),
      lead: [t(leadOf(what, { rule, conditions })), ...(procedures.length > 0 ? [t('mail.event-approved.procedures')] : []), ...(asked.length > 0 ? [t('mail.condition.lead')] : [])],
      blocks: [{ heading: event.title, facts: [...comment, ...asked, ...procedures, ...(what.endsWith('returned') ? remarks : []).map((remark) => remarkFact(t, remark)), ...whenAndWhere(t, event)], link: { label: t('mail.officer-open'), url: links.officersEvent(event.id) } }],
      after: [],
    });
  }

  /** One condition, while it still stands as the letter says. */
  private ofCondition(event: EventFacts, found: CaseFacts, what: keyof typeof CONDITION_STANDS, desk: WritingPlace, delivery: ClaimedDelivery): Letter | null {
    const { t, links } = desk;
    const condition = found.conditions.find(({ id }) => id === delivery.params['conditionId']);
    if (condition?.state !== CONDITION_STANDS[what]) return null;
    const due = shortDate(t, condition.dueOn);
    const said = what === 'condition-due' ? null : condition.steps.at(-1)?.words;
    const toWard = what === 'condition-reported';
    return desk.letter({
      subject: t(`mail.${what}.subject`, { title: event.title }),
      lead: [t(`mail.${what}.lead`, { due, organisation: event.hostName })],
      blocks: [
        {
          heading: event.title,
          facts: [conditionFact(t, condition), ...(said ? [[t(toWard ? 'mail.label.reported' : 'mail.label.comment'), said] as const] : []), ...whenAndWhere(t, event)],
          link: toWard ? { label: t('mail.approval-requested.open'), url: links.approval(found.caseId) } : { label: t('mail.officer-open'), url: links.officersEvent(event.id) },
        },
      ],
      after: [],
    });
  }
}

/** What an approval says first: that it was by rule, that something stands before the publication, or that it may be published. */
function leadOf(what: `${'event' | 'change'}-${'returned' | 'approved' | 'rejected'}`, { rule, conditions }: Pick<CaseFacts, 'rule' | 'conditions'>) {
  if (what !== 'event-approved') return `mail.${what}.lead` as const;
  if (rule !== null) return 'mail.event-approved.by-rule.lead';
  return conditions.some(({ state, blocking }) => blocking && (state === 'open' || state === 'reported')) ? 'mail.event-approved.blocked.lead' : 'mail.event-approved.lead';
}

/** Nobody has decided on it since, and it is the same that was waited with. */
function waitsStill(found: CaseFacts, { params }: ClaimedDelivery): boolean {
  return found.status === 'pending' && String(found.revision) === params['revision'];
}

/** To an administrator, who sees no case and names nobody's: that the approvers are short of somebody. */
function stuck(desk: WritingPlace): Letter {
  const { t, links } = desk;
  return desk.letter({ subject: t('mail.decision-stuck.subject'), lead: [t('mail.decision-stuck.lead')], blocks: [{ heading: t('mail.decision-stuck.heading'), facts: [], link: { label: t('mail.decision-stuck.open'), url: links.wardPeople() } }], after: [] });
}

/** That the council has looked, with its words: the ward decides with that beside it. */
function lookOf({ check }: CaseFacts, { t }: WritingPlace, councils: ReadonlyMap<string, { name: string }>): Fact[] {
  if (check?.outcome !== 'confirmed') return [];
  return [[t('mail.label.checked'), [councils.get(check.councilId)?.name ?? '', check.words ?? ''].filter(Boolean).join('\n')]];
}
