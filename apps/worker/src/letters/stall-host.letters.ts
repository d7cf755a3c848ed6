import { Injectable } from '@nestjs/common';
import type { Letter } from '@yoriai/notifications';
import { Desk, lettersOf, type Renderer, type WritingPlace } from './desk.js';
import { LetterFacts } from './facts.js';
import { StallFacts, type StallAndEvent } from './stall-facts.js';
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
    private readonly stalls: StallFacts,
  ) {}

  private each(what: What): Renderer {
    return async (tx, deliveries) => {
      const about = await this.stalls.of(tx, deliveries);
      const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
      return lettersOf(deliveries, (delivery) => {
        const found = about(delivery);
        if (found?.event.state !== 'published' || found.stall.state !== TRUE_WHILE[what]) return null;
        return letter(this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja'), what, found);
      });
    };
  }
}

function letter(desk: WritingPlace, what: What, { stall, event }: StallAndEvent): Letter {
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
