import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, Outbox, constraintRefusals, newId, refuse, type Tx } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import { mayHost, maySeeInside } from '../event/event.policy.js';
import type { CoHostList, CoHostRequest } from './co-host.dto.js';
import type { CoHostEntity } from './co-host.entity.js';
import { CoHostRepository } from './co-host.repository.js';
import { CoHostCircle, insist, toCoHostLine } from './co-host-circle.js';
import { answerVerdict, invitingVerdict } from './co-host.rules.js';

constraintRefusals({ co_host_once: 'co-host.asked-already' });

/** Asking others to hold an event together (共催), for those who run it; of a series, whoever is asked about one date is asked about all. What they answer is said at {@link CoHostings}. */
@Injectable()
export class CoHosts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly loader: EventLoader,
    private readonly rows: CoHostRepository,
    private readonly circle: CoHostCircle,
  ) {}

  /** Who was asked and who can be, for the officers of the host and the ward office. Refuses `event.not-found` (404), `event.officers-only` (403). */
  list(actor: Actor, eventId: string): Promise<CoHostList> {
    return this.db.read((tx) => this.listed(tx, actor, eventId));
  }

  /** Asks an association; its leaders get a letter. Refuses `event.not-found` (404), `event.host-only` (403), `event.is-…`, `co-host.asked-already` (409), `co-host.unknown` (422). */
  invite(actor: Actor, eventId: string, { organisationId, words = null }: CoHostRequest): Promise<CoHostList> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.loader.lock(tx, actor, eventId);
      if (!mayHost(actor, event)) return refuse('event.host-only', { status: 403 });
      insist(invitingVerdict(event.state));
      const asked = (await this.circle.of(tx, event)).find(({ id }) => id === organisationId);
      if (!asked) return refuse('co-host.unknown', { status: 422, fields: [{ field: 'organisationId', code: 'co-host.unknown' }] });
      if (takenBy(await this.rows.ofEvent(tx, event)).has(organisationId)) return refuse('co-host.asked-already');
      const { name, slug } = asked;
      const row: CoHostEntity = { id: newId(), eventId, organisationId, name, slug, state: 'invited', words, answer: null, invitedBy: actor.personId, invitedAt: this.clock.now(), answeredBy: null, answeredAt: null };
      await this.rows.insert(tx, row);
      await this.circle.note(tx, actor, row);
      await this.outbox.add(tx, 'events.co-host-invited', { coHostId: row.id, eventId });
      return this.listed(tx, actor, eventId);
    });
  }

  /** The host takes back what it asked, or holds it alone again; then the links of the circle end. Refuses `co-host.not-found` (404), `co-host.host-only` (403), `co-host.is-…`, `event.is-…` (409). */
  withdraw(actor: Actor, id: string, words: string | null): Promise<CoHostList> {
    return this.db.transaction(async (tx) => {
      const [asked] = await this.rows.byIds(tx, [id]);
      if (!asked) return refuse('co-host.not-found', { status: 404 });
      // The event before the row, like everybody who asks.
      const { event } = await this.loader.lock(tx, actor, asked.eventId);
      const row = (await this.rows.lock(tx, id))!;
      insist(answerVerdict('withdrawn', { isHost: mayHost(actor, event), isAsked: false }, { state: row.state, event: event.state }));
      const settled: CoHostEntity = { ...row, state: 'withdrawn', answer: words, answeredBy: actor.personId, answeredAt: this.clock.now() };
      await this.rows.save(tx, settled);
      await this.circle.left(tx, event, row);
      await this.circle.note(tx, actor, settled);
      await this.outbox.add(tx, 'events.co-host-answered', { coHostId: id, eventId: row.eventId });
      return this.listed(tx, actor, row.eventId);
    });
  }

  private async listed(tx: Tx, actor: Actor, eventId: string): Promise<CoHostList> {
    const { event } = await this.loader.read(tx, actor, eventId);
    if (!maySeeInside(actor, event)) return refuse('event.officers-only', { status: 403 });
    const found = await this.rows.ofEvent(tx, event);
    const taken = takenBy(found);
    const canInvite = mayHost(actor, event) ? invitingVerdict(event.state) : 'event.host-only';
    const candidates = canInvite === true ? (await this.circle.of(tx, event)).filter(({ id }) => !taken.has(id)) : [];
    return { items: found.map(({ row, state }) => toCoHostLine(actor, row, { ...event, state })), candidates: candidates.map(({ id, name, areaName }) => ({ id, name, areaName })), canInvite };
  }
}

/** Who holds it already, or has been asked and not answered. */
function takenBy(found: readonly { row: CoHostEntity }[]): Set<string> {
  return new Set(found.filter(({ row }) => row.state === 'invited' || row.state === 'accepted').map(({ row }) => row.organisationId));
}
