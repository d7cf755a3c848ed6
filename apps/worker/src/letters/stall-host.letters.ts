import { Injectable } from '@nestjs/common';
import { StallApplications, type StallEntity } from '@yoriai/events';
import type { Letter } from '@yoriai/notifications';
import { Desk, idsOf, lettersOf, type Renderer, type WritingPlace } from './desk.js';
import { LetterFacts, type EventFacts } from './facts.js';
import { whenAndWhere } from './words.js';

/** In which state of a stall a letter about it is still true. */
const TRUE_WHILE = { 'stall-asked': 'applied', 'stall-left': 'withdrawn' } as const;
type What = keyof typeof TRUE_WHILE;

/** To the host: a stall that waits for an answer, one that does not come after all. Names and telephones stay in the App, where who reads them is logged. */
@Injectable()
export class StallHostLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    'stall-asked': this.each('stall-asked'),
    'stall-left': this.each('stall-left'),
  };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly stalls: StallApplications,
  ) {}

  private each(what: What): Renderer {
    return async (tx, deliveries) => {
      const stalls = await this.stalls.byIds(tx, deliveries.flatMap((one) => idsOf(one, 'stallId')));
      const events = await this.facts.eventsById(tx, [...stalls.values()].map(({ eventId }) => eventId));
      const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
      return lettersOf(deliveries, (delivery) => {
        const stall = stalls.get(idsOf(delivery, 'stallId')[0] ?? '');
        const event = stall && events.get(stall.eventId);
        return event?.state === 'published' && stall?.state === TRUE_WHILE[what] ? letter(this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja'), what, stall, event) : null;
      });
    };
  }
}

function letter(desk: WritingPlace, what: What, stall: StallEntity, event: EventFacts): Letter {
  const { t, links } = desk;
  return desk.letter({
    subject: t(`mail.${what}.subject`, { title: event.title }),
    lead: [t(`mail.${what}.lead`)],
    blocks: [
      {
        heading: event.title,
        facts: [[t('stall.name'), stall.name], [t('stall.kind'), t(`stall.kind.${stall.kind}`)], [t('stall.sells'), stall.sells], ...whenAndWhere(t, event)],
        link: { label: t('mail.stall-asked.open'), url: links.officersStalls(event.id) },
      },
    ],
    after: [],
  });
}
