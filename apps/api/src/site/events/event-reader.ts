import { Injectable } from '@nestjs/common';
import { Areas, Organisations, type Area, type OrganisationSummary } from '@yoriai/associations';
import { PublicEvents, type Earlier, type EventWithPictures, type Figures, type Hazard, type NamedInitiative, type PublicDecision, type PublicEventWish } from '@yoriai/events';
import { Clock, Db, refuse, type Tx } from '@yoriai/platform';
import { Shifts } from '@yoriai/rosters';
import type { OtherWays } from './list-empty.js';
import { listingPath, without, wishOf, type ListingQuery } from './listing-query.js';
import type { ListedEvent, ShownDuty, ShownEvent } from './shown-event.js';
import { standingOf } from './standing.js';

/** A list of events with what volunteers are wanted for. */
export interface EventListing {
  items: readonly ListedEvent[];
  total: number;
  /** A search found more than `total`. */
  more: boolean;
  page: number;
  pageSize: number;
  /** People still wanted, by event. */
  wanted: ReadonlyMap<string, number>;
  /** Those that take place in a smaller form. */
  reduced: ReadonlySet<string>;
  /** Of events that repeat: when they take place after that, by event. */
  dates: ReadonlyMap<string, readonly string[]>;
}

/** A month with more events than this many pages hold is cut: the ward has one hundred a year. */
const MOST_PAGES = 6;
/** A feed goes back so far (90 days), and tells so many events. */
const FEED_BACK_MS = 90 * 24 * 60 * 60 * 1000;
const MOST_IN_A_FEED = 500;
/** Dates of a series that its pages list. */
const MOST_DATES = 9;
/** Further dates of a series that its line in a list says. */
const MOST_NEXT = 3;
/** Words of a search that are tried alone. */
const MOST_WORDS = 4;

