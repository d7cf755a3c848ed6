import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { ConsentLinks, DayDecisions, Events, concernOf, type GuardianToTell } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { LetterFacts } from './facts.js';
import { waitsUntil, waitsUntilSooner } from './night.js';

/** What is told, once by its key. */
interface Telling {
  kind: string;
  template?: string;
  key: string;
  params: Record<string, unknown>;
  morningBefore?: Date | undefined;
  validUntil?: Date | undefined;
}

/** A guardian with an address of their own hears of what they said yes to, once each; others have the letters to the application. */
@Injectable()
export class GuardianLettersSubscriber {
  constructor(
    private readonly facts: LetterFacts,
    private readonly consents: ConsentLinks,
    private readonly events: Events,
    private readonly decisions: DayDecisions,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('events.consent-given', 'letters.consent-given')
  async given(tx: Tx, { applicationId, eventId, personId }: Messages['events.consent-given'], { messageId }: MessageFacts): Promise<void> {
    const address = (await this.consents.ofApplications(tx, [applicationId], false)).get(applicationId)?.guardianEmail;
    if (!address) return;
    const validUntil = (await this.facts.eventsById(tx, [eventId])).get(eventId)?.startsAt ?? undefined;
    await this.deliveries.add(tx, [{ dedupeKey: `consent-given:${messageId}`, personId, eventId, kind: 'consent-given', purpose: 'confirmation', address, template: 'consent-given', params: { applicationId }, validUntil }]);
  }

  @OnMessage('events.event-changed', 'letters.guardian-changed')
  async changed(tx: Tx, { eventId, revision, before }: Messages['events.event-changed'], { at }: MessageFacts): Promise<void> {
    if (before === null) return;
    const [was, is] = [await this.events.revision(tx, eventId, before), await this.events.revision(tx, eventId, revision)];
    if (!was || !is || !concernOf(was, is).everybody) return;
    const holds = await this.consents.holds(tx, eventId, before, revision);
    const told = (await this.consents.guardiansOf(tx, eventId, false)).filter((one) => holds || !isAskedAnew(one, at));
    await this.tell(tx, eventId, told, { kind: 'guardian-changed', key: String(revision), params: { before }, morningBefore: waitsUntilSooner([was.startsAt, is.startsAt], false) });
  }

  /** Of a postponement hears here who has not said yes yet; the others are asked anew. */
  @OnMessage('events.event-postponed', 'letters.guardian-postponed')
  async postponed(tx: Tx, { eventId, before, decisionId }: Messages['events.event-postponed'], { at }: MessageFacts): Promise<void> {
    const event = (await this.facts.eventsById(tx, [eventId])).get(eventId);
    // Put off again meanwhile, only the last day is told.
    if (event?.state !== 'published' || (await this.decisions.latestPostponement(tx, eventId))?.id !== decisionId) return;
    await this.deliveries.supersede(tx, eventId, 'guardian-postponed');
    const wasStartsAt = (await this.decisions.byId(tx, decisionId))?.wasStartsAt;
    const told = (await this.consents.guardiansOf(tx, eventId, false)).filter((one) => !isAskedAnew(one, at));
    await this.tell(tx, eventId, told, { kind: 'guardian-postponed', key: decisionId, params: { before, decisionId }, morningBefore: waitsUntil(wasStartsAt, false) });
  }

  /** That something is left out is told to everybody who was asked: a yes was to the whole of it. */
  @OnMessage('events.event-reduced', 'letters.guardian-reduced')
  async reduced(tx: Tx, { eventId, decisionId }: Messages['events.event-reduced'], _facts: MessageFacts): Promise<void> {
    const event = (await this.facts.eventsById(tx, [eventId])).get(eventId);
    const decision = (await this.facts.reducedOrWhole(tx, [eventId])).get(eventId);
    if (event?.state !== 'published' || decision?.decisionId !== decisionId) return;
    for (const said of ['guardian-reduced', 'guardian-whole']) await this.deliveries.supersede(tx, eventId, said);
    const told = await this.consents.guardiansOf(tx, eventId, false);
    await this.tell(tx, eventId, told, { kind: decision.isWhole ? 'guardian-whole' : 'guardian-reduced', template: 'guardian-reduced', key: decisionId, params: { decisionId }, morningBefore: waitsUntil(event.startsAt ?? undefined, false), validUntil: event.endsAt ?? event.startsAt ?? undefined });
  }

  @OnMessage('events.event-cancelled', 'letters.guardian-cancelled')
  async cancelled(tx: Tx, { eventId }: Messages['events.event-cancelled'], _facts: MessageFacts): Promise<void> {
    const event = (await this.facts.eventsById(tx, [eventId])).get(eventId);
    const told = await this.consents.guardiansOf(tx, eventId, true);
    await this.tell(tx, eventId, told, { kind: 'guardian-cancelled', key: eventId, params: {}, morningBefore: waitsUntil(event?.startsAt, false) });
  }

  private async tell(tx: Tx, eventId: string, guardians: readonly GuardianToTell[], { kind, template = kind, key, params, morningBefore, validUntil }: Telling): Promise<void> {
    await this.deliveries.add(
      tx,
      guardians.map(({ applicationId, personId, email: address }) => ({
        dedupeKey: `${kind}:${key}:${applicationId}`,
        ...{ personId, eventId, kind, address, template, morningBefore, validUntil },
        purpose: kind === 'guardian-cancelled' ? ('cancellation' as const) : ('notice' as const),
        params: { applicationId, ...params },
      })),
    );
  }
}

/** Has said yes to what is another now: the letter that asks them anew tells it, whether or not it is written already. */
const isAskedAnew = ({ given, anew, askedAt }: GuardianToTell, at: Date): boolean => given || (anew && askedAt >= at);
