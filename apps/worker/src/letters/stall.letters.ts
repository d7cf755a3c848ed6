import { Injectable } from '@nestjs/common';
import { StallApplications, type StallEntity } from '@yoriai/events';
import type { Letter } from '@yoriai/notifications';
import { isLang } from '@yoriai/ui';
import { Desk, lettersOf, type Renderer } from './desk.js';
import type { EventFacts } from './facts.js';
import type { Fact } from './paper.js';
import { StallFacts } from './stall-facts.js';
import { greetingOf, rainAndHost, whenAndWhere } from './words.js';

/** In which states of a stall a letter about it is still true. */
const TRUE_WHILE = {
  'stall-applied': ['applied'],
  'stall-accepted': ['accepted'],
  'stall-declined': ['declined'],
  'stall-placed': ['accepted'],
  'stall-called-off': ['applied', 'accepted'],
  'stall-moved': ['applied', 'accepted'],
} as const;
type What = keyof typeof TRUE_WHILE;

/** Letters to those who have a stall, or would like one. */
@Injectable()
export class StallLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = Object.fromEntries((Object.keys(TRUE_WHILE) as What[]).map((what) => [what, this.each(what)]));

  constructor(
    private readonly desk: Desk,
    private readonly facts: StallFacts,
    private readonly stalls: StallApplications,
  ) {}

  private each(what: What): Renderer {
    return async (tx, deliveries) => {
      const about = await this.facts.of(tx, deliveries);
      const notes = await this.stalls.notesOf(tx, deliveries.flatMap((one) => about(one)?.event.id ?? []));
      return lettersOf(deliveries, (delivery) => {
        const found = about(delivery);
        if (!found) return null;
        const { stall, event } = found;
        const stands = (TRUE_WHILE[what] as readonly string[]).includes(stall.state) && (event.state === 'cancelled') === (what === 'stall-called-off');
        return stands ? this.letter(what, stall, { event, note: notes.get(event.id) }) : null;
      });
    };
  }

  private letter(what: What, stall: StallEntity, { event, note }: { event: EventFacts; note: string | undefined }): Letter {
    const desk = this.desk.in(isLang(stall.language) ? stall.language : 'ja');
    const { t, links } = desk;
    const told: Fact[] = [
      [t('stall.name'), stall.name],
      ...(stall.plot === null ? [] : [[t('stall.plot'), stall.plot] as const]),
      ...(stall.reply === null ? [] : [[t('mail.stall.reply'), stall.reply] as const]),
      ...(note !== undefined && (what === 'stall-accepted' || what === 'stall-placed') ? [[t('stall.note'), note] as const] : []),
      ...(what === 'stall-called-off' && event.reason ? [[t('mail.label.reason'), event.reason] as const] : []),
    ];
    return desk.letter({
      subject: t(`mail.${what}.subject`, { title: event.title }),
      greeting: greetingOf(t, stall.contactName),
      lead: [t(`mail.${what}.lead`)],
      blocks: [{ heading: event.title, facts: [...told, ...whenAndWhere(t, event), ...rainAndHost(t, event)], link: { label: t('mail.stall.open'), url: links.stall(stall.id) } }],
      after: [],
    });
  }
}
