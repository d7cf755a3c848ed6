import { Injectable } from '@nestjs/common';
import { CoHostings, type CoHostTold } from '@yoriai/events';
import type { Letter } from '@yoriai/notifications';
import { dateAndRange } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer, type WritingPlace } from './desk.js';
import { LetterFacts } from './facts.js';
import type { Fact } from './paper.js';

/** 共催のお願い and what came of it: to those who are asked, and back to the host. */
@Injectable()
export class CoHostLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    'co-host-invited': this.each((told, desk) => (told.row.state === 'invited' ? this.letter('co-host-invited', told, desk) : null)),
    'co-host-accepted': this.each((told, desk) => (told.row.state === 'accepted' ? this.letter('co-host-accepted', told, desk) : null)),
    'co-host-declined': this.each((told, desk) => (told.row.state === 'declined' ? this.letter('co-host-declined', told, desk) : null)),
    'co-host-withdrawn': this.each((told, desk) => (told.row.state === 'withdrawn' ? this.letter('co-host-withdrawn', told, desk) : null)),
  };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly coHostings: CoHostings,
  ) {}

  private each(write: (told: CoHostTold, desk: WritingPlace) => Letter | null): Renderer {
    return async (tx, deliveries) => {
      const told = await this.coHostings.byIds(tx, [...new Set(deliveries.flatMap((one) => idsOf(one, 'coHostId')))]);
      const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
      return lettersOf(deliveries, (delivery) => {
        const found = told.get(idsOf(delivery, 'coHostId')[0] ?? '');
        return found ? write(found, this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja')) : null;
      });
    };
  }

  private letter(what: 'co-host-invited' | 'co-host-accepted' | 'co-host-declined' | 'co-host-withdrawn', { row, event, hostName }: CoHostTold, desk: WritingPlace): Letter {
    const { t, links } = desk;
    const toAsked = what === 'co-host-invited' || what === 'co-host-withdrawn';
    const words = what === 'co-host-invited' ? row.words : row.answer;
    const said: Fact[] = words ? [[t('mail.label.said'), words]] : [];
    const title = event.title ?? event.number;
    return desk.letter({
      subject: t(`mail.${what}.subject`, { title }),
      lead: [t(`mail.${what}.lead`, { host: hostName, organisation: row.name })],
      blocks: [
        {
          heading: title,
          facts: [...said, ...(event.startsAt === null ? [] : [[t('mail.label.when'), dateAndRange(t, event.startsAt, event.endsAt)] as const]), ...(event.placeName === null ? [] : [[t('mail.label.where'), event.placeName] as const]), [t('mail.label.host'), hostName]],
          link: { label: t('mail.officer-open'), url: toAsked ? links.coHosting() : links.officersEvent(event.id) },
        },
      ],
      after: [],
    });
  }
}
