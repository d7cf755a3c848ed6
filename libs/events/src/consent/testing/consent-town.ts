import { expect } from '@jest/globals';
import type { TestApp } from '@yoriai/testing';
import { aNeighbour, anEvent, tokenOf, type Cast } from '../../an-event.builder.js';
import type { ApplicationAnswer } from '../../application/application.dto.js';
import { Applications } from '../../application/applications.service.js';
import { SignUps } from '../../application/sign-up.service.js';
import { TicketCodes } from '../../application/ticket-codes.js';
import type { EventDetail } from '../../event/event.dto.js';
import { ConsentLinks, type ConsentAsked } from '../consent-links.service.js';
import { ConsentRounds } from '../consent-rounds.service.js';
import { GuardianConsents } from '../guardian-consents.service.js';

/** What a guardian says of themselves. */
export const YES = { name: '標野 花', relation: '母' };

/** Children, guardians and the clock, for the specs of consent. */
export class ConsentTown {
  constructor(
    private readonly app: TestApp,
    private readonly cast: Cast,
  ) {}

  /** A published event that asks guardians. */
  kite(capacity = 1, more = {}): Promise<EventDetail> {
    return anEvent(this.app, this.cast, 'published', { frames: [{ name: 'こども', capacity, asks: { guardian: true } }], ...more });
  }

  applies(event: EventDetail, index: number, guardian: object): Promise<ApplicationAnswer> {
    return this.app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(index), guardian: guardian as { by: 'child' } });
  }

  alone(event: EventDetail, index: number): Promise<ApplicationAnswer> {
    return this.applies(event, index, { by: 'child', email: `guardian-${index}@example.jp` });
  }

  linkOf({ id }: ApplicationAnswer): string {
    return this.app.get(TicketCodes).consent(id!).url.split('/g/')[1]!;
  }

  read(answer: ApplicationAnswer): ReturnType<ConsentLinks['byToken']> {
    return this.app.get(ConsentLinks).byToken(this.linkOf(answer));
  }

  async gives(answer: ApplicationAnswer): ReturnType<GuardianConsents['giveByToken']> {
    return this.app.get(GuardianConsents).giveByToken(this.linkOf(answer), { ...YES, ...pick(await this.read(answer)) });
  }

  ticketOf(answer: ApplicationAnswer): ReturnType<Applications['ticket']> {
    return this.app.get(Applications).ticket(tokenOf(answer.ticketUrl));
  }

  round(at: string): Promise<number> {
    this.app.clock.set(at);
    return this.app.get(ConsentRounds).sweep(this.app.clock.now());
  }

  async messages({ id }: ApplicationAnswer): Promise<string[]> {
    return (await this.app.outbox()).flatMap(({ message, payload }) => (payload['applicationId'] === id ? [message.replace('events.', '')] : []));
  }

  /** Places and queue of its frame, which are the sum of what stands in it. */
  async taken({ frames }: EventDetail): Promise<[number, number]> {
    const [row] = await this.app.database.asOwner<{ places_taken: number; waiting: number; held: number; queued: number }>(
      `select places_taken, waiting, (select coalesce(sum(heads), 0)::int from events.application where frame_id = frame.id and status in ('confirmed', 'guardian_pending', 'offered')) as held,
       (select count(*)::int from events.application where frame_id = frame.id and status = 'waitlisted') as queued from events.frame frame where id = $1`,
      [frames[0]!.id],
    );
    expect([row!.places_taken, row!.waiting]).toEqual([row!.held, row!.queued]);
    return [row!.places_taken, row!.waiting];
  }
}

const pick = ({ revision, read }: ConsentAsked) => ({ revision, read });
