import { Injectable } from '@nestjs/common';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { LetterFacts } from './facts.js';

interface About {
  applicationId: string;
  asked?: true;
  parted?: true;
}

type Kind = 'application-confirmed' | 'application-guardian-pending' | 'application-entered' | 'application-drawn' | 'application-answered' | 'application-waitlisted' | 'application-offered' | 'application-expired' | 'application-promoted' | 'application-cancelled' | 'application-repeated';

/**
 * The answer to one's own application. Without a mail address it was seen on the screen or heard from the host
 * who entered it, so nobody has to be telephoned for it.
 */
const TOLD_AT_ONCE: ReadonlySet<Kind> = new Set<Kind>(['application-confirmed', 'application-guardian-pending', 'application-waitlisted', 'application-entered']);

/** Whoever telephones these has to know what it was: the letter itself says it to those it reaches. */
const TELLS_OUTCOME: ReadonlySet<Kind> = new Set<Kind>(['application-drawn', 'application-answered']);

/** What happened to an application is written to the contact it was made with. */
@Injectable()
export class ApplicationLettersSubscriber {
  constructor(
    private readonly facts: LetterFacts,
    private readonly deliveries: Deliveries,
  ) {}

  @OnMessage('events.application-confirmed', 'letters.application-confirmed')
  confirmed(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'application-confirmed', about, messageId);
  }

  @OnMessage('events.application-waitlisted', 'letters.application-waitlisted')
  waitlisted(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'application-waitlisted', about, messageId);
  }

  @OnMessage('events.application-guardian-pending', 'letters.application-guardian-pending')
  guardianPending(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'application-guardian-pending', about, messageId);
  }

  @OnMessage('events.application-entered', 'letters.application-entered')
  entered(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'application-entered', about, messageId);
  }

  @OnMessage('events.application-drawn', 'letters.application-drawn')
  drawn(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'application-drawn', about, messageId);
  }

  @OnMessage('events.application-answered', 'letters.application-answered')
  answered(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'application-answered', about, messageId);
  }

  @OnMessage('events.application-offered', 'letters.application-offered')
  offered(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'application-offered', about, messageId);
  }

  @OnMessage('events.application-expired', 'letters.application-expired')
  expired(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'application-expired', about, messageId);
  }

  @OnMessage('events.application-promoted', 'letters.application-promoted')
  promoted(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'application-promoted', about, messageId);
  }

  @OnMessage('events.application-cancelled', 'letters.application-cancelled')
  cancelled(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'application-cancelled', about, messageId);
  }

  @OnMessage('events.application-repeated', 'letters.application-repeated')
  repeated(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'application-repeated', about, messageId);
  }

  private async enter(tx: Tx, kind: Kind, { applicationId, asked, parted }: About, messageId: string): Promise<void> {
    const application = (await this.facts.applications(tx, [applicationId])).get(applicationId);
    if (!application || (TOLD_AT_ONCE.has(kind) && application.email === null)) return;
    // Answered before it could be written.
    if (kind === 'application-offered' && application.status !== 'offered' && application.email !== null) return;
    // They stand on the call sheet since they were asked, and are telephoned once.
    if (asked && application.email === null) return;
    await this.deliveries.add(tx, [
      {
        dedupeKey: `${kind}:${messageId}`,
        personId: application.personId,
        eventId: application.event.id,
        kind,
        purpose: kind === 'application-cancelled' ? 'cancellation' : 'confirmation',
        address: application.email,
        template: kind,
        params: { applicationId, ...(TELLS_OUTCOME.has(kind) && { outcome: application.status }), ...(kind === 'application-offered' && { heads: application.heads, until: application.offerEndsAt?.toISOString() }) },
        // The closing and the clock caused it: nobody waits in front of a screen at midnight.
        morningBefore: (kind === 'application-drawn' || parted ? application.event.startsAt : null) ?? undefined,
        validUntil: (kind === 'application-offered' ? application.offerEndsAt : null) ?? application.event.endsAt ?? undefined,
      },
    ]);
  }
}
