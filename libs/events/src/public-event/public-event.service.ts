import { Injectable } from '@nestjs/common';
import { Areas, Organisations } from '@yoriai/associations';
import { Clock, pageShown, refuse, type Tx } from '@yoriai/platform';
import type { ActivityField } from '../event/event.entity.js';
import type { EventState } from '../event/event.rules.js';
import { EventAddresses, type Addressed } from '../invitation/event-addresses.js';
import { partsOf } from '../invitation/invited-address.rules.js';
import { searchWords } from '../revision/search.rules.js';
import type { Audience } from './audience.rules.js';
import { reducedOf } from '../weather/held.js';
import { DayDecisionRepository } from '../weather/day-decision.repository.js';
import type { Hazard } from '../venue/venue.entity.js';
import { earlierOf, type Earlier } from './earlier.rules.js';
import { PUBLIC_PAGE_SIZE, type PublicEvent, type PublicEventLine, type PublicEventPage } from './public-event.dto.js';
import { toPublicEvent, toPublicLine } from './public-event.mapper.js';
import { PublicEventRepository, type Figures, type NamedInitiative, type PublicRow } from './public-event.repository.js';
import { MOST_COUNTED, type PublicFilter } from './public-filter.js';
import type { DroppedItem } from '../weather/reduction/reduction.rules.js';

/** What a public list asks for. Events still running at `from` are in; `to` is the first instant that is not. */
export interface PublicEventWish {
  from?: Date;
  to?: Date;
  /** What is over, latest first, in place of what comes. */
  past?: boolean;
  areaSlug?: string;
  organisationSlug?: string;
  field?: ActivityField;
  /** Code of an initiative of the ward's plan. */
  initiative?: string;
  audience?: Audience;
  /** Only where somebody can come now. */
  free?: boolean;
  /** Only what costs nothing. */
  gratis?: boolean;
  q?: string;
  page?: number;
}

/** 延期 with its reason, 予定どおり開催, or 縮小 with what is off: then `moved` says why it had been put off to this day, where it was. */
export interface PublicDecision {
  kind: 'postponed' | 'held' | 'reduced';
  reason: string | null;
  decidedAt: string;
  /** What of the programme is off. */
  dropped: readonly DroppedItem[];
  moved: { reason: string | null } | null;
}

/** What everybody may see: approved and published, shown as it was approved. */
@Injectable()
export class PublicEvents {
  constructor(
    private readonly events: PublicEventRepository,
    private readonly areas: Areas,
    private readonly organisations: Organisations,
    private readonly addresses: EventAddresses,
    private readonly clock: Clock,
    private readonly decisions: DayDecisionRepository,
  ) {}

  /** Soonest first, 50 a page; cancelled ones stay in. Of a search that finds more than MOST_COUNTED, so many and `more`. Past the last page, the last one: a list becomes shorter while it is turned. Without `from` it begins now. Five statements at most, for any number of events. */
  async list(tx: Tx, wish: PublicEventWish): Promise<PublicEventPage> {
    const nothing = { items: [], total: 0, more: false, page: 1, pageSize: PUBLIC_PAGE_SIZE };
    const filter = await this.filterOf(tx, wish);
    if (filter === null) return nothing;
    const counted = await this.events.count(tx, filter);
    const more = filter.words !== null && counted > MOST_COUNTED;
    const total = more ? MOST_COUNTED : counted;
    const page = pageShown(wish.page ?? 1, total, PUBLIC_PAGE_SIZE);
    const found = await this.events.page(tx, filter, { skip: (page - 1) * PUBLIC_PAGE_SIZE, take: PUBLIC_PAGE_SIZE }, more);
    const counters = await this.counters(tx, found);
    return { ...nothing, items: found.map((row) => toPublicLine(row, counters, filter.now)), total, more, page };
  }

  /** All that a wish finds, `most` of them, each as on its page; for feeds. Four statements at most. */
  async whole(tx: Tx, wish: PublicEventWish, most: number): Promise<PublicEvent[]> {
    const filter = await this.filterOf(tx, wish);
    if (filter === null) return [];
    const found = await this.events.page(tx, { ...filter, eachDate: true }, { skip: 0, take: most });
    const counters = await this.counters(tx, found);
    return found.map((row) => toPublicEvent(row, counters, filter.now));
  }

  /** The initiatives of the ward's plan, and whether events of each come. One statement. */
  initiatives(tx: Tx): Promise<NamedInitiative[]> {
    return this.events.initiatives(tx, this.clock.now());
  }

  /** How many a wish finds; of a search, one more than MOST_COUNTED at most. */
  async count(tx: Tx, wish: PublicEventWish): Promise<number> {
    const filter = await this.filterOf(tx, wish);
    return filter === null ? 0 : this.events.count(tx, filter);
  }

  /** The page of an event. Refuses `event.not-found` (404) for everything that was never public, and for what is for invited people without the token of their link. */
  async bySlug(tx: Tx, address: string): Promise<PublicEvent> {
    const { slug, token } = partsOf(address);
    const row = await this.events.bySlug(tx, slug);
    return this.shown(tx, row && this.addresses.opens(addressed(row), token) ? row : null);
  }

  /** That its page is there to be opened by this address, and how it stands; for what lies beside the page. One statement. Refuses like {@link bySlug}. */
  async standing(tx: Tx, address: string): Promise<{ id: string; state: EventState }> {
    const { slug, token } = partsOf(address);
    const row = await this.events.standing(tx, slug);
    return row && this.addresses.opens(addressed(row), token) ? { id: row.id, state: row.state } : refuse('event.not-found', { status: 404 });
  }

