import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Clock, Db, Outbox, refuse, rows, type Tx } from '@yoriai/platform';
import { EventMoves } from './event-moves.js';
import { EventPublications } from './event-publication.service.js';
import type { EventDetail } from './event.dto.js';

/** Publications of one sweep. */
const SLICE = 100;

/** 公開の日時: an approved event is published by the clock at an hour that somebody chose; until then they can choose another, or none. */
@Injectable()
export class EventPublicationPlans {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly log: AccessLog,
    private readonly moves: EventMoves,
    private readonly publications: EventPublications,
  ) {}

  /**
   * Says when it is to be published, instead of what was said before. By whoever may publish it now, and only what may be
   * (`event.condition-unmet`, `event.checklist-unmet`). Refuses `event.publish-past` and, once it has begun by then, `event.publish-late` (422).
   */
  plan(actor: Actor, id: string, at: Date): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.moves.begin(tx, actor, id, 'publish');
      if (at <= this.clock.now()) refuseAt('event.publish-past');
      if (event.startsAt && at >= event.startsAt) refuseAt('event.publish-late');
      await this.set(tx, event.id, { at, by: actor.personId });
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'event.publication-planned', subject: `event:${id}`, reason: at.toISOString() });
      return this.moves.answer(tx, actor, id);
    });
  }

  /** It is published by hand. Nothing happens where nothing was planned. Refuses those who may not publish, and what is public or off already. */
  drop(actor: Actor, id: string): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.moves.begin(tx, actor, id, 'publish', { unmet: 0, unready: 0 });
      if (event.publishAt !== null) {
        await this.set(tx, id, null);
        await this.log.add(tx, { actorPersonId: actor.personId, action: 'event.publication-unplanned', subject: `event:${id}`, reason: event.publishAt.toISOString() });
      }
      return this.moves.answer(tx, actor, id);
    });
  }

  /**
   * Publishes what was to be public by `now`, each once however many workers sweep; answers how many came to their hour. What
   * may not be published at that moment is not, the plan is over, and its host is told (`events.publication-refused`).
   */
  async sweep(now: Date): Promise<number> {
    const due = await this.db.read((tx) => rows<{ id: string }>(tx, 'select id from events.event where publish_at <= $1 order by publish_at, id limit $2', [now, SLICE]));
    let done = 0;
    const failures: unknown[] = [];
    for (const { id } of due) {
      try {
        if (await this.db.transaction((tx) => this.carryOut(tx, id, now))) done += 1;
      } catch (error) {
        // One that fails keeps nobody else's from its hour.
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return done;
  }

  /** Those of these events that are to be published at an hour to come. */
  async plannedOf(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
    const found = await rows<{ id: string }>(tx, 'select id from events.event where id = any($1::uuid[]) and publish_at is not null', [ids]);
    return new Set(found.map(({ id }) => id));
  }

  /** False where somebody else has done it, or the plan is another by now: the row is locked before it is looked at. */
  private async carryOut(tx: Tx, id: string, now: Date): Promise<boolean> {
    const found = await this.moves.beginAsPlanned(tx, id, now);
    if (!found) return false;
    const { facts, by } = found;
    // Its day may have been moved since, or nobody swept for a while: nobody is called to what is over.
    const begun = facts.event.startsAt !== null && facts.event.startsAt <= now;
    const verdict = found.verdict === true && begun ? 'event.publish-late' : found.verdict;
    if (verdict === true) await this.publications.put(tx, { personId: by }, facts);
    else {
      await this.set(tx, id, null);
      await this.log.add(tx, { actorPersonId: null, action: 'event.publication-refused', subject: `event:${id}`, reason: verdict });
      await this.outbox.add(tx, 'events.publication-refused', { eventId: id, code: verdict });
    }
    return true;
  }

  private async set(tx: Tx, id: string, plan: { at: Date; by: string } | null): Promise<void> {
    await rows(tx, 'update events.event set publish_at = $2, publish_by = $3 where id = $1', [id, plan?.at ?? null, plan?.by ?? null]);
  }
}

function refuseAt(code: 'event.publish-past' | 'event.publish-late'): never {
  return refuse(code, { status: 422, fields: [{ field: 'at', code }] });
}
