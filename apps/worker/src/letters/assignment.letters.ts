import { Injectable } from '@nestjs/common';
import type { Letter } from '@yoriai/notifications';
import { shortDate, reasonIn, type Translate } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer } from './desk.js';
import { LetterFacts, type AssignmentFacts } from './facts.js';
import { dutyFacts, goodToKnow, greetingOf, whenAndWhere } from './words.js';

/** Letters to volunteers about one duty. */
@Injectable()
export class AssignmentLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    'assignment-confirmed': this.each((one) => this.confirmed(one)),
    'assignment-cancelled': this.each((one) => this.cancelled(one)),
  };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
  ) {}

  private each(write: (assignment: AssignmentFacts) => Letter | null): Renderer {
    return async (tx, deliveries) => {
      const assignments = await this.facts.assignments(tx, deliveries.flatMap((one) => idsOf(one, 'assignmentId')));
      return lettersOf(deliveries, (delivery) => {
        const assignment = assignments.get(idsOf(delivery, 'assignmentId')[0] ?? '');
        return assignment && assignment.event.state !== 'cancelled' ? write(assignment) : null;
      });
    };
  }

  private confirmed(assignment: AssignmentFacts): Letter | null {
    if (assignment.status !== 'confirmed') return null;
    const desk = this.desk.in(assignment.language);
    const { t, links } = desk;
    const { event } = assignment;
    return desk.letter({
      subject: this.subject('assignment-confirmed', assignment),
      greeting: greetingOf(t, assignment.name),
      lead: [t('mail.assignment-confirmed.lead')],
      blocks: [
        {
          heading: event.title,
          facts: [...dutyFacts(t, assignment), ...whenAndWhere(t, event), ...goodToKnow(t, event)],
          // Who was entered may have no sign-in: they telephone.
          ...(assignment.entered ? {} : { link: { label: t('mail.my-page'), url: links.me() } }),
        },
      ],
      after: [t(assignment.entered ? 'mail.assignment-confirmed.entered' : 'mail.assignment-confirmed.cancel'), t('mail.calendar-hint')],
      files: desk.calendar([], [assignment], 'publish'),
    });
  }

  private cancelled(assignment: AssignmentFacts): Letter | null {
    if (assignment.status === 'confirmed') return null;
    const desk = this.desk.in(assignment.language);
    const { t, links } = desk;
    const byHost = assignment.status === 'cancelled_by_host';
    // Nobody sent them away: the day, the hour or the task moved, and the duty is open again where there still is one.
    const byPlan = byHost && assignment.endedReason === 'event-changed' && assignment.event.state === 'published';
    return desk.letter({
      subject: this.subject('assignment-cancelled', assignment),
      greeting: greetingOf(t, assignment.name),
      lead: [t(byPlan ? 'mail.assignment-cancelled.by-plan' : byHost ? 'mail.assignment-cancelled.by-host' : 'mail.assignment-cancelled.lead')],
      blocks: [
        {
          heading: assignment.event.title,
          facts: [
            ...dutyFacts(t, assignment),
            ...(byHost && assignment.endedReason ? [[t('mail.label.reason'), this.reason(t, assignment.endedReason)] as const] : []),
            ...goodToKnow(t, assignment.event).slice(-2),
          ],
          link: byPlan ? { label: t('mail.event-page'), url: links.event(assignment.event.slug) } : { label: t('mail.my-page'), url: links.me() },
        },
        ...(byPlan ? [{ heading: t('mail.label.new-plan'), facts: whenAndWhere(t, assignment.event) }] : []),
      ],
      after: byPlan ? [t('mail.assignment-cancelled.again')] : [],
      files: desk.calendar([], [assignment], 'cancelled'),
    });
  }

  /** The host's own words; what the system ended has a code with a text. */
  private reason(t: Translate, given: string): string {
    const key = `rosters.ended.${given}`;
    return t.has(key) ? t(key) : reasonIn(t, given);
  }

  private subject(kind: 'assignment-confirmed' | 'assignment-cancelled', { duty, startsAt, language, event }: AssignmentFacts): string {
    const { t } = this.desk.in(language);
    return t(`mail.${kind}.subject`, { duty, title: event.title, date: shortDate(t, startsAt) });
  }
}
