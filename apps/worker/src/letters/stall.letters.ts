import { Injectable } from '@nestjs/common';
import { StallApplications, type Reduced, type StallEntity } from '@yoriai/events';
import type { ClaimedDelivery, Letter } from '@yoriai/notifications';
import type { Tx } from '@yoriai/platform';
import { isLang, reasonIn } from '@yoriai/ui';
import { Desk, lettersOf, type Renderer } from './desk.js';
import { LetterFacts, type EventFacts, type EventWords } from './facts.js';
import type { Fact } from './paper.js';
import { StallFacts } from './stall-facts.js';
import { changedFacts, dayOf, greetingOf, rainAndHost, reducedFacts, whenAndWhere } from './words.js';

/** In which states of a stall a letter about it is still true. */
const TRUE_WHILE = {
  'stall-applied': ['applied'],
  'stall-accepted': ['accepted'],
  'stall-declined': ['declined'],
  'stall-placed': ['accepted'],
  'stall-called-off': ['applied', 'accepted'],
  'stall-moved': ['applied', 'accepted'],
  'stall-reduced': ['applied', 'accepted'],
} as const;
/** How the event read before it was moved, and why. */
interface Moved {
  was: EventWords | null;
  reason: string | null;
}

type What = keyof typeof TRUE_WHILE;

/** Letters to those who have a stall, or would like one. */
@Injectable()
export class StallLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = Object.fromEntries((Object.keys(TRUE_WHILE) as What[]).map((what) => [what, this.each(what)]));

  constructor(
    private readonly desk: Desk,
    private readonly facts: StallFacts,
    private readonly stalls: StallApplications,
    private readonly letterFacts: LetterFacts,
  ) {}

  private each(what: What): Renderer {
    return async (tx, deliveries) => {
      const about = await this.facts.of(tx, deliveries);
      const moved = await this.movedFrom(tx, deliveries);
      const reduced = await this.letterFacts.reducedOrWhole(tx, deliveries.flatMap(({ eventId, template }) => (template === 'stall-reduced' && eventId !== null ? [eventId] : [])));
      const notes = await this.stalls.notesOf(tx, deliveries.flatMap((one) => about(one)?.event.id ?? []));
      return lettersOf(deliveries, (delivery) => {
        const found = about(delivery);
        if (!found) return null;
        const { stall, event } = found;
        const smaller = reduced.get(event.id);
        // Decided anew before it could go: the letter of that says what counts.
        if (what === 'stall-reduced' && smaller?.decisionId !== delivery.params['decisionId']) return null;
        const stands = (TRUE_WHILE[what] as readonly string[]).includes(stall.state) && (event.state === 'cancelled') === (what === 'stall-called-off');
        return stands ? this.letter(what, stall, { event, note: notes.get(event.id), moved: moved.get(delivery.id), smaller }) : null;
      });
    };
  }

  /** What was public before, and why the event was put off: one reading for the letters of one change. */
  private async movedFrom(tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<Map<string, Moved>> {
    const known = new Map<string, Moved>();
    const found = new Map<string, Moved>();
    for (const { id, eventId, params } of deliveries) {
      const { before, decisionId } = params;
      if (eventId === null || typeof before !== 'number') continue;
      const key = `${eventId} ${before} ${String(decisionId)}`;
      const moved = known.get(key) ?? { was: await this.letterFacts.eventIn(tx, eventId, before), reason: typeof decisionId === 'string' ? await this.letterFacts.putOffBecause(tx, decisionId) : null };
      known.set(key, moved);
      found.set(id, moved);
    }
    return found;
  }

  private letter(what: What, stall: StallEntity, { event, note, moved, smaller }: { event: EventFacts; note: string | undefined; moved: Moved | undefined; smaller: Reduced | undefined }): Letter {
    const desk = this.desk.in(isLang(stall.language) ? stall.language : 'ja');
    const { t, links } = desk;
    const told: Fact[] = [
      [t('stall.name'), stall.name],
      ...(stall.plot === null ? [] : [[t('stall.plot'), stall.plot] as const]),
      ...(stall.reply === null ? [] : [[t('mail.stall.reply'), stall.reply] as const]),
      ...(note !== undefined && (what === 'stall-accepted' || what === 'stall-placed') ? [[t('stall.note'), note] as const] : []),
      ...(what === 'stall-called-off' && event.reason ? [[t('mail.label.reason'), reasonIn(t, event.reason)] as const] : []),
      ...(smaller ? reducedFacts(t, smaller) : []),
      ...(moved?.reason ? [[t('mail.label.reason'), reasonIn(t, moved.reason)] as const] : []),
    ];
    // What reads otherwise now stands in its own line: 前 → 今.
    const now = [...new Map([...whenAndWhere(t, event), ...rainAndHost(t, event), ...(moved?.was ? changedFacts(t, moved.was, event) : [])])];
    return desk.letter({
      subject: smaller?.isWhole ? t('mail.event-whole.subject', { title: event.title, date: dayOf(t, event) }) : t(`mail.${what}.subject`, { title: event.title }),
      greeting: greetingOf(t, stall.contactName),
      lead: [smaller?.isWhole ? t('mail.event-whole.lead', { title: event.title }) : t(`mail.${what}.lead`)],
      blocks: [{ heading: event.title, facts: [...told, ...now], link: { label: t('mail.stall.open'), url: links.stall(stall.id) } }],
      after: [],
    });
  }
}
