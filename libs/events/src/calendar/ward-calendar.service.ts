import { Injectable } from '@nestjs/common';
import { Organisations, type Actor, type OrganisationSummary } from '@yoriai/associations';
import { Db, addDays, atJst, refuse, type Tx } from '@yoriai/platform';
import { EventLoader } from '../event/event-loader.js';
import { withSnapshot } from '../revision/snapshot.js';
import { holidaysOf } from './month.rules.js';
import type { CalendarEvent, EventsBeside, WardCalendar } from './ward-calendar.dto.js';
import { WardCalendarRepository, type CalendarRow } from './ward-calendar.repository.js';

const MOST_EVENTS = 1000;
const MOST_CLASHES = 200;
const MOST_BESIDE = 50;

/** The ward's calendar (区の予定表): a month of everything, and what may be in each other's way. For the ward office. */
@Injectable()
export class WardCalendars {
  constructor(
    private readonly db: Db,
    private readonly organisations: Organisations,
    private readonly loader: EventLoader,
    private readonly calendar: WardCalendarRepository,
  ) {}

  /** A month. Three statements, whatever its number of events. Refuses `event.staff-only` (403). */
  month(actor: Actor, month: string): Promise<WardCalendar> {
    insistOnStaff(actor);
    const [from, to] = [atJst(`${month}-01`, '00:00'), atJst(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, '00:00')];
    return this.db.read(async (tx) => {
      const events = await this.named(tx, await this.calendar.between(tx, from, to, MOST_EVENTS));
      return { month, holidays: holidaysOf(month), events, clashes: await this.calendar.clashesBetween(tx, from, to, MOST_CLASHES) };
    });
  }

  /** What else is on any day of an event, by the change of it where there is one. Refuses `event.staff-only` (403), `event.not-found` (404). */
  beside(actor: Actor, eventId: string): Promise<EventsBeside> {
    insistOnStaff(actor);
    return this.db.read(async (tx) => {
      const { event } = await this.loader.read(tx, actor, eventId);
      const { id, startsAt, endsAt, areaId, audience, venues, placeName } = event.change ? withSnapshot(event, event.change) : event;
      if (!startsAt || !endsAt) return { items: [] };
      const found = await this.calendar.beside(tx, { id, startsAt, endsAt, areaId, audience, venues, placeName }, MOST_BESIDE);
      const named = await this.named(tx, found);
      return { items: named.map((each, index) => ({ ...each, kind: found[index]!.kind })) };
    });
  }

  private async named(tx: Tx, found: readonly CalendarRow[]): Promise<CalendarEvent[]> {
    const hosts = await this.organisations.byIds(tx, [...new Set(found.map(({ organisationId }) => organisationId))]);
    return found.map((row) => toCalendarEvent(row, hosts.get(row.organisationId)));
  }
}

function toCalendarEvent({ id, title, startsAt, endsAt, placeName, venues, state }: CalendarRow, host: OrganisationSummary | undefined): CalendarEvent {
  return { id, title, placeName, venues, state, organisationName: host?.name ?? '', areaName: host?.areaName ?? null, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

function insistOnStaff(actor: Actor): void {
  if (!actor.isStaff()) refuse('event.staff-only', { status: 403 });
}
