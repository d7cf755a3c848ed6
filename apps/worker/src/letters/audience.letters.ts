import { Injectable } from '@nestjs/common';
import type { Language } from '@yoriai/identity';
import type { Reduced } from '@yoriai/events';
import { OptOuts, type ClaimedDelivery, type Letter } from '@yoriai/notifications';
import type { Tx } from '@yoriai/platform';
import { timeOfDay, reasonIn, type Translate } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer } from './desk.js';
import { LetterFacts, standing, type ApplicationFacts, type AssignmentFacts, type EventFacts, type EventWords } from './facts.js';
import { AnswersDueLetters } from './answers-due.letters.js';
import { DecisionLetters } from './decision.letters.js';
import { PostponementLetters } from './postponement.letters.js';
import type { Paper } from './paper.js';
import { changedDraw, changedDutyFacts, changedFacts, dayOf, dutyFacts, goodToKnow, greetingOf, reducedFacts, relativeDay, whenAndWhere } from './words.js';

/** An event that is on, or was. */
const TAKES_PLACE = new Set(['published', 'awaiting-report', 'reported', 'closed']);

/** What one person does at one event. */
interface Part {
  event: EventFacts;
  name: string;
  language: Language;
  applications: ApplicationFacts[];
  assignments: AssignmentFacts[];
}

