import { Injectable } from '@nestjs/common';
import { Areas, type Area } from '@yoriai/associations';
import type { Language } from '@yoriai/identity';
import { Clock, Db, RateLimits, hashToken, refuse, type Tx } from '@yoriai/platform';
import type { StartRequest } from './start.dto.js';
import type { StartRequestEntity } from './start.entity.js';
import { StartRepository, type AnnouncedStart } from './start.repository.js';
import { startVerdict } from './start.rules.js';
import { StartWriter } from './start-writer.js';

const BY_PLACE = { name: 'events.start', most: 20, minutes: 60 };

/** What the form lets people choose. */
export interface StartChoices {
  areas: Area[];
  /** Rooms of the ward's list of venues. */
  venues: string[];
}

/** Requests as the people see them who ask without a login: they ask; from then on they come by their link. */
@Injectable()
export class StartAsking {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
    private readonly areas: Areas,
    private readonly starts: StartRepository,
    private readonly writer: StartWriter,
  ) {}

  /** Areas and rooms, both public. */
  choices(): Promise<StartChoices> {
    return this.db.read(async (tx) => ({ areas: await this.areas.all(tx), venues: await this.starts.rooms(tx) }));
  }

  /** Asks the ward office; answers the secret of the request's page. Refuses `platform.too-often` (429), and as {@link StartWriter.write}. */
  async ask(request: StartRequest, { language, from }: { language: Language; from: string }): Promise<string> {
    await this.limits.hit(BY_PLACE, from);
    const id = await this.db.transaction((tx) => this.writer.write(tx, request, { organisationId: null, askedBy: null, language }));
    return this.writer.ticketOf(id);
  }

  /** By the secret in its link. Refuses `start.not-found` (404). */
  byToken(token: string): Promise<StartRequestEntity> {
    return this.db.read((tx) => this.found(tx, token));
  }

  /** The public page of what came of it; null: there is none yet; `dropped`: there will be none. */
  announced(request: Pick<StartRequestEntity, 'eventId'>): Promise<AnnouncedStart | 'dropped' | null> {
    return this.db.read((tx) => this.announcedIn(tx, request));
  }

  /** The same, for letters. */
  async announcedIn(tx: Tx, { eventId }: Pick<StartRequestEntity, 'eventId'>): Promise<AnnouncedStart | 'dropped' | null> {
    return eventId === null ? null : this.starts.announced(tx, eventId, this.clock.now());
  }

  /** Takes it back, until it was turned down or its series was begun. Refuses `start.not-found` (404), `start.is-…`, `start.begun`, `start.forgotten` (409). */
  withdraw(token: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { id } = await this.found(tx, token);
      const request = (await this.starts.lock(tx, id)) ?? refuse('start.not-found', { status: 404 });
      const verdict = startVerdict(request, 'withdrawn');
      if (verdict !== true) return refuse(verdict);
      await this.starts.save(tx, { ...request, state: 'withdrawn', updatedAt: this.clock.now() });
    });
  }

  /** Which request an event came of, and who began it; null: of none. For letters. */
  byEvent(tx: Tx, eventId: string): Promise<{ request: StartRequestEntity; begunBy: string } | null> {
    return this.starts.byEvent(tx, eventId);
  }

  /** For letters. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, StartRequestEntity>> {
    return new Map((await this.starts.byIds(tx, ids)).map((request) => [request.id, request]));
  }

  private async found(tx: Tx, token: string): Promise<StartRequestEntity> {
    return (await this.starts.byTicketHash(tx, hashToken(token))) ?? refuse('start.not-found', { status: 404 });
  }
}
