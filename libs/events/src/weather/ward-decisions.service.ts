import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { People } from '@yoriai/identity';
import { Clock, Db, named, refuse, rows, type Tx } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import type { DecisionKind } from './day-decision.entity.js';
import type { WardDecisionList } from './ward-decision.dto.js';

/** So long after it was decided an event's page still says that the ward office did (milliseconds). */
const KEPT_MS = 400 * 24 * 60 * 60 * 1000;
const MOST = 100;

interface Found {
  id: string;
  eventId: string;
  number: string;
  title: string | null;
  kana: string | null;
  kind: DecisionKind;
  reason: string | null;
  decidedBy: string;
  decidedAt: Date;
  wasStartsAt: Date | null;
  startsAt: Date | null;
  isRead: boolean;
}

/** What the ward office decided about the day of an association's event, for the leaders of its host and of those who hold it together with that: each reads it until they say that they have. */
@Injectable()
export class WardDecisions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly loader: EventLoader,
  ) {}

  /** The last decision of each event that the actor's associations hold, where it was the ward office's. */
  list(actor: Actor): Promise<WardDecisionList> {
    return this.db.read((tx) => this.told(tx, actor));
  }

  /** The actor has read what the ward office decided about this event; twice is the same as once. Refuses `event.not-found` (404), `event.host-only` (403) where neither the host nor a co-host is led by the actor. */
  read(actor: Actor, eventId: string): Promise<WardDecisionList> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.loader.read(tx, actor, eventId);
      const found = (await this.found(tx, actor)).find((each) => each.eventId === event.id);
      if (!found && !actor.leads(event.organisationId)) return refuse('event.host-only', { status: 403 });
      if (found) await rows(tx, 'insert into events.ward_decision_reading (decision_id, person_id, read_at) values ($1, $2, $3) on conflict do nothing', [found.id, actor.personId, this.clock.now()]);
      return this.told(tx, actor);
    });
  }

  private async told(tx: Tx, actor: Actor): Promise<WardDecisionList> {
    const found = await this.found(tx, actor);
    const names = await this.people.summaries(tx, [...new Set(found.map(({ decidedBy }) => decidedBy))]);
    return {
      items: found.map(({ id: _id, decidedBy, number, title, decidedAt, wasStartsAt, startsAt, ...rest }) => ({
        ...rest,
        ...{ title: title ?? number, by: names.get(decidedBy)?.name ?? '' },
        ...{ decidedAt: decidedAt.toISOString(), wasStartsAt: wasStartsAt?.toISOString() ?? null, startsAt: startsAt?.toISOString() ?? null },
      })),
    };
  }

  /** Of a date of a series whoever holds any of its dates together with the host. One statement. */
  private async found(tx: Tx, actor: Actor): Promise<Found[]> {
    const led = [...new Set(actor.grants.map(({ organisationId }) => organisationId).filter((id) => actor.leads(id)))];
    if (led.length === 0) return [];
    return named<Found>(
      tx,
      'events.ward-decisions',
      `select decision.id, event.id as "eventId", event.number, event.title, event.kana, decision.kind, decision.reason, decision.decided_by as "decidedBy",
         decision.decided_at as "decidedAt", decision.was_starts_at as "wasStartsAt", event.starts_at as "startsAt",
         exists (select from events.ward_decision_reading reading where reading.decision_id = decision.id and reading.person_id = $2) as "isRead"
       from events.day_decision decision join events.event event on event.id = decision.event_id
       where decision.by_ward and decision.decided_at > $3
         and not exists (select from events.day_decision later where later.event_id = event.id and (later.decided_at, later.id) > (decision.decided_at, decision.id))
         and (event.organisation_id = any($1::uuid[]) or exists (
           select from events.co_host asked join events.event other on other.id = asked.event_id
           where asked.state = 'accepted' and asked.organisation_id = any($1::uuid[]) and (other.id = event.id or other.series_id = event.series_id)))
       order by decision.decided_at desc, decision.id limit $4`,
      [led, actor.personId, new Date(this.clock.now().getTime() - KEPT_MS), MOST],
    );
  }
}