/** Letters to everybody who takes part or helps: one per person, with everything they do. */
@Injectable()
export class AudienceLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    reminder: (tx, deliveries) => this.reminders(tx, deliveries),
    'event-changed': (tx, deliveries) => this.changes(tx, deliveries),
    'event-postponed': (tx, deliveries) => this.postponements.write(tx, deliveries),
    'event-reduced': (tx, deliveries) => this.reductions(tx, deliveries),
    'decision-asked': (tx, deliveries) => this.decisions.write(tx, deliveries),
    'answers-due': (tx, deliveries) => this.answersDue.write(tx, deliveries),
    'event-cancelled': (tx, deliveries) => this.each(tx, deliveries, (part) => this.cancelled(part)),
  };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly optOuts: OptOuts,
    private readonly postponements: PostponementLetters,
    private readonly decisions: DecisionLetters,
    private readonly answersDue: AnswersDueLetters,
  ) {}

  private async each(tx: Tx, deliveries: readonly ClaimedDelivery[], write: (part: Part, delivery: ClaimedDelivery) => Letter | null) {
    const applications = await this.facts.applications(tx, deliveries.flatMap((one) => idsOf(one, 'applicationIds')));
    const assignments = await this.facts.assignments(tx, deliveries.flatMap((one) => idsOf(one, 'assignmentIds')));
    return lettersOf(deliveries, (delivery) => {
      const part = {
        applications: idsOf(delivery, 'applicationIds').flatMap((id) => applications.get(id) ?? []),
        assignments: idsOf(delivery, 'assignmentIds').flatMap((id) => assignments.get(id) ?? []),
      };
      const first = part.applications[0] ?? part.assignments[0];
      return first ? write({ ...part, event: first.event, name: first.name, language: first.language }, delivery) : null;
    });
  }

  /** Of what was held back is said what is decided by now. */
  private async reminders(tx: Tx, deliveries: readonly ClaimedDelivery[]) {
    const ids = [...new Set(deliveries.flatMap(({ eventId, params }) => (params['held'] === true && eventId ? [eventId] : [])))];
    const danger = ids.length === 0 ? null : await this.decisions.dangerSince(tx);
    const decided = ids.length === 0 ? new Set<string>() : await this.facts.decided(tx, ids, danger);
    const reduced = await this.facts.reduced(tx, deliveries.flatMap(({ eventId }) => eventId ?? []));
    return this.each(tx, deliveries, (part, { params, personId }) => {
      const smaller = reduced.get(part.event.id);
      const isDecided = decided.has(part.event.id);
      const weather = (t: Translate): string[] => [
        ...(smaller ? [t('mail.reminder.reduced', { reason: reasonIn(t, smaller.reason ?? '') })] : []),
        ...(params['held'] !== true ? [] : isDecided && !smaller ? [t('mail.reminder.held')] : !isDecided && danger !== null ? [t('mail.reminder.undecided')] : []),
      ];
      return this.reminder(part, personId, { weather, smaller });
    });
  }

  /**
   * Nothing to who cancelled in the meantime, nothing for an event that does not take place. One that has begun
   * is past the delivery's `validUntil`: the letter is not sent, but whoever it did not reach belongs on the call sheet.
   */
  private reminder({ event, name, language, ...part }: Part, personId: string | null, { weather, smaller }: { weather: (t: Translate) => string[]; smaller: Reduced | undefined }): Letter | null {
    const applications = part.applications.filter((one) => one.hasPlace);
    const assignments = part.assignments.filter((one) => one.status === 'confirmed');
    const now = this.desk.now();
    const { startsAt } = event;
    if (!TAKES_PLACE.has(event.state) || !startsAt || applications.length + assignments.length === 0) return null;
    const desk = this.desk.in(language);
    const { t, links } = desk;
    const day = relativeDay(t, startsAt, now);
    const role = roleOf(applications, assignments);
    const tickets = applications.map((one): Paper['blocks'][number] => ({
      facts: [
        [t('mail.label.number'), one.number],
        [t('mail.label.heads'), t('mail.heads', { heads: one.heads })],
      ],
      link: { label: t('mail.ticket'), url: links.ticket(one.id) },
    }));
    const duties = assignments.map((one): Paper['blocks'][number] => ({ facts: dutyFacts(t, one), link: { label: t('mail.my-page'), url: links.me() } }));
    return desk.letter({
      subject: t('mail.reminder.subject', { day, title: event.title, when: `${dayOf(t, event)} ${timeOfDay(t, startsAt)}` }),
      greeting: greetingOf(t, name),
      lead: [t(`mail.reminder.${role}`, { day, title: event.title }), ...weather(t)],
      blocks: [{ heading: event.title, facts: [...whenAndWhere(t, event), ...(smaller ? reducedFacts(t, { ...smaller, reason: null }) : []), ...goodToKnow(t, event)] }, ...duties, ...tickets],
      after: [t('mail.reminder.cannot-come'), t('mail.calendar-hint')],
      files: desk.calendar(applications, assignments, 'publish'),
      ...(personId === null ? {} : { unsubscribeUrl: this.optOuts.link(personId) }),
    });
  }

  /** That an event takes place in a smaller form, or as planned after all; nothing once it was decided anew. */
  private async reductions(tx: Tx, deliveries: readonly ClaimedDelivery[]) {
    const reduced = await this.facts.reducedOrWhole(tx, deliveries.flatMap(({ eventId }) => eventId ?? []));
    return this.each(tx, deliveries, (part, { params }) => {
      const stands = reduced.get(part.event.id);
      return stands !== undefined && stands.decisionId === params['decisionId'] ? this.reduced(part, stands) : null;
    });
  }

  private reduced({ event, name, language, ...part }: Part, reduced: Reduced): Letter | null {
    const applications = part.applications.filter((one) => ['confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied'].includes(one.status));
    const assignments = part.assignments.filter((one) => one.status === 'confirmed');
    if (event.state !== 'published' || applications.length + assignments.length === 0) return null;
    const desk = this.desk.in(language);
    const { t, links } = desk;
    return desk.letter({
      subject: t(reduced.isWhole ? 'mail.event-whole.subject' : 'mail.event-reduced.subject', { title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, name),
      lead: reduced.isWhole ? [t('mail.event-whole.lead', { title: event.title }), t('weather.reduce.kept')] : [t('mail.event-reduced.lead', { title: event.title }), t('mail.event-reduced.kept')],
      blocks: [
        { heading: event.title, facts: [...reducedFacts(t, reduced), ...whenAndWhere(t, event), ...goodToKnow(t, event).slice(-2)] },
        ...assignments.map((one): Paper['blocks'][number] => ({ facts: dutyFacts(t, one), link: { label: t('mail.my-page'), url: links.me() } })),
        ...applications.map((one): Paper['blocks'][number] => ({ facts: [[t('mail.label.number'), one.number]], link: { label: t('mail.ticket'), url: links.ticket(one.id) } })),
      ],
      after: applications.length === 0 ? [] : [t('mail.event-reduced.no')],
    });
  }

  /** What was public before is read once: all letters of a change are about the same two revisions. */
  private async changes(tx: Tx, deliveries: readonly ClaimedDelivery[]) {
    const keyOf = ({ eventId, params }: ClaimedDelivery): string => `${eventId} ${String(params['before'])}`;
    const before = new Map<string, EventWords | null>();
    for (const one of deliveries) {
      const { eventId, params } = one;
      if (eventId === null || typeof params['before'] !== 'number' || before.has(keyOf(one))) continue;
      before.set(keyOf(one), await this.facts.eventIn(tx, eventId, params['before']));
    }
    return this.each(tx, deliveries, (part, delivery) => this.changed(part, before.get(keyOf(delivery))));
  }

  /** Nothing to who has cancelled meanwhile, nor where nothing changed that people go by. Of a duty that moved its own letter tells. */
  private changed({ event, name, language, ...part }: Part, before: EventWords | null | undefined): Letter | null {
    const applications = part.applications.filter((one) => ['confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied'].includes(one.status));
    const assignments = standing(part.assignments, this.desk.now());
    if (event.state !== 'published' || !before || applications.length + assignments.length === 0) return null;
    const desk = this.desk.in(language);
    const { t, links } = desk;
    const role = roleOf(applications, assignments);
    const facts = changedFacts(t, before, event);
    // Whom to ask, unless that is what changed.
    const ask = goodToKnow(t, event).slice(-2).filter(([label]) => !facts.some(([each]) => each === label));
    const changed = assignments.map((one) => changedDutyFacts(t, before, one));
    const prolonged = changed.flat().some(([label]) => label === t('mail.label.duty-when'));
    const draws = applications.map((one) => changedDraw(t, before, one));
    if (facts.length === 0 && [...changed, ...draws].every((each) => each.length === 0)) return null;
    const tickets = applications.map((one, index): Paper['blocks'][number] => ({ facts: [[t('mail.label.number'), one.number], ...(draws[index] ?? [])], link: { label: t('mail.ticket'), url: links.ticket(one.id) } }));
    // What changed stands in its own line of the duty, in place of what it says now.
    const duties = assignments.map((one, index): Paper['blocks'][number] => ({
      facts: [...new Map([...dutyFacts(t, one), ...(changed[index] ?? [])])],
      link: { label: t('mail.my-page'), url: links.me() },
    }));
    return desk.letter({
      subject: t('mail.event-changed.subject', { title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, name),
      lead: [
        t('mail.event-changed.lead', { title: event.title }),
        ...(applications.length > 0 ? [t('mail.event-changed.application')] : []),
        ...(assignments.length > 0 && !prolonged ? [t('mail.event-changed.assignment')] : []),
      ],
      blocks: [{ heading: event.title, facts: [...facts, ...ask] }, ...duties, ...tickets],
      after: [t(`mail.event-changed.cannot-come.${role}`), t('mail.calendar-hint')],
      files: desk.calendar(applications.filter((one) => one.status === 'confirmed'), assignments, 'publish'),
    });
  }

  private cancelled({ event, name, language, applications, assignments }: Part): Letter | null {
    if (event.state !== 'cancelled') return null;
    const desk = this.desk.in(language);
    const { t, links } = desk;
    return desk.letter({
      subject: t('mail.event-cancelled.subject', { title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, name),
      lead: [t('mail.event-cancelled.lead', { title: event.title })],
      blocks: [
        {
          heading: event.title,
          facts: [...(event.reason ? [[t('mail.label.reason'), reasonIn(t, event.reason)] as const] : []), ...whenAndWhere(t, event).slice(0, 2), ...goodToKnow(t, event).slice(-2)],
          link: { label: t('mail.events-page'), url: links.events() },
        },
      ],
      after: [t(`mail.event-cancelled.next.${roleOf(applications, assignments)}`), t('mail.event-cancelled.calendar')],
      files: desk.calendar(applications, assignments, 'cancelled'),
    });
  }
}

/** Which words suit who gets the letter. */
function roleOf(applications: readonly ApplicationFacts[], assignments: readonly AssignmentFacts[]): 'participant' | 'volunteer' | 'both' {
  if (assignments.length === 0) return 'participant';
  return applications.length === 0 ? 'volunteer' : 'both';
}
