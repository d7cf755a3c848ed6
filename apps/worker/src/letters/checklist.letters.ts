import { Injectable } from '@nestjs/common';
import { Approvals, type ChecklistItem } from '@yoriai/approvals';
import { EventProcedures } from '@yoriai/events';
import type { Letter } from '@yoriai/notifications';
import { procedureIn, shortDate, type Translate } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer, type WritingPlace } from './desk.js';
import { LetterFacts, type EventFacts } from './facts.js';
import type { Fact } from './paper.js';
import { whenAndWhere } from './words.js';

/** Where a procedure stands while a letter about it is still true. */
const STANDS = { 'checklist-due': 'open', 'checklist-returned': 'open', 'checklist-reported': 'reported' } as const;
type What = keyof typeof STANDS;

/** Nothing is asked for any more. */
const OVER = ['draft', 'rejected', 'cancelled', 'closed'];

/** Letters about the procedures of an event: they are due, one is not done yet, one wants looking at. */
@Injectable()
export class ChecklistLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    'checklist-due': this.each('checklist-due'),
    'checklist-returned': this.each('checklist-returned'),
    'checklist-reported': this.each('checklist-reported'),
  };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly procedures: EventProcedures,
    private readonly approvals: Approvals,
  ) {}

  private each(what: What): Renderer {
    return async (tx, deliveries) => {
      const ids = [...new Set(deliveries.flatMap((one) => idsOf(one, 'eventId')))];
      const events = await this.facts.eventsById(tx, ids);
      const lists = await this.procedures.ofEvents(tx, ids);
      const cases = await this.approvals.casesOf(tx, 'event', ids);
      const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
      return lettersOf(deliveries, (delivery) => {
        const id = idsOf(delivery, 'eventId')[0] ?? '';
        const event = events.get(id);
        const codes = idsOf(delivery, 'codes');
        const items = (lists.get(id) ?? []).filter(({ code, wanted, state, condition }) => codes.includes(code) && wanted && state === STANDS[what] && condition === null);
        if (!event || items.length === 0 || OVER.includes(event.state)) return null;
        return this.letter(what, event, items, this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja'), cases.get(id)?.caseId);
      });
    };
  }

  private letter(what: What, event: EventFacts, items: readonly ChecklistItem[], desk: WritingPlace, caseId: string | undefined): Letter {
    const { t, links } = desk;
    const toWard = what === 'checklist-reported' && caseId !== undefined;
    const said = what === 'checklist-due' ? [] : items.flatMap(({ steps }): Fact[] => (steps.at(-1)?.words ? [[t(toWard ? 'mail.label.reported' : 'mail.label.comment'), steps.at(-1)!.words!]] : []));
    return desk.letter({
      subject: t(`mail.${what}.subject`, { title: event.title }),
      lead: [t(`mail.${what}.lead`, { organisation: event.hostName })],
      blocks: [
        {
          heading: event.title,
          facts: [...items.map((item) => procedureFact(t, item)), ...said, ...whenAndWhere(t, event)],
          link: toWard ? { label: t('mail.approval-requested.open'), url: links.approval(caseId) } : { label: t('mail.officer-open'), url: links.officersEvent(event.id) },
        },
      ],
      after: [],
    });
  }
}

/** 臨時出店届：保健所（12月10日(木)まで）. */
function procedureFact(t: Translate, item: ChecklistItem): Fact {
  const { title, authority, dueOn } = procedureIn(t, item);
  return [title, dueOn === null ? authority : t('mail.checklist.until', { authority, due: shortDate(t, dueOn) })];
}
