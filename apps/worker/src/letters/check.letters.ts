import { Injectable } from '@nestjs/common';
import { Approvals, type CaseFacts, type FirstCheckOutcome } from '@yoriai/approvals';
import { Organisations } from '@yoriai/associations';
import type { Letter } from '@yoriai/notifications';
import { shortDate } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer, type WritingPlace } from './desk.js';
import { LetterFacts, type EventFacts } from './facts.js';
import type { Fact } from './paper.js';
import { remarkFact, whenAndWhere } from './words.js';

/** Where the look stands while a letter about it is still true. */
const STANDS = { 'check-asked': null, 'check-confirmed': 'confirmed', 'check-forwarded': 'forwarded', 'check-passed': 'passed', 'check-skipped': 'skipped', 'check-returned': 'returned' } as const satisfies Record<string, FirstCheckOutcome | null>;
type What = keyof typeof STANDS;

/** Letters about the first check of a council: please look, it has looked, it sent back, it was passed over, it was not asked. */
@Injectable()
export class CheckLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = Object.fromEntries((Object.keys(STANDS) as What[]).map((what) => [what, this.each(what)]));

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly approvals: Approvals,
    private readonly organisations: Organisations,
  ) {}

  private each(what: What): Renderer {
    return async (tx, deliveries) => {
      const ids = deliveries.flatMap((one) => idsOf(one, 'eventId'));
      const events = await this.facts.eventsById(tx, ids);
      const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
      const cases = await this.approvals.casesOf(tx, 'event', [...new Set(ids)]);
      const councils = await this.organisations.byIds(tx, [...cases.values()].flatMap(({ check }) => check?.councilId ?? []));
      return lettersOf(deliveries, (delivery) => {
        const event = events.get(idsOf(delivery, 'eventId')[0] ?? '');
        const found = event && cases.get(event.id);
        if (!event || found?.check?.outcome !== STANDS[what]) return null;
        const desk = this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja');
        return this.letter(what, event, found, { desk, council: councils.get(found.check.councilId)?.name ?? '', toHost: delivery.personId === found.submittedBy });
      });
    };
  }

  private letter(what: What, event: EventFacts, { check, caseId, remarks }: CaseFacts, { desk, council, toHost }: { desk: WritingPlace; council: string; toHost: boolean }): Letter {
    const { t, links } = desk;
    const due = shortDate(t, check?.dueOn ?? '');
    const said: Fact[] = check?.words ? [[t('mail.label.said'), check.words]] : [];
    const asked: Fact[] = what === 'check-asked' ? [[t('mail.label.due'), due]] : [];
    return desk.letter({
      subject: t(`mail.${what}.subject`, { title: event.title, council }),
      lead: [t(`mail.${what}.lead`, { organisation: event.hostName, council, due })],
      blocks: [
        {
          heading: event.title,
          facts: [...said, ...(what === 'check-returned' ? remarks : []).map((remark) => remarkFact(t, remark, 'mail.label.remark-council')), ...whenAndWhere(t, event), [t('mail.label.host'), event.hostName], ...asked],
          ...(toHost ? { link: { label: t('mail.officer-open'), url: links.officersEvent(event.id) } } : what === 'check-asked' ? { link: { label: t('mail.approval-requested.open'), url: links.approval(caseId) } } : {}),
        },
      ],
      after: [],
    });
  }
}
