import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, Outbox, refuse, type Tx } from '@yoriai/platform';
import type { EventEntity } from '../event/event.entity.js';
import { EventRepository } from '../event/event.repository.js';
import type { CoHosting, CoHostingList } from './co-host.dto.js';
import type { CoHostEntity } from './co-host.entity.js';
import { CoHostRepository } from './co-host.repository.js';
import { CoHostCircle, insist, toCoHostLine } from './co-host-circle.js';
import { answerVerdict, type CoHostAnswer } from './co-host.rules.js';

/** Invitations that one answer lists. */
const MOST = 100;

/** An invitation with its event, for letters. */
export interface CoHostTold {
  row: CoHostEntity;
  event: EventEntity;
  hostName: string;
}

/**
 * 共催のお願い as those see it who were asked: what the event is, and nothing of who applied. A co-host reads names no
 * more than anybody else; the host hands on what has to be handed on (docs/adr/0043).
 */
@Injectable()
export class CoHostings {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly events: EventRepository,
    private readonly rows: CoHostRepository,
    private readonly circle: CoHostCircle,
  ) {}

  /** What the associations were asked that the actor leads. */
  list(actor: Actor): Promise<CoHostingList> {
    return this.db.read(async (tx) => ({ items: await this.told(tx, actor, await this.rows.ofOrganisations(tx, ledBy(actor), MOST)) }));
  }

  /** Says yes or no; no also after a yes, which ends the links of the circle. Refuses `co-host.not-found` (404), also to those who were not asked, `co-host.is-…`, `event.is-…` (409). */
  answer(actor: Actor, id: string, answer: Exclude<CoHostAnswer, 'withdrawn'>, words: string | null): Promise<CoHosting> {
    return this.db.transaction(async (tx) => {
      const [asked] = await this.rows.byIds(tx, [id]);
      if (!asked || !actor.leads(asked.organisationId)) return refuse('co-host.not-found', { status: 404 });
      // The event before the row, like everybody who asks.
      const event = (await this.events.lock(tx, asked.eventId))!;
      const row = (await this.rows.lock(tx, id))!;
      insist(answerVerdict(answer, { isHost: false, isAsked: true }, { state: row.state, event: event.state }));
      const settled: CoHostEntity = { ...row, state: answer, answer: words, answeredBy: actor.personId, answeredAt: this.clock.now() };
      await this.rows.save(tx, settled);
      if (answer === 'declined') await this.circle.left(tx, event, row);
      await this.circle.note(tx, actor, settled);
      await this.outbox.add(tx, 'events.co-host-answered', { coHostId: id, eventId: row.eventId });
      return (await this.told(tx, actor, [settled]))[0]!;
    });
  }

  /** Invitations by id with their events, for the letters about them. Three statements for any number. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, CoHostTold>> {
    return new Map((await this.withEvents(tx, ids.length === 0 ? [] : await this.rows.byIds(tx, ids))).map((told) => [told.row.id, told]));
  }

  /** The associations that hold an event together with its host; of a date of a series those of any of its dates. For letters: no rights are asked here. */
  async together(tx: Tx, event: Pick<EventEntity, 'id' | 'seriesId'>): Promise<string[]> {
    return [...new Set((await this.rows.ofEvent(tx, event)).filter(({ row }) => row.state === 'accepted').map(({ row }) => row.organisationId))];
  }

  private async told(tx: Tx, actor: Actor, found: readonly CoHostEntity[]): Promise<CoHosting[]> {
    return (await this.withEvents(tx, found)).map(({ row, event, hostName }) => {
      const { id, title, number, startsAt, endsAt, placeName, summary } = event;
      return { ...toCoHostLine(actor, row, event), event: { id, title: title ?? number, hostName, startsAt: startsAt?.toISOString() ?? null, endsAt: endsAt?.toISOString() ?? null, placeName, summary } };
    });
  }

  private async withEvents(tx: Tx, found: readonly CoHostEntity[]): Promise<CoHostTold[]> {
    if (found.length === 0) return [];
    const events = new Map((await this.events.byIds(tx, [...new Set(found.map(({ eventId }) => eventId))])).map((event) => [event.id, event]));
    const hosts = await this.circle.hostsOf(tx, [...events.values()]);
    return found.flatMap((row) => {
      const event = events.get(row.eventId);
      return event ? [{ row, event, hostName: hosts.get(event.organisationId)?.name ?? '' }] : [];
    });
  }
}

function ledBy(actor: Actor): string[] {
  return [...new Set(actor.grants.map(({ organisationId }) => organisationId).filter((id) => actor.leads(id)))];
}
