import { Injectable } from '@nestjs/common';
import { reasonIn } from '@yoriai/ui';
import type { ClaimedDelivery, Letter } from '@yoriai/notifications';
import type { Tx } from '@yoriai/platform';
import { Desk, idsOf, lettersOf } from './desk.js';
import { LetterFacts, type ApplicationFacts, type AssignmentFacts, type EventWords } from './facts.js';
import type { Paper } from './paper.js';
import { changedDraw, changedFacts, dayOf, dutyFacts, goodToKnow, greetingOf } from './words.js';

/** That an event is on another day, and the question whether they still come. */
@Injectable()
export class PostponementLetters {
  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
  ) {}

  /** All letters of a slice are of few events: what was public before is read once for each. */
  async write(tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<ReadonlyMap<string, Letter>> {
    const applications = await this.facts.applications(tx, deliveries.flatMap((one) => idsOf(one, 'applicationIds')));
    const assignments = await this.facts.assignments(tx, deliveries.flatMap((one) => idsOf(one, 'assignmentIds')));
    const before = new Map<string, EventWords | null>();
    const last = new Map<string, string | null>();
    const keyOf = ({ eventId, params }: ClaimedDelivery): string => `${eventId} ${String(params['before'])}`;
    for (const one of deliveries) {
      const { eventId, params } = one;
      if (eventId === null) continue;
      if (typeof params['before'] === 'number' && !before.has(keyOf(one))) before.set(keyOf(one), await this.facts.eventIn(tx, eventId, params['before']));
      if (!last.has(eventId)) last.set(eventId, await this.facts.lastPutOff(tx, eventId));
    }
    return lettersOf(deliveries, (delivery) => {
      const mine = idsOf(delivery, 'applicationIds').flatMap((id) => applications.get(id) ?? []);
      const duties = idsOf(delivery, 'assignmentIds').flatMap((id) => assignments.get(id) ?? []);
      const was = before.get(keyOf(delivery));
      // Put off once more before this could go: the letter of that says everything.
      const stands = delivery.eventId !== null && last.get(delivery.eventId) === delivery.params['decisionId'];
      return was && stands ? this.letter(mine, duties, was, delivery) : null;
    });
  }

  /** Nothing to who said no or was let go meanwhile, nor of an event that is off. */
  private letter(all: readonly ApplicationFacts[], duties: readonly AssignmentFacts[], before: EventWords, { params }: ClaimedDelivery): Letter | null {
    const applications = all.filter((one) => ['confirmed', 'guardian_pending', 'offered', 'waitlisted', 'applied'].includes(one.status));
    const assignments = duties.filter((one) => one.status === 'confirmed');
    const first = applications[0] ?? assignments[0];
    if (!first || first.event.state !== 'published') return null;
    const { event, name, language } = first;
    const desk = this.desk.in(language);
    const { t, links } = desk;
    const [place, duty] = [applications.some(({ hasPlace }) => hasPlace), assignments.length > 0];
    const asked = place || duty;
    const reason = typeof params['reason'] === 'string' ? [[t('mail.label.reason'), reasonIn(t, params['reason'])] as const] : [];
    const tickets = applications.map((one): Paper['blocks'][number] => ({
      facts: [[t('mail.label.number'), one.number], ...changedDraw(t, before, one)],
      link: { label: t(one.hasPlace ? 'mail.event-postponed.answer' : 'mail.ticket'), url: links.ticket(one.id) },
    }));
    const shifts = assignments.map((one): Paper['blocks'][number] => ({ facts: dutyFacts(t, one), link: { label: t('mail.event-postponed.answer'), url: links.duty(one.id) } }));
    return desk.letter({
      subject: t('mail.event-postponed.subject', { title: event.title, date: dayOf(t, event) }),
      greeting: greetingOf(t, name),
      lead: [t('mail.event-postponed.lead', { title: event.title }), ...(asked ? [t(`mail.event-postponed.${place && duty ? 'kept' : place ? 'kept-place' : 'kept-duty'}`), t('mail.event-postponed.question')] : [])],
      blocks: [{ heading: event.title, facts: [...reason, ...changedFacts(t, before, event), ...goodToKnow(t, event).slice(-2)] }, ...shifts, ...tickets],
      after: [...(asked ? [t('mail.event-postponed.no')] : []), t('mail.calendar-hint')],
      files: desk.calendar(applications.filter((one) => one.status === 'confirmed'), assignments, 'publish'),
    });
  }
}
