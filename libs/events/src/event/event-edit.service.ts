import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, Outbox, jstDate, newId, refuse, requireIfMatch, type FieldError, type Tx } from '@yoriai/platform';
import { insistOnInitiative } from '../initiative/chosen.js';
import { EventRevisionRepository } from '../revision/event-revision.repository.js';
import { searchTextOf } from '../revision/search.rules.js';
import { snapshotOf, type EventSnapshot } from '../revision/snapshot.js';
import { callByTheDay } from '../stall/call-day.js';
import { overriddenAfter } from '../series/series-spread.rules.js';
import { askedOutside, contradictions, editKind, missingOnceApproved } from './event-content.rules.js';
import { alongWithTheDay, inTheHours } from './event-day.rules.js';
import type { UpdateEventRequest } from './event-draft.dto.js';
import { withDuties, withEditor, withFields, withFrames, type FramePlan } from './event-edit.rules.js';
import { EventLoader } from './event-loader.js';
import type { EventDetail } from './event.dto.js';
import type { EventEntity } from './event.entity.js';
import { isByRule, toEventDetail, type EventFacts } from './event.mapper.js';
import { helpersIn, isHelpAlone, noteHelp } from '../help/draft-help.js';
import { doerOf, helpFor, mayHost, mayWrite } from './event.policy.js';
import { EventRepository } from './event.repository.js';
import { lifecycleVerdict, statusOfVerdict } from './event.rules.js';

/** An edit as it would be, before anything is written. */
interface Edit {
  facts: EventFacts;
  plan: FramePlan;
  before: EventSnapshot;
  after: EventSnapshot;
}

