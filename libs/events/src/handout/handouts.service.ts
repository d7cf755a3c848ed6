import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Clock, Db, Files, RateLimits, constraintRefusals, keptForm, newId, refuse, type FileKind } from '@yoriai/platform';
import type { HandoutList } from './handout.dto.js';
import { HandoutParts, insistOnTime } from './handout-parts.js';
import { HANDOUT_SIDE } from './handout.rules.js';

// Signs of two code points count as one where a text is typed, and as two in the table.
constraintRefusals({ handout_name: { code: 'platform.invalid', status: 422 } });

/** Files one person sends in an hour. */
const SENT = { name: 'events.handouts', most: 60, minutes: 60 } as const;

/**
 * What an event hands out (資料): papers and pictures that whoever sees its page may take along. They are words of the
 * host beside what was approved, as a running order is; each is written down, and the ward office may take one away.
 */
@Injectable()
export class Handouts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly log: AccessLog,
    private readonly limits: RateLimits,
    private readonly parts: HandoutParts,
  ) {}

  /** What there is, for the officers of the host and the ward office. Refuses `event.not-found` (404), `handout.officers-only` (403). */
  list(actor: Actor, eventId: string): Promise<HandoutList> {
    return this.db.read(async (tx) => this.parts.answer(tx, actor, await this.parts.seen(tx, actor, eventId)));
  }

  /**
   * Adds one, whose content is read (`take`) only once it is known that it may be; the same one again is the one that is there. Refuses `event.host-only` (403),
   * `handout.over` (409), `handout.there` (409) where it stands there under another name, `handout.too-many` (422), and what {@link keptForm} refuses.
   */
  async add(actor: Actor, eventId: string, name: string, take: () => Promise<Buffer>): Promise<HandoutList> {
    await this.db.read(async (tx) => insistOnTime(await this.parts.holdable(tx, actor, eventId)));
    await this.limits.hit(SENT, actor.personId);
    const form = await keptForm(await take(), HANDOUT_SIDE);
    return this.db.transaction(async (tx) => {
      const event = await this.parts.hold(tx, actor, eventId);
      insistOnTime(event);
      const digest = createHash('sha256').update(form.content).digest();
      const there = await this.parts.handouts.nameOf(tx, eventId, digest);
      if (there === name) return this.parts.answer(tx, actor, event);
      if (there !== null) return refuse('handout.there', { params: { name: there } });
      await this.parts.insistOnRoom(tx, event);
      const id = newId();
      await this.parts.handouts.add(tx, eventId, { id, name, fileId: await this.files.keep(tx, form), addedAt: this.clock.now() }, digest);
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'event.handout-added', subject: `event:${eventId}`, reason: id });
      return this.parts.answer(tx, actor, event);
    });
  }

  /** Throws one away for good, at any time. Refuses `event.host-only` (403), `handout.not-found` (404). */
  remove(actor: Actor, eventId: string, id: string): Promise<HandoutList> {
    return this.db.transaction(async (tx) => {
      const event = await this.parts.hold(tx, actor, eventId);
      const { fileId } = await this.parts.found(tx, eventId, id);
      await this.parts.handouts.remove(tx, id);
      await this.files.forget(tx, [fileId]);
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'event.handout-removed', subject: `event:${eventId}`, reason: id });
      return this.parts.answer(tx, actor, event);
    });
  }

  /** One of them, for the same people. Refuses as {@link list}, and `handout.not-found` (404). */
  read(actor: Actor, eventId: string, id: string): Promise<{ kind: FileKind; content: Buffer }> {
    return this.db.read(async (tx) => {
      await this.parts.seen(tx, actor, eventId);
      return (await this.files.read(tx, (await this.parts.found(tx, eventId, id)).fileId)) ?? refuse('handout.not-found', { status: 404 });
    });
  }
}
