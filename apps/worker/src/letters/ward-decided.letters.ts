import { Injectable } from '@nestjs/common';
import { isToWithdraw, type ChecklistItem } from '@yoriai/approvals';
import { DayDecisions, EventProcedures, type DayDecision } from '@yoriai/events';
import { People } from '@yoriai/identity';
import type { ClaimedDelivery, Letter } from '@yoriai/notifications';
import type { Tx } from '@yoriai/platform';
import { dateAndRange, procedureIn } from '@yoriai/ui';
import { Desk, idsOf, lettersOf, type Renderer, type WritingPlace } from './desk.js';
import { LetterFacts, type EventFacts } from './facts.js';
import type { Fact, Paper } from './paper.js';
import { dayOf, reducedFacts, whenAndWhere } from './words.js';

type What = 'ward-cancelled' | 'ward-postponed' | 'ward-reduced';

/** What the letter is about. */
interface Told {
  event: EventFacts;
  decision: DayDecision;
  /** Who decided, by name. */
  by: string;
  /** What was settled with others about it, who are to hear of it. */
  procedures: readonly ChecklistItem[];
}

/** The ward office called an association's event off, put it off or made it smaller: who and why, with whom procedures are to be settled, and how many are to be telephoned. */
@Injectable()
export class WardDecidedLetters {
  readonly renderers: Readonly<Record<string, Renderer>> = {
    'ward-cancelled': (tx, deliveries) => this.write(tx, deliveries, 'ward-cancelled'),
    'ward-postponed': (tx, deliveries) => this.write(tx, deliveries, 'ward-postponed'),
    'ward-reduced': (tx, deliveries) => this.write(tx, deliveries, 'ward-reduced'),
  };

  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly decisions: DayDecisions,
    private readonly procedures: EventProcedures,
    private readonly people: People,
  ) {}

  /** Nothing of a postponement that is not the last any more, nor of one that a cancellation followed. */
  private async write(tx: Tx, deliveries: readonly ClaimedDelivery[], what: What): Promise<ReadonlyMap<string, Letter>> {
    const ids = [...new Set(deliveries.flatMap((one) => idsOf(one, 'eventId')))];
    const events = await this.facts.eventsById(tx, ids);
    const lists = await this.procedures.ofEvents(tx, ids);
    const decided = new Map<string, DayDecision | null>();
    for (const id of ids) decided.set(id, what !== 'ward-postponed' ? await this.decisions.latest(tx, id) : await this.decisions.latestPostponement(tx, id));
    const names = await this.people.summaries(tx, [...decided.values()].flatMap((decision) => decision?.decidedBy ?? []));
    const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
    return lettersOf(deliveries, (delivery) => {
      const [id = ''] = idsOf(delivery, 'eventId');
      const [event, decision] = [events.get(id), decided.get(id)];
      const stands = event?.state === (what === 'ward-cancelled' ? 'cancelled' : 'published') && decision?.id === delivery.params['decisionId'];
      if (!event || !decision || !stands) return null;
      const procedures = (lists.get(id) ?? []).filter((item) => item.flags.length > 0 && concerns(what, item));
      return this.letter(what, { event, decision, by: names.get(decision.decidedBy)?.name ?? '', procedures }, delivery, this.desk.in(languages.get(delivery.personId ?? '') ?? 'ja'));
    });
  }

  private letter(what: What, told: Told, { params }: ClaimedDelivery, desk: WritingPlace): Letter {
    const { t } = desk;
    const { event } = told;
    const hosts = params['hosts'] === true;
    const words = what === 'ward-reduced' && told.decision.kind === 'held' ? 'ward-whole' : what;
    return desk.letter({
      subject: t(`mail.${words}.subject`, { title: event.title, date: dayOf(t, event) }),
      lead: [t(`mail.${words}.lead`, { title: event.title, ward: desk.wardName }), t(hosts ? 'mail.ward-decided.told' : 'mail.ward-decided.host-does', { host: event.hostName })],
      blocks: [decidedBlock(what, told, desk), ...(hosts ? hostBlocks(what, told, params['toCall'], desk) : [])],
      after: [],
    });
  }
}

type Block = Paper['blocks'][number];

/** Who decided what and why, of which day; for those who do not host it, where to read on. */
function decidedBlock(what: What, { event, decision, by }: Told, { t, links, wardName }: WritingPlace): Block {
  const facts: Fact[] = [[t('mail.label.decided-by'), t('mail.ward-decided.by', { ward: wardName, name: by })]];
  facts.push(...reducedFacts(t, { reason: decision.reason, dropped: decision.dropped ?? [] }));
  if (what === 'ward-postponed' && decision.wasStartsAt) facts.push([t('mail.label.was'), dateAndRange(t, decision.wasStartsAt, decision.wasEndsAt)]);
  return { heading: event.title, facts: [...facts, ...whenAndWhere(t, event), [t('mail.label.host'), event.hostName]], link: { label: t('mail.ward-decided.page'), url: links.event(event.slug) } };
}

/** What the host has to do now: settle with others, and telephone. */
function hostBlocks(what: What, { event, procedures }: Told, toCall: unknown, { t, links }: WritingPlace): Block[] {
  const blocks: Block[] = [];
  if (procedures.length > 0) blocks.push({ heading: t(what === 'ward-cancelled' ? 'weather.withdraw' : 'app.decide.procedures.postponed'), facts: procedures.map((item) => procedureIn(t, item)).map(({ title, authority }): Fact => [title, authority]), link: { label: t('mail.officer-open'), url: links.officersEvent(event.id) } });
  if (typeof toCall === 'number' && toCall > 0) blocks.push({ facts: [[t('mail.ward-decided.phone'), t('mail.ward-decided.phone.count', { count: toCall })]], link: { label: t('mail.ward-decided.calls'), url: links.officersMessages(event.id) } });
  return blocks;
}

/** Of what is off: what others count on. Of what is on another day: what is to be settled anew for that. A smaller form asks nobody anew. */
const concerns = (what: What, item: ChecklistItem): boolean => (what === 'ward-cancelled' ? isToWithdraw(item) : what === 'ward-postponed' && item.wanted && item.state === 'open' && item.steps.at(-1)?.kind === 'reopened');
