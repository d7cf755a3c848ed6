import { Injectable } from '@nestjs/common';
import { Areas, type Actor } from '@yoriai/associations';
import { People } from '@yoriai/identity';
import { Clock, Db, addDays, pageShown, refuse, type DateOnly, type Tx } from '@yoriai/platform';
import { searchPatterns, searchWords } from '../revision/search.rules.js';
import { holidaysOf } from '../calendar/month.rules.js';
import { EventLoader } from './event-loader.js';
import type { EventListQuery } from './event-list.dto.js';
import { EVENT_PAGE_SIZE, type EventDetail, type EventPage } from './event.dto.js';
import type { EventHistory } from './event-history.dto.js';
import { toEventDetail, toEventLine } from './event.mapper.js';
import { helpsWith, maySeeInside, organisationsOf, seesOf } from './event.policy.js';
import { helpGiven } from '../help/draft-help.js';
import { timesHeld } from '../weather/held.js';
import { EventRepository } from './event.repository.js';

/** Events of one organisation that are read at once. */
const MOST_OF_ONE = 2000;

/** Events of one month that are shown at once. */
const MOST_OF_MONTH = 500;

/** Of a day or a month; of both, the day. */
function duringOf({ on, month }: EventListQuery): { from: DateOnly; till: DateOnly } | undefined {
  if (on) return { from: on, till: addDays(on, 1) };
  return month === undefined ? undefined : { from: `${month}-01`, till: `${addDays(`${month}-01`, 31).slice(0, 7)}-01` };
}

/** Reading events as those who work on them. */
@Injectable()
export class EventQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly events: EventRepository,
    private readonly loader: EventLoader,
    private readonly areas: Areas,
    private readonly people: People,
  ) {}

  /** A page of what the actor may see, the nearest to come first, then what is over; a month is one page with its holidays. Past the last page, the last one. For ward staff `mine` is what the ward office hosts itself. */
  list(actor: Actor, query: EventListQuery): Promise<EventPage> {
    return this.db.read(async (tx) => {
      const now = this.clock.now();
      const mine = organisationsOf(actor);
      const areaId = await this.areaId(tx, query.area);
      const during = duringOf(query);
      const empty = query.month === undefined ? { items: [], total: 0, page: query.page, pageSize: EVENT_PAGE_SIZE } : { items: [], total: 0, page: 1, pageSize: MOST_OF_MONTH, holidays: holidaysOf(query.month) };
      const words = query.q?.trim() ? searchWords(query.q) : null;
      if (areaId === null || words?.length === 0) return empty;
      const wish = {
        sees: seesOf(actor),
        helped: query.scope === 'helped',
        ...(query.scope === 'mine' ? { organisationIds: mine } : {}),
        ...(query.state ? { state: query.state } : {}),
        ...(areaId ? { areaId } : {}),
        ...(during ? { during } : {}),
        ...(words ? { patterns: searchPatterns(words) } : {}),
        now,
      };
      const read = (page: number) => this.events.page(tx, { ...wish, skip: (page - 1) * empty.pageSize, take: empty.pageSize });
      const [asked, total] = await read(empty.page);
      const page = pageShown(empty.page, total, empty.pageSize);
      const found = page === empty.page ? asked : (await read(page))[0];
      const items = (await this.loader.factsOf(tx, found)).map((facts) => toEventLine(actor, facts, now));
      return { ...empty, items, total, page };
    });
  }

  /** One event. Refuses `event.not-found` (404). */
  detail(actor: Actor, id: string): Promise<EventDetail> {
    return this.db.read(async (tx) => {
      const facts = await this.loader.read(tx, actor, id);
      return toEventDetail(actor, await this.loader.whole(tx, facts), this.clock.now());
    });
  }

  /** All events of an organisation that the actor may see, the first day first, those without one last. At most two thousand. */
  async ofOrganisation(tx: Tx, actor: Actor, organisationId: string): Promise<EventDetail[]> {
    const now = this.clock.now();
    const sees = seesOf(actor);
    const [found] = await this.events.page(tx, { sees, organisationIds: [organisationId], now, skip: 0, take: MOST_OF_ONE });
    const cancelled = found.filter(({ state }) => state === 'cancelled').map(({ id }) => id);
    const reasons = new Map((cancelled.length === 0 ? [] : await this.events.lastReason(tx, cancelled)).map((each) => [each.eventId, each]));
    const details = (await this.loader.factsOf(tx, found)).map((facts) => toEventDetail(actor, { ...facts, reason: reasons.get(facts.event.id) ?? null, heldAt: null, reduction: null, report: null, corrections: [], checklist: [], files: [] }, now));
    const place = ({ startsAt, id }: EventDetail): string => `${startsAt ?? '9999'} ${id}`;
    return details.sort((one, other) => (place(one) < place(other) ? -1 : 1));
  }

  /** Who did what and why, newest first. Refuses `event.not-found` (404), `event.history-officers-only` (403). */
  history(actor: Actor, id: string): Promise<EventHistory> {
    return this.db.read(async (tx) => {
      const { event } = await this.loader.read(tx, actor, id);
      if (!maySeeInside(actor, event) && !helpsWith(actor, event)) return refuse('event.history-officers-only', { status: 403 });
      const transitions = await this.events.transitionsOf(tx, id);
      const held = (await timesHeld(tx, id)).map(({ kind, ...each }) => ({ verb: kind === 'held' ? ('hold' as const) : ('reduce' as const), fromState: 'published' as const, toState: 'published' as const, revision: null, ...each }));
      const helped = (await helpGiven(tx, [id])).map(({ personId, firstAt }) => ({ verb: 'help' as const, fromState: 'draft' as const, toState: 'draft' as const, revision: null, reason: null, actorPersonId: personId, at: firstAt }));
      const all = [...transitions, ...held, ...helped].sort((a, b) => b.at.getTime() - a.at.getTime());
      const ids = all.flatMap((each) => (each.actorPersonId ? [each.actorPersonId] : []));
      const people = await this.people.summaries(tx, [...new Set(ids)]);
      const items = all.map(({ verb, fromState, toState, revision, reason, actorPersonId, at }) => ({
        ...{ verb, from: fromState, to: toState, revision, reason },
        actorName: actorPersonId ? (people.get(actorPersonId)?.name ?? '') : null,
        at: at.toISOString(),
      }));
      return { items };
    });
  }

  /** `undefined` when no area was asked for, `null` when there is none of that name. */
  private async areaId(tx: Tx, slug: string | undefined): Promise<string | null | undefined> {
    return slug === undefined ? undefined : ((await this.areas.bySlug(tx, slug))?.id ?? null);
  }
}
