import { Injectable } from '@nestjs/common';
import type { Language } from '@yoriai/identity';
import { Clock, Db, Outbox, RateLimits, Secrets, hashToken, jstDate, newId, refuse, type Tx } from '@yoriai/platform';
import type { StallRequest } from './stall.dto.js';
import type { StallEntity } from './stall.entity.js';
import { contactOf, contentOf } from './stall.mapper.js';
import { StallRepository, type ShownStall } from './stall.repository.js';
import { MOST_OF_ONE_CONTACT, insistOnKind, stallVerdict, type StallKind } from './stall.rules.js';

/** A public event as far as its stalls need it. */
export interface EventWithStalls {
  id: string;
  state: string;
  startsAt: string;
}

/** What everybody sees of the stalls of an event. */
export interface ShownStalls {
  call: { kinds: StallKind[]; places: number; closesOn: string; opensOn: string | null; note: string | null } | null;
  /** Whether a stall can apply now, or why not. */
  can: true | string;
  accepted: ShownStall[];
}

const BY_PLACE = { name: 'events.stall', most: 40, minutes: 60 };

/** Stalls as shops and groups see them: they apply; from then on they come by their link, see stall-tickets.service.ts. */
@Injectable()
export class StallApplications {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly limits: RateLimits,
    private readonly secrets: Secrets,
    private readonly stalls: StallRepository,
  ) {}

  /** The call and the accepted stalls of a public event, which the caller found as such. */
  shown(event: EventWithStalls): Promise<ShownStalls> {
    return this.db.read(async (tx) => {
      const call = await this.stalls.callOf(tx, event.id);
      // What is public has its day, and so has its call.
      if (!call?.closesOn) return { call: null, can: 'stall.none', accepted: [] };
      const { kinds, places, opensOn, closesOn, note } = call;
      return {
        call: { kinds, places, opensOn, closesOn, note },
        can: this.verdict(event, call),
        accepted: await this.stalls.shownOf(tx, event.id),
      };
    });
  }

  /** Applies for a stall; answers the secret of its page. Refuses `stall.none`, `stall.closed`, `stall.not-open-yet`, `application.event-cancelled`, `stall.enough` (409), `stall.kind-not-asked` (422), `platform.too-often` (429). */
  async apply(event: EventWithStalls, request: StallRequest, { language, from }: { language: Language; from: string }): Promise<string> {
    await this.limits.hit(BY_PLACE, from);
    return this.db.transaction(async (tx) => {
      const call = await this.stalls.callOf(tx, event.id);
      const verdict = this.verdict(event, call);
      if (verdict !== true) return refuse(verdict);
      insistOnKind(call?.kinds ?? [], request.kind);
      const contact = contactOf(request);
      if ((await this.stalls.countOf(tx, event.id, contact.contactEmail)) >= MOST_OF_ONE_CONTACT) return refuse('stall.enough');
      const [id, now] = [newId(), this.clock.now()];
      const token = this.token(id);
      const fresh = { state: 'applied' as const, plot: null, reply: null, decidedBy: null, decidedAt: null, createdAt: now, updatedAt: now };
      await this.stalls.insert(tx, { id, eventId: event.id, ticketHash: hashToken(token), ...contentOf(request), ...contact, language, ...fresh });
      await this.outbox.add(tx, 'events.stall-applied', { stallId: id, eventId: event.id });
      return token;
    });
  }

  /** For letters. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, StallEntity>> {
    return new Map((await this.stalls.byIds(tx, ids)).map((stall) => [stall.id, stall]));
  }

  /** What the hosts wrote to all who have a stall, by event: for letters. */
  notesOf(tx: Tx, eventIds: readonly string[]): Promise<Map<string, string>> {
    return this.stalls.notesOf(tx, eventIds);
  }

  /** Those who have to be told that the event does not take place. */
  async concerned(tx: Tx, eventId: string): Promise<StallEntity[]> {
    return (await this.stalls.ofEvent(tx, eventId)).filter(({ state }) => state === 'applied' || state === 'accepted');
  }

  private token(id: string): string {
    return this.secrets.sign('stall', id);
  }

  private verdict(event: EventWithStalls, call: { opensOn: string | null; closesOn: string | null } | null): true | string {
    const at = this.clock.now();
    return stallVerdict({ ...event, call }, { at, today: jstDate(at) });
  }
}
