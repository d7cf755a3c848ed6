import { Injectable } from '@nestjs/common';
import type { Messages } from '@yoriai/contracts';
import { DayDecisions, concernOf, Events, StallApplications, type StallEntity } from '@yoriai/events';
import { Deliveries } from '@yoriai/notifications';
import { OnMessage, type MessageFacts, type Tx } from '@yoriai/platform';
import { waitsUntil, waitsUntilSooner } from './night.js';

interface About {
  stallId: string;
}

/** Why letters are written: by which message. */
interface Because {
  /** Which letter it is; without it the one of its kind. */
  template?: string;
  messageId: string;
  /** Until when they may wait for the morning. */
  waits?: Date | undefined;
  more?: Record<string, unknown>;
}

/** What the others are for: to say that something came of an application. */
const PURPOSE: Readonly<Record<string, 'cancellation' | 'notice'>> = { 'stall-called-off': 'cancellation', 'stall-moved': 'notice', 'stall-reduced': 'notice', 'stall-whole': 'notice' };

/** What happens to a stall is written to the address it was applied for with. */
@Injectable()
export class StallLettersSubscriber {
  constructor(
    private readonly stalls: StallApplications,
    private readonly events: Events,
    private readonly deliveries: Deliveries,
    private readonly decisions: DayDecisions,
  ) {}

  @OnMessage('events.stall-applied', 'letters.stall-applied')
  applied(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'stall-applied', about, messageId);
  }

  @OnMessage('events.stall-accepted', 'letters.stall-accepted')
  accepted(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'stall-accepted', about, messageId);
  }

  @OnMessage('events.stall-declined', 'letters.stall-declined')
  declined(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'stall-declined', about, messageId);
  }

  @OnMessage('events.stall-placed', 'letters.stall-placed')
  placed(tx: Tx, about: About, { messageId }: MessageFacts): Promise<void> {
    return this.enter(tx, 'stall-placed', about, messageId);
  }

  /** Who would have come with a stall is told that nothing takes place. */
  @OnMessage('events.event-cancelled', 'letters.stalls-called-off')
  async calledOff(tx: Tx, { eventId }: { eventId: string }, { messageId }: MessageFacts): Promise<void> {
    const startsAt = (await this.events.snapshots(tx, [eventId])).get(eventId)?.snapshot.startsAt ?? null;
    await this.add(tx, 'stall-called-off', await this.stalls.concerned(tx, eventId), { messageId, waits: startsAt === null ? undefined : waitsUntil(new Date(startsAt), true) });
  }

  @OnMessage('events.event-postponed', 'letters.stalls-postponed')
  postponed(tx: Tx, about: Messages['events.event-postponed'], { messageId }: MessageFacts): Promise<void> {
    return this.moved(tx, about, messageId);
  }

  @OnMessage('events.event-changed', 'letters.stalls-moved')
  changed(tx: Tx, about: Messages['events.event-changed'], { messageId }: MessageFacts): Promise<void> {
    return this.moved(tx, about, messageId);
  }

  /** Who comes with a stall, or would like to, is told as everybody is that something is left out, or takes place after all. */
  @OnMessage('events.event-reduced', 'letters.stalls-reduced')
  async reduced(tx: Tx, { eventId, decisionId }: Messages['events.event-reduced'], { messageId }: MessageFacts): Promise<void> {
    const startsAt = (await this.events.snapshots(tx, [eventId])).get(eventId)?.snapshot.startsAt ?? null;
    const isWhole = (await this.decisions.reducedOf(tx, [eventId])).get(eventId)?.isWhole === true;
    await this.add(tx, isWhole ? 'stall-whole' : 'stall-reduced', await this.stalls.concerned(tx, eventId), { messageId, waits: startsAt === null ? undefined : waitsUntil(new Date(startsAt), true), more: { decisionId }, template: 'stall-reduced' });
  }

  /** Who comes with a stall, or would like to, is told another day or place as everybody is. */
  private async moved(tx: Tx, { eventId, before, revision, decisionId }: { eventId: string; before: number | null; revision: number; decisionId?: string }, messageId: string): Promise<void> {
    if (before === null) return;
    const [was, is] = [await this.events.revision(tx, eventId, before), await this.events.revision(tx, eventId, revision)];
    if (was && is && concernOf(was, is).everybody) await this.add(tx, 'stall-moved', await this.stalls.concerned(tx, eventId), { messageId, waits: waitsUntilSooner([was.startsAt, is.startsAt], true), more: { before, ...(decisionId !== undefined && { decisionId }) } });
  }

  private async enter(tx: Tx, kind: string, { stallId }: About, messageId: string): Promise<void> {
    await this.add(tx, kind, [...(await this.stalls.byIds(tx, [stallId])).values()], { messageId });
  }

  /** Nobody of them has a record as a person: whom the mail does not reach, the host telephones from the list of stalls. */
  private async add(tx: Tx, kind: string, stalls: readonly StallEntity[], { messageId, waits, more = {}, template = kind }: Because): Promise<void> {
    await this.deliveries.add(
      tx,
      stalls.map((stall) => ({
        ...{ dedupeKey: `${kind}:${messageId}:${stall.id}`, personId: null, eventId: stall.eventId, kind, template },
        purpose: PURPOSE[kind] ?? ('confirmation' as const),
        ...{ address: stall.contactEmail, params: { stallId: stall.id, ...more } },
        morningBefore: waits,
      })),
    );
  }
}