/** Reads events and their shifts for the public pages, one transaction per page. */
@Injectable()
export class EventReader {
  constructor(
    private readonly db: Db,
    private readonly events: PublicEvents,
    private readonly shifts: Shifts,
    private readonly areas: Areas,
    private readonly organisations: Organisations,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** One event. Refuses `event.not-found` (404). */
  bySlug(slug: string): Promise<ShownEvent> {
    return this.db.read(async (tx) => (await this.settled(tx, [await this.events.bySlug(tx, slug)]))[0]!);
  }

  /** That there is such a page, and how its event stands. Refuses `event.not-found` (404). */
  standing(slug: string): Promise<EventWithPictures> {
    return this.db.read((tx) => this.events.standing(tx, slug));
  }

  /** The same by id. Refuses `event.not-found` (404). */
  byId(id: string): Promise<ShownEvent> {
    return this.db.read((tx) => this.events.byId(tx, id));
  }

  /** Where the code on a poster leads. Refuses `event.not-found` (404). */
  byShortCode(code: string): Promise<ShownEvent> {
    return this.db.read((tx) => this.events.byShortCode(tx, code));
  }

  /** The dates of a series, those of the last months too. Refuses `series.not-found` (404) where none was public. */
  async series(id: string): Promise<ShownEvent[]> {
    const from = new Date(this.now().getTime() - FEED_BACK_MS);
    const dates = await this.db.read(async (tx) => this.settled(tx, await this.events.ofSeries(tx, id, from, MOST_IN_A_FEED)));
    return dates.length > 0 ? dates : refuse('series.not-found', { status: 404 });
  }

  /** One event with its shifts, what it said before, and the next dates of its series. Refuses `event.not-found` (404). */
  withDuties(slug: string): Promise<{ event: ShownEvent; duties: ShownDuty[]; earlier: Earlier | null; decided: PublicDecision | null; unfit: Hazard[]; figures: Figures | null; dates: ShownEvent[] }> {
    return this.db.read(async (tx) => {
      const event = (await this.settled(tx, [await this.events.bySlug(tx, slug)]))[0]!;
      return { event, unfit: await this.events.unfitFor(tx, event.id), duties: await this.shifts.ofEvent(tx, event.id), earlier: await this.events.earlier(tx, event.id), decided: await this.events.decided(tx, event.id), figures: event.state === 'closed' ? await this.events.figures(tx, event.id) : null, dates: event.seriesId === null ? [] : await this.events.ofSeries(tx, event.seriesId, this.now(), MOST_DATES) };
    });
  }

  /** Day and place that an event had before they were changed; null where nothing was. */
  earlier(eventId: string): Promise<Earlier | null> {
    return this.db.read((tx) => this.events.earlier(tx, eventId));
  }

  /** What was decided about its day, why and when; null where nothing was. */
  decided(eventId: string): Promise<PublicDecision | null> {
    return this.db.read((tx) => this.events.decided(tx, eventId));
  }

  /** For an event that one can't come to: the next of its field that takes people. Null where there is none. */
  similarTo(event: ShownEvent): Promise<ListedEvent | null> {
    return this.db.read(async (tx) => {
      const { items } = await this.events.list(tx, event.field === null ? {} : { field: event.field });
      return items.find((other) => other.id !== event.id && ['open', 'anyone'].includes(standingOf(other, this.now()))) ?? null;
    });
  }

  /** What comes of an initiative, and what was, of any host. */
  ofInitiative(initiative: string): Promise<{ coming: EventListing; past: EventListing }> {
    return this.db.read(async (tx) => ({ coming: await this.listing(tx, { initiative }), past: await this.listing(tx, { initiative, past: true }) }));
  }

  /** Volunteers that an event still wants. */
  wantedOf(eventId: string): Promise<number> {
    return this.db.read(async (tx) => (await this.shifts.wanted(tx, [eventId])).get(eventId) ?? 0);
  }

  /** The initiatives of the ward's plan, in their order. */
  initiatives(): Promise<NamedInitiative[]> {
    return this.db.read((tx) => this.events.initiatives(tx));
  }

  /** The areas of the ward, in their order. */
  allAreas(): Promise<Area[]> {
    return this.db.read((tx) => this.areas.all(tx));
  }

  /** A page of events, and all areas for its filter. */
  list(wish: PublicEventWish): Promise<EventListing & { areas: Area[] }> {
    return this.db.read(async (tx) => ({ ...(await this.listing(tx, wish)), areas: await this.areas.all(tx) }));
  }

  /** An area: what comes, who does something there, how much is over. Refuses `platform.not-found` (404). */
  area(slug: string): Promise<EventListing & { area: Area; groups: OrganisationSummary[]; past: number }> {
    return this.db.read(async (tx) => {
      const area = (await this.areas.bySlug(tx, slug)) ?? refuse('platform.not-found', { status: 404 });
      const listing = await this.listing(tx, { areaSlug: slug });
      return { ...listing, area, groups: await this.organisations.neighboursOf(tx, area.id), past: await this.events.count(tx, { areaSlug: slug, past: true }) };
    });
  }

  /** What else would find something where a list is empty: single words, no other condition, what is over, all that comes. */
  otherWays(query: ListingQuery): Promise<OtherWays> {
    const { q } = query;
    const words = q?.split(/\s+/u).filter(Boolean) ?? [];
    const count = (tx: Tx, wish: PublicEventWish): Promise<number> => this.events.count(tx, wish);
    return this.db.read(async (tx) => {
      const alone: OtherWays['words'] = [];
      for (const word of words.length > 1 ? words.slice(0, MOST_WORDS) : []) alone.push({ q: word, count: await count(tx, wishOf({ ...query, q: word })) });
      return {
        words: alone,
        bare: q ? await count(tx, { q }) : 0,
        past: query.past ? null : await this.pastWay(tx, query),
        all: await count(tx, {}),
      };
    });
  }

  /**
   * What a feed of this list tells, each event as on its page: what comes, and what ended lately, so that it does not
   * vanish from calendars. Refuses `platform.not-found` (404) for an area, an initiative or an association that there is not.
   */
  feed(query: ListingQuery): Promise<{ events: ShownEvent[]; areas: Area[]; initiatives: NamedInitiative[]; host?: string }> {
    return this.db.read(async (tx) => {
      const areas = await this.areas.all(tx);
      const initiatives = query.initiative === undefined ? [] : await this.events.initiatives(tx);
      const host = query.host === undefined ? undefined : await this.organisations.bySlug(tx, query.host);
      if (host === null || (query.area !== undefined && !areas.some(({ slug }) => slug === query.area)) || (query.initiative !== undefined && !initiatives.some(({ code }) => code === query.initiative))) return refuse('platform.not-found', { status: 404 });
      const wish = wishOf(query);
      const from = wish.from ?? (query.past ? undefined : new Date(this.now().getTime() - FEED_BACK_MS));
      const events = await this.settled(tx, await this.events.whole(tx, { ...wish, ...(from ? { from } : {}) }, MOST_IN_A_FEED));
      return { events, areas, initiatives, ...(host ? { host: host.name } : {}) };
    });
  }

  /** With what was said of their days. */
  private async settled(tx: Tx, events: readonly ShownEvent[]): Promise<ShownEvent[]> {
    const said = await this.events.settled(tx, events.map(({ id }) => id));
    return events.map((event) => ({ ...event, settled: said.has(event.id) }));
  }

  /** Where words find something that comes: what they find that is over. Null without words, on later pages, or where there is nothing. */
  pastToo(query: ListingQuery): Promise<OtherWays['past']> {
    return query.q && !query.past && query.page === 1 ? this.db.read((tx) => this.pastWay(tx, query)) : Promise.resolve(null);
  }

  /** The same among what is over; where there is none, the words alone. */
  private async pastWay(tx: Tx, query: ListingQuery): Promise<OtherWays['past']> {
    const narrow: ListingQuery = { ...without(query, 'from', 'to', 'free', 'view', 'month'), past: 'yes' };
    const bare: ListingQuery = { ...(query.q ? { q: query.q } : {}), past: 'yes', page: 1 };
    const ways = query.q && listingPath(bare) !== listingPath(narrow) ? [narrow, bare] : [narrow];
    for (const way of ways) {
      const count = await this.events.count(tx, wishOf(way));
      if (count > 0) return { query: way, count };
    }
    return null;
  }

  /** What an association is called, by the name in its address; undefined for one that there is not. */
  async hostName(slug: string): Promise<string | undefined> {
    return (await this.db.read((tx) => this.organisations.bySlug(tx, slug)))?.name;
  }

  /** All events that a wish finds, however many pages they fill; for a month of the calendar. */
  whole(wish: PublicEventWish): Promise<EventListing & { areas: Area[] }> {
    return this.db.read(async (tx) => {
      const first = await this.listing(tx, { ...wish, page: 1 });
      const items = [...first.items];
      for (let page = 2; items.length < first.total && page <= MOST_PAGES; page += 1) items.push(...(await this.events.list(tx, { ...wish, page })).items);
      const reduced = items.length > first.items.length ? await this.events.reduced(tx, items.map(({ id }) => id)) : first.reduced;
      return { ...first, items, reduced, areas: await this.areas.all(tx) };
    });
  }

  private async listing(tx: Tx, wish: PublicEventWish): Promise<EventListing> {
    const { items, total, more, page, pageSize } = await this.events.list(tx, wish);
    // At what is called off nobody is wanted, whether its shifts know already or not.
    const wanted = await this.shifts.wanted(tx, items.flatMap(({ id, state }) => (state === 'published' ? [id] : [])));
    return { items, total, more, page, pageSize, wanted, reduced: await this.events.reduced(tx, items.map(({ id }) => id)), dates: await this.events.nextDates(tx, items, MOST_NEXT) };
  }
}