  /** The same by the code on a poster, in whatever case it was typed. */
  async byShortCode(tx: Tx, code: string): Promise<PublicEvent> {
    return this.shown(tx, await this.events.byShortCode(tx, code.trim().toLowerCase()));
  }

  /** The same by id, for who was let in already: by their ticket, or because they run it. Its slug is then the address that opens it. */
  async byId(tx: Tx, id: string): Promise<PublicEvent> {
    return this.shown(tx, await this.events.byId(tx, id));
  }

  /** The dates of a series that end after `from`, each as on its page; at most two statements. */
  async ofSeries(tx: Tx, seriesId: string, from: Date, most: number): Promise<PublicEvent[]> {
    const found = await this.events.ofSeries(tx, seriesId, from, most);
    const counters = await this.counters(tx, found);
    return found.map((row) => toPublicEvent(row, counters, this.clock.now()));
  }

  /** For lines of a list: when their series goes on after them, `most` dates of each, by event; nothing for what is over. One statement, none where nothing repeats. */
  async nextDates(tx: Tx, lines: readonly PublicEventLine[], most: number): Promise<Map<string, string[]>> {
    const ids = lines.filter(({ seriesId }) => seriesId !== null).map(({ id }) => id);
    const dates = new Map<string, string[]>();
    for (const { id, startsAt } of ids.length === 0 ? [] : await this.events.nextDates(tx, ids, this.clock.now(), most)) dates.set(id, [...(dates.get(id) ?? []), startsAt]);
    return dates;
  }

  /** Day and place that an event had before they were changed, until it is over; null where nothing was. One statement. */
  async earlier(tx: Tx, id: string): Promise<Earlier | null> {
    const [now, ...before] = await this.events.whenAndWhere(tx, id, this.clock.now());
    const earlier = now ? earlierOf(now, before) : null;
    return earlier?.when || earlier?.where ? earlier : null;
  }

  /** From what the place of an event is no refuge, by the ward's list; nothing where the list says nothing of it. */
  unfitFor(tx: Tx, id: string): Promise<Hazard[]> {
    return this.events.unfitFor(tx, id);
  }

  /** How many came and what was cleaned, once the ward has taken the report; null before that, and of what is for invited people. */
  figures(tx: Tx, id: string): Promise<Figures | null> {
    return this.events.figures(tx, id);
  }

  /** What was decided about the day of a public event, before it begins; null where nothing was, or where it was called off. */
  async decided(tx: Tx, id: string): Promise<PublicDecision | null> {
    const decision = await this.decisions.latest(tx, id);
    if (!decision || decision.kind === 'cancelled') return null;
    // Held or reduced was said of a day that it is not on any more.
    if (decision.kind !== 'postponed' && !(await this.decisions.heldOf(tx, [id])).has(id)) return null;
    const { kind, reason, decidedAt, dropped } = decision;
    const moved = kind !== 'postponed' ? await this.decisions.latestPostponement(tx, id) : null;
    return { kind, reason, decidedAt: decidedAt.toISOString(), dropped: dropped ?? [], moved: moved && { reason: moved.reason } };
  }

  /** Of which of these it was said that they take place on the day that they have, as planned or in a smaller form: nothing is left to decide. */
  settled(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.decisions.heldOf(tx, ids);
  }

  /** Which of these take place in a smaller form on the day that they have. */
  async reduced(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await reducedOf(tx, ids);
    return new Set([...found].flatMap(([id, { isWhole }]) => (isWhole ? [] : [id])));
  }

  private async shown(tx: Tx, row: PublicRow | null): Promise<PublicEvent> {
    if (!row) return refuse('event.not-found', { status: 404 });
    return toPublicEvent({ ...row, slug: this.addresses.of(addressed(row)) }, await this.counters(tx, [row]), this.clock.now());
  }

  /** Null where nothing can be found: an area or host that there is not, words without a letter. */
  private async filterOf(tx: Tx, wish: PublicEventWish): Promise<PublicFilter | null> {
    const area = wish.areaSlug ? await this.areas.bySlug(tx, wish.areaSlug) : undefined;
    const organisation = wish.organisationSlug ? await this.organisations.bySlug(tx, wish.organisationSlug) : undefined;
    const words = wish.q?.trim() ? searchWords(wish.q) : null;
    if (area === null || organisation === null || words?.length === 0) return null;
    const now = this.clock.now();
    const past = wish.past ?? false;
    return {
      now,
      from: wish.from ?? (past ? new Date(0) : now),
      to: wish.to ?? null,
      past,
      areaId: area?.id ?? null,
      organisationId: organisation?.id ?? null,
      field: wish.field ?? null,
      initiative: wish.initiative ?? null,
      audience: wish.audience ?? null,
      free: wish.free ?? false,
      gratis: wish.gratis ?? false,
      // A list of what comes tells of each series once; who asks for certain days, for places or for what is over is told of each date.
      eachDate: past || wish.to !== undefined || (wish.free ?? false),
      words,
    };
  }

  private async counters(tx: Tx, found: readonly PublicRow[]) {
    const ids = found.map((row) => row.id);
    return new Map((await this.events.counters(tx, ids)).map((row) => [row.id, row]));
  }
}

function addressed({ id, slug, visibility, invitation_round: invitationRound }: Pick<PublicRow, 'id' | 'slug' | 'visibility' | 'invitation_round'>): Addressed {
  return { id, slug, visibility, invitationRound };
}
