import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { ConsentLinks, DayDecisions } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { addressFor } from './consent.letters.js';
import { LetterFacts } from './facts.js';
import { waitsUntil, waitsUntilSooner } from './night.js';

/** What a host writes goes to guardians under a kind of its own, so that their addresses can be forgotten alone. */
export const TO_A_GUARDIAN = 'guardian-message';
/** Everything that goes to guardians. */
export const TO_GUARDIANS = ['consent-asked', 'consent-anew', 'consent-chased', 'consent-given', 'guardian-changed', 'guardian-postponed', 'guardian-reduced', 'guardian-whole', 'guardian-cancelled', TO_A_GUARDIAN];

/** A guardian is written to at the address that was given for them; who applied themselves, at the application's. */
@Injectable()
export class ConsentLettersSubscriber {
  constructor(
    private readonly facts: LetterFacts,
    private readonly consents: ConsentLinks,
    private readonly deliveries: Deliveries,
    private readonly decisions: DayDecisions,
  ) {}

  @OnMessage('events.consent-asked', 'letters.consent-asked')
  async asked(tx: Tx, { applicationId, eventId, anew, place, read, decisionId }: Messages['events.consent-asked'], { messageId }: MessageFacts): Promise<void> {
    const more = { ...(read !== undefined && { read }), ...(decisionId !== undefined && { decisionId }) };
    await this.enter(tx, anew ? 'consent-anew' : 'consent-asked', { applicationId, messageId, more, morningBefore: await this.mayWait(tx, eventId, { place, read, decisionId }) });
  }

  @OnMessage('events.consent-chased', 'letters.consent-chased')
  chased(tx: Tx, { applicationId }: Messages['events.consent-chased'], { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'consent-chased', { applicationId, messageId });
  }

  @OnMessage('events.guardians-forgotten', 'letters.guardians-forgotten')
  forgotten(tx: Tx, { eventId }: Messages['events.guardians-forgotten'], _facts: MessageFacts): Promise<void> {
    return this.deliveries.forgetAddresses(tx, eventId, TO_GUARDIANS);
  }

  /** Lots are drawn at midnight, and an event is put off or changed at night: before when it is early enough to hear of it. Who was just pressed for is asked at once. */
  private async mayWait(tx: Tx, eventId: string, { place, read, decisionId }: Pick<Messages['events.consent-asked'], 'place' | 'read' | 'decisionId'>): Promise<Date | undefined> {
    if (decisionId !== undefined) return waitsUntil((await this.decisions.byId(tx, decisionId))?.wasStartsAt, false);
    const startsAt = place || read !== undefined ? (await this.facts.eventsById(tx, [eventId])).get(eventId)?.startsAt : null;
    if (read !== undefined) return waitsUntilSooner([(await this.facts.eventIn(tx, eventId, read))?.startsAt, startsAt], false);
    return startsAt ?? undefined;
  }

  /** Without an address they stand on the call sheet, by the name of who applied. */
  private async enter(tx: Tx, kind: 'consent-asked' | 'consent-anew' | 'consent-chased', { applicationId, messageId, morningBefore, more = {} }: { applicationId: string; messageId: string; morningBefore?: Date | undefined; more?: Record<string, unknown> }): Promise<void> {
    const application = (await this.facts.applications(tx, [applicationId])).get(applicationId);
    const consent = (await this.consents.unansweredOf(tx, [applicationId])).get(applicationId);
    if (!application || !consent) return;
    const address = addressFor(consent, application);
    // Where the address was put right, nobody telephones about what did not reach the wrong one.
    await this.deliveries.supersedeElsewhere(tx, { eventId: application.event.id, kinds: TO_GUARDIANS, applicationId, address });
    await this.deliveries.add(tx, [
      {
        ...{ dedupeKey: `${kind}:${messageId}`, personId: application.personId, eventId: application.event.id, kind, purpose: 'confirmation', address, template: kind },
        params: { applicationId, ...more },
        morningBefore,
        validUntil: application.event.startsAt ?? undefined,
      },
    ]);
  }
}
