import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, newId, refuse, requireIfMatch } from '@yoriai/platform';
import { insistOnInitiative } from '../initiative/chosen.js';
import { snapshotOf, withSnapshot, type EventSnapshot } from '../revision/snapshot.js';
import { takenFrom, withPlannedFrames } from './event-change.rules.js';
import { askedOutside, contradictions } from './event-content.rules.js';
import { alongWithTheDay } from './event-day.rules.js';
import type { ChangeEventRequest } from './event-draft.dto.js';
import { wrongInScope } from '../series/series-content.rules.js';
import type { Scope } from '../series/series-spread.rules.js';
import { withDuties, withEditor, withFields, withFrames } from './event-edit.rules.js';
import { EventMoves } from './event-moves.js';
import type { EventDetail } from './event.dto.js';
import type { EventEntity } from './event.entity.js';
import type { EventFacts } from './event.mapper.js';
import { mayHost } from './event.policy.js';
import { EventRepository } from './event.repository.js';
import { stateAfter } from './event.rules.js';

/** Writing a change of an approved event, beside it: what is public and what people apply for does not move (docs/adr/0020). */
@Injectable()
export class EventChangeDrafts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: EventRepository,
    private readonly moves: EventMoves,
  ) {}

  /**
   * Autosave of the change; begins it where there is none. `ifMatch` is the version of the event that the editor saw.
   * Refuses `event.host-only` (403), `event.change-pending` (409), `event.organisation-fixed` (409), `event.initiative-unknown`, `event.initiative-over` (422), `platform.stale`
   * (412) and, for contradictions, for what people hold places in and for what the asked dates of a series can't have, `platform.invalid` (422).
   */
  update(actor: Actor, id: string, request: ChangeEventRequest, ifMatch: string | undefined): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.moves.begin(tx, actor, id, 'change');
      const { event } = facts;
      const now = this.clock.now();
      requireIfMatch(ifMatch, event.version, await this.moves.answer(tx, actor, id));
      const before = event.change ?? snapshotOf(event, facts.frames, facts.organisation);
      // Only who names the frames can take one away; that nobody applied meanwhile is asked again when it is handed in.
      const appliedTo = request.frames ? await this.events.appliedTo(tx, id) : new Set<string>();
      await insistOnInitiative(tx, request, [before, event], now);
      const after = this.written(actor, facts, before, await this.moves.atVenues(tx, request, before), appliedTo);
      // Not by their text: a stored content has its fields in another order.
      const scope = scopeOf(event, request);
      if (!isDeepStrictEqual(before, after) || scope !== event.changeScope) {
        const changeState = stateAfter('change', event.state, event.changeState).change;
        await this.events.save(tx, { ...event, editors: withEditor(event, actor.personId), change: after, changeState, changeScope: scope, version: event.version + 1, updatedAt: now });
      }
      return this.moves.answer(tx, actor, id);
    });
  }

  /** Gives the change up; the event stays as it was approved. Refuses `event.change-pending` (409): what the ward reads is withdrawn first. */
  abandon(actor: Actor, id: string): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const { event } = await this.moves.begin(tx, actor, id, 'abandon');
      await this.moves.finish(tx, actor, event, 'abandon');
      return this.moves.answer(tx, actor, id);
    });
  }

  /** The content with what was named. Its frames keep the counters of those that stand, so that nobody's place is written away. */
  private written(actor: Actor, facts: EventFacts, before: EventSnapshot, asked: ChangeEventRequest, appliedTo: ReadonlySet<string>): EventSnapshot {
    const { event, frames: standing, organisation } = facts;
    const now = this.clock.now();
    const open = standing.filter(({ opensAt }) => opensAt === null || opensAt <= now).map(({ id }) => id);
    const request = alongWithTheDay(before, asked, { now, open: new Set(open) });
    if (request.organisationId !== undefined && request.organisationId !== event.organisationId) return refuse('event.organisation-fixed');
    const current = withPlannedFrames(event.id, standing, before.frames);
    const plan = withFrames(event.id, current.frames, request.frames, newId);
    const edited = { ...withFields(withSnapshot(event, before), request), duties: withDuties(before.duties, request.duties, newId) };
    if (!mayHost(actor, edited)) return refuse('event.host-only', { status: 403 });
    const scope = scopeOf(event, asked);
    // The rule is of the series: who goes back to one date leaves it as it stands.
    const goesBack = scope === 'this' && asked.repeats === undefined;
    const after = { ...snapshotOf(edited, plan.frames, organisation), ...(goesBack ? { repeats: event.repeats } : {}) };
    const errors = [...plan.errors, ...contradictions(after), ...askedOutside(request, after), ...takenFrom(standing, after.frames, appliedTo, after.totalPlaces), ...wrongInScope(event, snapshotOf(event, standing, organisation), after, scope)];
    return errors.length > 0 ? refuse('platform.invalid', { status: 422, fields: errors }) : after;
  }
}

/** For which dates of its series the change is meant: as asked, else as before, at first this one. Null where it is no date. */
function scopeOf(event: EventEntity, { scope }: ChangeEventRequest): Scope | null {
  return scope ?? event.changeScope ?? (event.seriesId === null ? null : 'this');
}
