import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, constraintRefusals, newId, refuse, type Tx } from '@yoriai/platform';
import { DraftBesides } from '../again/draft-besides.service.js';
import { plannedErrors } from '../again/planned.rules.js';
import { insistOnInitiative, withoutOver } from '../initiative/chosen.js';
import { searchTextOf } from '../revision/search.rules.js';
import { snapshotOf } from '../revision/snapshot.js';
import { askedOutside, contradictions } from './event-content.rules.js';
import type { CreateEventRequest } from './event-draft.dto.js';
import { withDuties, withFields, withFrames } from './event-edit.rules.js';
import { EventLoader } from './event-loader.js';
import { inTheHours } from './event-day.rules.js';
import type { EventDetail } from './event.dto.js';
import { NOTHING_TO_DO, toEventDetail } from './event.mapper.js';
import { noteHelp } from '../help/draft-help.js';
import { helpFor, mayWrite } from './event.policy.js';
import { EventRepository } from './event.repository.js';
import { NewEvents } from './new-events.js';

constraintRefusals({
  event_number: { code: 'platform.busy', status: 503, retryAfter: 1 },
  event_slug: { code: 'platform.busy', status: 503, retryAfter: 1 },
  event_short_code: { code: 'platform.busy', status: 503, retryAfter: 1 },
  // Signs of two code points count as one where a text is typed, and as two in the table.
  event_materials: { code: 'platform.invalid', status: 422 },
  event_title_easy: { code: 'platform.invalid', status: 422 },
  event_description_easy: { code: 'platform.invalid', status: 422 },
  event_title_en: { code: 'platform.invalid', status: 422 },
  event_description_en: { code: 'platform.invalid', status: 422 },
  event_insurance: { code: 'platform.invalid', status: 422 },
  event_rain_decider: { code: 'platform.invalid', status: 422 },
  event_ends_after_start: { code: 'event.ends-before-start', status: 422 },
});

/** Officers change: the number of who was one before is nobody's to give any more. */
const YEAR_MS = 366 * 24 * 3600 * 1000;

/** New events. */
@Injectable()
export class EventDrafts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly blanks: NewEvents,
    private readonly events: EventRepository,
    private readonly loader: EventLoader,
    private readonly besides: DraftBesides,
  ) {}

  /** Begins a draft. Refuses `event.host-only` (403) for an organisation whose events the actor may not write, `platform.invalid`, `event.initiative-unknown`, `event.initiative-over` (422), and what {@link DraftBesides.carry} refuses of an event that is held again; that goes without an initiative that is over. */
  create(actor: Actor, { againOf, ...request }: CreateEventRequest): Promise<EventDetail> {
    return this.db.transaction(async (tx) => {
      const asked = againOf === undefined ? request : await withoutOver(tx, request, this.clock.now());
      const made = await this.begin(tx, actor, await this.withNumber(tx, asked));
      if (againOf === undefined) return made;
      return toEventDetail(actor, await this.loader.whole(tx, await this.besides.carry(tx, actor, { from: againOf, to: made.id })), this.clock.now());
    });
  }

  /** Who names the association alone as whom one asks need not look up its number: it is the one of its newest page, and of those that name somebody of it one of this year. */
  async withNumber(tx: Tx, request: CreateEventRequest): Promise<CreateEventRequest> {
    if (!request.contactName || request.contactPhone !== undefined) return request;
    const { name } = await this.loader.host(tx, request.organisationId);
    if (request.contactName !== name) return request;
    const since = new Date(this.clock.now().getTime() - YEAR_MS);
    return { ...(await this.events.lastContact(tx, { organisationId: request.organisationId, name, since })), ...request };
  }

  /** The same within a transaction, for many at once, without an event that is held again. */
  async begin(tx: Tx, actor: Actor, { contest, stalls, ...request }: Omit<CreateEventRequest, 'againOf'>): Promise<EventDetail> {
    const organisation = await this.loader.host(tx, request.organisationId);
    const asked = { organisationId: organisation.id, areaId: organisation.areaId, category: request.category ?? null, state: 'draft' as const };
    if (!mayWrite(actor, asked)) return refuse('event.host-only', { status: 403 });
    await insistOnInitiative(tx, request, [], this.clock.now());
    const blank = await this.blanks.blank(tx, actor.personId, organisation);
    const plan = withFrames(blank.id, [], request.frames, newId);
    const fields = withFields(blank, await this.loader.atVenues(tx, request, blank));
    const hours = { startsAt: fields.startsAt?.toISOString() ?? null, endsAt: fields.endsAt?.toISOString() ?? null };
    const duties = withDuties([], request.duties, newId);
    const event = { ...fields, duties: withDuties(duties, inTheHours({ startsAt: null, endsAt: null, duties }, hours, {}).duties, newId) };
    const snapshot = snapshotOf(event, plan.frames, organisation);
    const errors = [...plan.errors, ...plannedErrors(contest?.divisions ?? [], plan.frames), ...contradictions(snapshot), ...askedOutside(request, snapshot)];
    if (errors.length > 0) return refuse('platform.invalid', { status: 422, fields: errors });

    event.searchText = searchTextOf(event.number, snapshot);
    await this.events.insert(tx, event);
    await this.events.writeFrames(tx, plan);
    const centreId = helpFor(actor, asked);
    if (centreId !== null) await noteHelp(tx, { eventId: event.id, personId: actor.personId, centreId, began: true, at: event.updatedAt });
    const help = centreId === null ? [] : ((await this.loader.helpWith(tx, [event])).get(event.id) ?? []);
    const facts = { event, help, frames: plan.frames, organisation, approval: null, councilName: null, procedures: NOTHING_TO_DO, reportedBy: null, consentsMissing: null, stalls: null, toAnswer: null, calledOff: null, toWithdraw: 0, held: false, inDanger: false, series: null, decidedOn: null };
    const planned = await this.besides.plan(tx, actor, event.id, { contest, stalls, frames: plan.frames });
    return toEventDetail(actor, await this.loader.whole(tx, planned ? await this.loader.read(tx, actor, event.id) : facts), this.clock.now());
  }
}
