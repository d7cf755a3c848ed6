import { Injectable } from '@nestjs/common';
import { Officers, type Officer } from '@yoriai/associations';
import type { Messages } from '@yoriai/contracts';
import { Alerts, Events, proposalFor, type AlertReading, type DayProposal, type WeatherAlert } from '@yoriai/events';
import { Deliveries, type ClaimedDelivery, type Letter } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { dateTime, type Translate } from '@yoriai/ui';
import { Desk, idsOf, lettersOf } from './desk.js';
import { LetterFacts, type EventFacts } from './facts.js';
import type { Fact } from './paper.js';
import { dayOf, whenAndWhere } from './words.js';

/** やりますか: before the hour of decision, to whoever leads the event; in no event's ledger, like those about its approval. */
@Injectable()
export class DecisionLettersSubscriber {
  constructor(
    private readonly events: Events,
    private readonly officers: Officers,
    private readonly deliveries: Deliveries,
    private readonly facts: LetterFacts,
  ) {}

  @OnMessage('events.decision-asked', 'letters.decision-asked')
  async asked(tx: Tx, { eventId, stage }: Messages['events.decision-asked'], { messageId }: MessageFacts): Promise<void> {
    const event = (await this.facts.eventsById(tx, [eventId])).get(eventId);
    const until = event && untilWhen(event, stage);
    if (event?.state !== 'published' || !until) return;
    const to = new Map((await this.leadersOf(tx, eventId)).map(({ person }) => [person.id, person.email]));
    await this.deliveries.add(
      tx,
      [...to].map(([personId, address]) => ({
        dedupeKey: `decision-asked:${messageId}:${personId}`,
        ...{ personId, eventId: null, kind: 'decision-asked', purpose: 'notice' as const, address, template: 'decision-asked', params: { eventId, stage, decisionAt: until.toISOString() } },
        morningBefore: until,
        validUntil: until,
      })),
    );
  }

  private async leadersOf(tx: Tx, eventId: string): Promise<Officer[]> {
    const event = await this.events.byId(tx, eventId);
    return event ? this.officers.leadersOf(tx, event.organisationId) : [];
  }
}

/** Nothing once it was decided, or the hour was moved. */
@Injectable()
export class DecisionLetters {
  constructor(
    private readonly desk: Desk,
    private readonly facts: LetterFacts,
    private readonly alerts: Alerts,
  ) {}

  /** Since when 特別警報, レベル5, 特別警戒アラート or 津波警報以上 stand; null: none does, or it can't be known. */
  dangerSince(tx: Tx): Promise<Date | null> {
    return this.alerts.gravestSince(tx);
  }

  async write(tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<ReadonlyMap<string, Letter>> {
    const ids = [...new Set(deliveries.flatMap((one) => idsOf(one, 'eventId')))];
    const events = await this.facts.eventsById(tx, ids);
    const [said, reduced] = [await this.facts.decided(tx, ids), await this.facts.reduced(tx, ids)];
    // What was said before a danger of the gravest kind began is no decision about it.
    const decided = await this.facts.decided(tx, ids, await this.dangerSince(tx));
    const [alerts, grave] = [await this.alerts.standing(tx), await this.alerts.grave(tx)];
    const languages = await this.facts.languages(tx, deliveries.map((one) => one.personId));
    return lettersOf(deliveries, (delivery) => {
      const event = events.get(idsOf(delivery, 'eventId')[0] ?? '');
      const stage = STAGES.find((each) => each === delivery.params['stage']) ?? 'hour';
      const at = event && untilWhen(event, stage);
      // In danger it is asked again, whatever was said before.
      if (event?.state !== 'published' || !at || at.toISOString() !== delivery.params['decisionAt'] || (decided.has(event.id) && stage !== 'warning')) return null;
      // Lifted before the letter is written: there is nothing to decide. What can't be known now is not lifted.
      if (stage === 'warning' && grave.length === 0 && alerts.every((source) => source.alerts !== null)) return null;
      const { t, links, ...place } = this.deskOf(languages.get(delivery.personId ?? '') ?? 'ja');
      return place.letter({
        subject: t('mail.decision-asked.subject', { title: event.title, date: dayOf(t, event) }),
        lead: [whyAsked(t, stage, event, at, grave), t(howToDecide({ isReduced: reduced.has(event.id), isSaid: said.has(event.id), isDecided: decided.has(event.id) }))],
        blocks: [{ heading: event.title, facts: [...deciderFacts(t, event), ...whenAndWhere(t, event), ...alertFacts(t, alerts), ...proposalFacts(t, proposalFor(event, alerts.flatMap((source) => source.alerts ?? []), this.desk.now()))], link: { label: t('mail.decision-asked.open'), url: `${links.officersEvent(event.id)}/cancel` } }],
        after: [],
      });
    });
  }

  private deskOf(language: Parameters<Desk['in']>[0]) {
    const place = this.desk.in(language);
    return { t: place.t, links: place.links, letter: place.letter.bind(place) };
  }
}

/** What else than the hour of decision makes one ask. */
const STAGES = ['heat', 'warning'] as const;

function whyAsked(t: Translate, stage: Messages['events.decision-asked']['stage'], { heatLimit }: EventFacts, at: Date, grave: readonly WeatherAlert[]): string {
  if (stage === 'heat') return t('mail.decision-asked.heat', { limit: heatLimit ?? 0 });
  if (stage === 'warning' && grave.length === 0) return t('mail.decision-asked.warned');
  if (stage === 'warning') return t('mail.decision-asked.warning', { alerts: grave.map(({ title }) => title).join(t('mail.decision-asked.and')) });
  return t('mail.decision-asked.lead', { when: dateTime(t, at) });
}

/** What the button is for. What was said before a danger of the gravest kind began is to be said again. */
function howToDecide({ isReduced, isSaid, isDecided }: { isReduced: boolean; isSaid: boolean; isDecided: boolean }) {
  if (isReduced) return isDecided ? 'mail.decision-asked.how-reduced' : 'mail.decision-asked.how-reduced-before';
  return isSaid ? 'mail.decision-asked.how-said' : 'mail.decision-asked.how';
}

/** Until when it can be decided: the hour of decision, with the heat and in danger the beginning itself. */
const untilWhen = ({ rainDecisionAt, startsAt }: EventFacts, stage: Messages['events.decision-asked']['stage']): Date | null => (stage === 'heat' || stage === 'warning' ? startsAt : rainDecisionAt);

/** Who decides, as the host wrote it. */
const deciderFacts = (t: Translate, { rainDecider }: EventFacts): Fact[] => (rainDecider ? [[t('weather.label.rainDecider'), rainDecider]] : []);

/** What is proposed, and the rule that fired; a person decides. */
function proposalFacts(t: Translate, proposal: DayProposal | null): Fact[] {
  if (proposal === null) return [];
  return [[t('mail.label.proposal'), `${t(`weather.proposal.${proposal.kind}`)}　${t(`weather.rule.${proposal.rule}`, { because: proposal.because.join(t('weather.and')) })}`]];
}

/** What stands now, in the words of whoever says it; nothing where nobody is asked. */
function alertFacts(t: Translate, readings: readonly AlertReading[]): Fact[] {
  if (readings.length === 0) return [];
  const standing = readings.flatMap(({ alerts }) => (alerts ?? []).map(({ title }) => title));
  const unknown = readings.some(({ alerts }) => alerts === null) ? [t('mail.decision-asked.unknown')] : [];
  const said = [...standing, ...unknown];
  return [[t('mail.label.alerts'), said.length === 0 ? t('mail.decision-asked.no-alerts') : said.join(t('mail.decision-asked.and'))]];
}
