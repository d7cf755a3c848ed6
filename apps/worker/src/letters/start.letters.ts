import { Injectable } from '@nestjs/common';
import { StartAsking, type StartRequestEntity, type StartState } from '@yoriai/events';
import type { Letter } from '@yoriai/notifications';
import { isLang, startWhen, type Translate } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer, type WritingPlace } from './desk.js';
import { LetterFacts } from './facts.js';
import type { Fact } from './paper.js';
import { greetingOf } from './words.js';

/** In which state of a request a letter about it is still true. */
const TRUE_WHILE = { 'start-asked': 'waiting', 'start-talk': 'talking', 'start-accepted': 'accepted', 'start-declined': 'declined', 'start-announced': 'accepted', 'start-new': 'waiting' } as const satisfies Record<string, StartState>;
type What = keyof typeof TRUE_WHILE;

/** はじめたい: to who asked, and to the ward office, without who it is: that is read in the App, where reading is logged. */
@Injectable()
export class StartLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = Object.fromEntries((Object.keys(TRUE_WHILE) as What[]).map((what) => [what, this.each(what)]));

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly starts: StartAsking,
  ) {}

  private each(what: What): Renderer {
    return async (tx, deliveries) => {
      const found = await this.starts.byIds(tx, deliveries.flatMap((one) => idsOf(one, 'startId')));
      const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
      const pages = new Map<string, boolean>();
      if (what === 'start-announced') for (const one of found.values()) pages.set(one.id, isPage(await this.starts.announcedIn(tx, one)));
      return lettersOf(deliveries, (delivery) => {
        const request = found.get(idsOf(delivery, 'startId')[0] ?? '');
        if (request?.state !== TRUE_WHILE[what] || request.forgottenAt !== null) return null;
        // Off again, or by invitation: there is no page to be told of.
        if (what === 'start-announced' && pages.get(request.id) !== true) return null;
        if (what === 'start-new') return toWard(this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja'), request);
        return toAsker(this.desk.in(isLang(request.language) ? request.language : 'ja'), what, request);
      });
    };
  }
}

const isPage = (announced: Awaited<ReturnType<StartAsking['announcedIn']>>): boolean => announced !== null && announced !== 'dropped';

function toAsker(desk: WritingPlace, what: Exclude<What, 'start-new'>, request: StartRequestEntity): Letter {
  const { t, links } = desk;
  const title = t(`app.template.${request.programme}`);
  return desk.letter({
    subject: t(`mail.${what}.subject`, { title }),
    greeting: greetingOf(t, request.contactName ?? ''),
    lead: [t(`mail.${what}.lead`)],
    blocks: [
      {
        heading: title,
        facts: [...(request.reply === null ? [] : [[t('mail.stall.reply'), request.reply] as const]), ...wishOf(t, request)],
        // Who asked for an association goes on in the App.
        link: { label: t('mail.start.open'), url: request.organisationId === null ? links.start(request.id) : links.officersStarts() },
      },
    ],
    after: [],
  });
}

function toWard(desk: WritingPlace, request: StartRequestEntity): Letter {
  const { t, links } = desk;
  const title = t(`app.template.${request.programme}`);
  return desk.letter({
    subject: t('mail.start-new.subject', { title }),
    lead: [t('mail.start-new.lead')],
    blocks: [{ heading: title, facts: wishOf(t, request), link: { label: t('mail.start-new.open'), url: links.officersStarts() } }],
    after: [],
  });
}

/** Where, how many and when. */
function wishOf(t: Translate, request: StartRequestEntity): Fact[] {
  const { venue, place, people } = request;
  const where = [venue, place].filter((each) => each !== null).join('　');
  return [[t('start.place'), where], [t('start.people'), t('start.people.about', { count: people })], [t('start.when'), startWhen(t, request)]];
}
