import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog, type LoggedAction } from '@yoriai/identity';
import { Clock, Db, Files, RateLimits, constraintRefusals, keptForm, newId, refuse, type Tx } from '@yoriai/platform';
import type { EventEntity } from '../event/event.entity.js';
import type { ReportPictures, SpotChangeRequest } from './picture.dto.js';
import { PictureParts } from './picture-parts.js';
import type { SpotRow } from './picture.repository.js';
import { SIDES, MOST_SPOTS, PICTURE_SIDE, addingVerdict, type Side } from './picture.rules.js';

// Signs of two code points count as one where a text is typed, and as two in the table.
constraintRefusals({ report_spot_place: { code: 'platform.invalid', status: 422 } });

/** Pictures one person sends in an hour. */
const SENT = { name: 'events.pictures', most: 100, minutes: 60 } as const;

/** Pictures of a report (実施報告の写真): places, each before and after the work. */
@Injectable()
export class Pictures {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly log: AccessLog,
    private readonly limits: RateLimits,
    private readonly parts: PictureParts,
  ) {}

  /** Places and which pictures they have, for the officers of the host and the ward office. Refuses `event.not-found` (404), `picture.officers-only` (403). */
  list(actor: Actor, eventId: string): Promise<ReportPictures> {
    return this.db.read(async (tx) => this.parts.answer(actor, await this.parts.seen(tx, actor, eventId)));
  }

  /** Adds a place, for whoever hosts and the ward office. Refuses `event.host-only` (403), `picture.not-yet`, `picture.reported` (409), `picture.too-many` (422). */
  addSpot(actor: Actor, eventId: string, place: string): Promise<ReportPictures> {
    return this.db.transaction(async (tx) => {
      const { event, spots } = await this.parts.hold(tx, actor, eventId);
      insistOnAdding(event);
      if (spots.length >= MOST_SPOTS) return refuse('picture.too-many', { status: 422, params: { count: MOST_SPOTS } });
      await this.parts.pictures.add(tx, eventId, { id: newId(), place }, this.clock.now());
      return this.done(tx, actor, event, 'event.picture-place-added', '');
    });
  }

  /**
   * Names the place otherwise, or says which pictures everybody may see: at any time, and taken back at any time. Who lets
   * one be seen names the file they looked at. Refuses like {@link addSpot}, `picture.not-found` (404), `picture.none`
   * (409) where there is no picture and `picture.another` (409) where there is another one by now.
   */
  change(actor: Actor, eventId: string, spotId: string, { place, beforeOpen, beforeFile, afterOpen, afterFile }: SpotChangeRequest): Promise<ReportPictures> {
    return this.db.transaction(async (tx) => {
      const { event, spots } = await this.parts.hold(tx, actor, eventId);
      const spot = found(spots, spotId);
      if (place !== undefined && place !== spot.place) insistOnAdding(event);
      if (beforeOpen) insistOnSeen(spot.beforeFile, beforeFile);
      if (afterOpen) insistOnSeen(spot.afterFile, afterFile);
      await this.parts.pictures.change(tx, { ...spot, place: place ?? spot.place, beforeOpen: beforeOpen ?? spot.beforeOpen, afterOpen: afterOpen ?? spot.afterOpen });
      return this.done(tx, actor, event, 'event.picture-changed', wordsOf(spotId, { beforeOpen, afterOpen }));
    });
  }

  /**
   * Adds a picture, or another in its place, which is read (`take`) only once it is known that it may be. Kept as ADR 0034
   * says; of another one nobody has said yet that all may see it. Refuses like {@link addSpot}, `picture.not-found` (404),
   * `picture.kind` (415) for a paper, and what {@link keptForm} refuses. Whoever replaces one names the file they looked at
   * (`instead`): where there is another by now, or one where there was none, that is `picture.another` (409).
   */
  async put(actor: Actor, eventId: string, of: { spotId: string; side: Side; instead?: string | undefined }, take: () => Promise<Buffer>): Promise<ReportPictures> {
    await this.db.read(async (tx) => {
      const { event, spots } = await this.parts.holdable(tx, actor, eventId);
      insistOnAdding(event);
      insistOnSame(fileOf(found(spots, of.spotId), of.side), of.instead);
    });
    await this.limits.hit(SENT, actor.personId);
    const form = await keptForm(await take(), PICTURE_SIDE);
    if (form.kind !== 'image/jpeg') return refuse('picture.kind', { status: 415 });
    return this.db.transaction(async (tx) => {
      const { event, spots } = await this.parts.hold(tx, actor, eventId);
      insistOnAdding(event);
      const before = fileOf(found(spots, of.spotId), of.side);
      insistOnSame(before, of.instead);
      await this.parts.pictures.put(tx, of.spotId, of.side, await this.files.keep(tx, form));
      if (before !== null) await this.files.forget(tx, [before]);
      return this.done(tx, actor, event, 'event.picture-added', `${of.side} ${of.spotId}`);
    });
  }

  /** Throws a picture away for good, at any time: who is on it may have asked for that. The file that was looked at is named. Refuses like {@link change}. */
  take(actor: Actor, eventId: string, { spotId, side, file: seen }: { spotId: string; side: Side; file: string }): Promise<ReportPictures> {
    return this.db.transaction(async (tx) => {
      const { event, spots } = await this.parts.hold(tx, actor, eventId);
      const file = fileOf(found(spots, spotId), side) ?? refuse('picture.none');
      insistOnSame(file, seen);
      await this.parts.pictures.put(tx, spotId, side, null);
      await this.files.forget(tx, [file]);
      return this.done(tx, actor, event, 'event.picture-removed', `${side} ${spotId}`);
    });
  }

  /** Throws a place and its pictures away, those that were looked at (`files`). Refuses like {@link take}. */
  removeSpot(actor: Actor, eventId: string, { spotId, files: seen }: { spotId: string; files: readonly string[] }): Promise<ReportPictures> {
    return this.db.transaction(async (tx) => {
      const { event, spots } = await this.parts.hold(tx, actor, eventId);
      const spot = found(spots, spotId);
      const there = [spot.beforeFile, spot.afterFile].filter((file) => file !== null);
      if (there.some((file) => !seen.includes(file))) return refuse('picture.another');
      await this.parts.pictures.remove(tx, spotId);
      await this.files.forget(tx, there);
      return this.done(tx, actor, event, 'event.picture-removed', spotId);
    });
  }

  /** One picture, for those who see the report; each look is logged. Refuses `event.not-found`, `picture.not-found` (404), `picture.officers-only` (403). */
  read(actor: Actor, eventId: string, { spotId, side }: { spotId: string; side: Side }): Promise<Buffer> {
    return this.db.transaction(async (tx) => {
      const { spots } = await this.parts.seen(tx, actor, eventId);
      const file = fileOf(found(spots, spotId), side);
      const picture = file === null ? null : await this.files.read(tx, file);
      if (!picture) return refuse('picture.not-found', { status: 404 });
      await this.log.add(tx, { actorPersonId: actor.personId, action: 'event.picture-read', subject: `event:${eventId}`, reason: `${side} ${spotId}` });
      return picture.content;
    });
  }

  /** All pictures of a report by their file, for its paper; each look is logged. The event is read once. Refuses `event.not-found` (404), `picture.officers-only` (403). */
  readAll(actor: Actor, eventId: string): Promise<Map<string, Buffer>> {
    return this.db.transaction(async (tx) => {
      const { spots } = await this.parts.seen(tx, actor, eventId);
      const contents = new Map<string, Buffer>();
      for (const spot of spots) {
        for (const side of SIDES) {
          const file = fileOf(spot, side);
          const picture = file === null ? null : await this.files.read(tx, file);
          if (file === null || !picture) continue;
          contents.set(file, picture.content);
          await this.log.add(tx, { actorPersonId: actor.personId, action: 'event.picture-read', subject: `event:${eventId}`, reason: `${side} ${spot.id}` });
        }
      }
      return contents;
    });
  }

  private async done(tx: Tx, actor: Actor, event: EventEntity, action: LoggedAction, reason: string): Promise<ReportPictures> {
    await this.log.add(tx, { actorPersonId: actor.personId, action, subject: `event:${event.id}`, ...(reason === '' ? {} : { reason }) });
    return this.parts.answer(actor, { event, spots: await this.parts.pictures.ofEvent(tx, event.id) });
  }
}

function insistOnAdding({ state }: EventEntity): void {
  const verdict = addingVerdict(state);
  if (verdict !== true) refuse(verdict);
}

/** What is let be seen is what was looked at: somebody else may have put another picture there since. */
function insistOnSeen(there: string | null, seen: string | undefined): void {
  if (there === null) refuse('picture.none');
  insistOnSame(there, seen);
}

/** Nobody throws away what they have not seen; null and undefined are no picture. */
function insistOnSame(there: string | null, seen: string | undefined): void {
  if ((there ?? undefined) !== seen) refuse('picture.another');
}

const found = (spots: readonly SpotRow[], id: string): SpotRow => spots.find((spot) => spot.id === id) ?? refuse('picture.not-found', { status: 404 });

const fileOf = (spot: SpotRow, side: Side): string | null => (side === 'before' ? spot.beforeFile : spot.afterFile);

const wordsOf = (spotId: string, said: Record<string, boolean | undefined>): string => [spotId, ...Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${String(value)}`]))].join(' ');