/** Autosave while it is written; words and contacts afterwards. */
@Injectable()
export class EventEdits {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly events: EventRepository,
    private readonly revisions: EventRevisionRepository,
    private readonly loader: EventLoader,
  ) {}

  /**
   * Saves what was named. `ifMatch` is the version the editor saw. Refuses `event.host-only` (403),
   * `event.is-…` and, beside a change that is open, `event.change-open` or `event.change-pending` (409), `platform.stale` (412) with what stands there now, `platform.invalid`, `event.initiative-unknown`, `event.initiative-over` (422), and
   * once it is approved `event.needs-new-approval` (409) for everything that was approved and
   * `event.field-needed` (422) for a field that may not be empty.
   */
  update(actor: Actor, id: string, request: UpdateEventRequest, ifMatch: string | undefined): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const facts = await this.loader.lock(tx, actor, id);
      const verdict = lifecycleVerdict('edit', doerOf(actor, facts.event), { state: facts.event.state, change: facts.event.changeState, submittedBy: null, missing: [] });
      if (verdict !== true) return refuse(verdict, { status: statusOfVerdict(verdict) });
      const now = this.clock.now();
      requireIfMatch(ifMatch, facts.event.version, toEventDetail(actor, await this.loader.whole(tx, facts), now));

      const edit = await this.plan(tx, actor, facts, request);
      if (!isDeepStrictEqual(edit.before, edit.after)) await this.write(tx, actor, edit, now);

      const help = helpFor(actor, edit.facts.event) === null ? facts.help : ((await this.loader.helpWith(tx, [edit.facts.event])).get(id) ?? []);
      return toEventDetail(actor, await this.loader.whole(tx, { ...edit.facts, help }), now);
    });
  }

  private async plan(tx: Tx, actor: Actor, facts: EventFacts, asked: UpdateEventRequest): Promise<Edit> {
    const { event, frames } = facts;
    const before = snapshotOf(event, frames, facts.organisation);
    await insistOnInitiative(tx, asked, [before], this.clock.now());
    // What was approved is changed by its own way; there the places are looked at again.
    const request = isApproved(event) ? asked : inTheHours(before, asked, alongWithTheDay(before, await this.loader.atVenues(tx, asked, before), { now: this.clock.now() }));
    const moves = request.organisationId !== undefined && request.organisationId !== event.organisationId;
    const organisation = moves ? await this.loader.host(tx, request.organisationId!) : facts.organisation;
    const plan = withFrames(event.id, frames, request.frames, newId);
    const edited: EventEntity = {
      ...withFields(event, request),
      organisationId: organisation.id,
      areaId: organisation.areaId,
      duties: withDuties(event.duties, request.duties, newId),
    };
    // Also without a move: another category may be another leader's.
    if (!mayWrite(actor, edited)) return refuse('event.host-only', { status: 403 });
    // Who helps gives away what they began, and nothing of others.
    if (moves && !mayHost(actor, event) && !isHelpAlone(actor.personId, event, helpersIn(facts))) return refuse('event.host-only', { status: 403 });
    const after = snapshotOf(edited, plan.frames, organisation);
    const errors: FieldError[] = [...plan.errors, ...contradictions(after), ...askedOutside(request, after)];
    if (errors.length > 0) return refuse('platform.invalid', { status: 422, fields: errors });
    return { facts: { ...facts, event: edited, frames: plan.frames, organisation }, plan, before, after };
  }

  private async write(tx: Tx, actor: Actor, edit: Edit, now: Date): Promise<void> {
    const { event } = edit.facts;
    event.version += 1;
    event.updatedAt = now;
    event.searchText = searchTextOf(event.number, edit.after);
    if (isApproved(event)) await this.log(tx, actor, edit, now);
    // A case that was handed in belongs to its organisation; only what was never submitted may move.
    else if (edit.facts.approval && edit.before.organisation.id !== event.organisationId) return refuse('event.organisation-fixed');
    else event.editors = withEditor(event, actor.personId);
    const centreId = isApproved(event) ? null : helpFor(actor, event);
    if (centreId !== null) await noteHelp(tx, { eventId: event.id, personId: actor.personId, centreId, began: false, at: now });
    await this.events.save(tx, event);
    if (edit.before.startsAt !== edit.after.startsAt && edit.facts.stalls) edit.facts.stalls = await this.callAlong(tx, event.id, now);
    await this.events.writeFrames(tx, edit.plan);
  }

  /** The call for stalls as it is on the new day. */
  private async callAlong(tx: Tx, id: string, now: Date): Promise<EventFacts['stalls']> {
    await callByTheDay(tx, id, jstDate(now));
    return (await this.events.stallsOf(tx, [id])).get(id) ?? null;
  }

  /** After the approval: words only, each edit a revision of its own that the public sees at once. */
  private async log(tx: Tx, actor: Actor, edit: Edit, now: Date): Promise<void> {
    const { event } = edit.facts;
    const approved = await this.revisions.submitted(tx, event.id);
    const { kind, material } = editKind(edit.before, edit.after, approved?.snapshot, isByRule(edit.facts.approval, edit.facts.series));
    if (event.seriesId) event.overridden = overriddenAfter(event.overridden, edit.before, edit.after);
    if (kind === 'material') return refuse('event.needs-new-approval', { fields: material });
    const missing = missingOnceApproved(edit.after, now);
    if (missing.length > 0) return refuse('platform.invalid', { status: 422, fields: missing });
    const { searchText } = event;
    const revision = await this.revisions.add(tx, {
      eventId: event.id,
      kind: 'minor',
      snapshot: edit.after,
      searchText,
      actorPersonId: actor.personId,
      at: now,
    });
    if (event.publicRevision !== null) event.publicRevision = revision;
    const { state } = event;
    await this.events.addTransition(tx, {
      id: newId(),
      eventId: event.id,
      ...{ fromState: state, toState: state, verb: 'edit' as const },
      revision,
      reason: null,
      actorPersonId: actor.personId,
      at: now,
    });
    await this.outbox.add(tx, 'events.event-edited', { eventId: event.id, revision });
  }
}

/** What the ward has decided on is not moved by an autosave. */
function isApproved({ state }: EventEntity): boolean {
  return state === 'approved' || state === 'published';
}
