import { Injectable } from '@nestjs/common';
import { EventApprovals, EventDrafts, EventPublications, type CreateEventRequest } from '@yoriai/events';
import { Clock, addDays, atJst, jstDate, weekday, type DateOnly } from '@yoriai/platform';
import type { DemoEvent, DemoState } from './events.js';
import { Afterwards } from './afterwards.js';
import type { Players } from './players.js';
import { WARD_OFFICERS, WARD_ORGANISATIONS } from './neighbourhoods.js';
import { SeedClock } from './seed-clock.js';
import { Visitors } from './visitors.js';

/** An event that has come as far as it should. */
export interface StagedEvent {
  id: string;
  state: DemoState;
}

/** Walks an event through its life, each step at the time it would have been taken. */
@Injectable()
export class DemoEvents {
  constructor(
    private readonly clock: Clock,
    private readonly drafts: EventDrafts,
    private readonly approvals: EventApprovals,
    private readonly publications: EventPublications,
    private readonly afterwards: Afterwards,
    private readonly visitors: Visitors,
  ) {}

  /** Brings one event to the state that the table names. */
  async stage(event: DemoEvent, players: Players): Promise<StagedEvent> {
    const clock = this.clock as SeedClock;
    const today = jstDate(clock.today);
    const day = dayOf(event, today);
    const begun = addDays(event.day < 21 ? day : today, event.day < 21 ? -40 : -10);
    const at = (days: number, time: string): void => clock.set(atJst(addDays(begun, days), time));
    const { host, staff, approver } = players;

    at(0, '10:00');
    const { id } = await this.drafts.create(host, draftOf(event, day, players.organisationId));
    if (event.state === 'draft') return this.back(clock, id, event.state);

    at(2, '20:10');
    await this.approvals.submit(host, id);
    if (event.state === 'submitted') return this.back(clock, id, event.state);

    at(4, '11:00');
    if (event.state === 'returned') await this.approvals.return(staff, id, { reason: event.reason ?? '', revision: 1 });
    else if (event.state === 'rejected') await this.approvals.reject(approver, id, { reason: event.reason ?? '', revision: 1 });
    else await this.approvals.approve(approver, id, { revision: 1 });
    if (['returned', 'rejected', 'approved'].includes(event.state)) return this.back(clock, id, event.state);

    at(5, '09:00');
    await this.publications.publish(host, id);
    await this.afterwards.settle();
    await this.visitors.come(id, event, day, addDays(begun, 6), players);
    if (event.state === 'published') return this.back(clock, id, event.state);
    if (event.state === 'cancelled') {
      clock.set(atJst(addDays(today, -1), '17:30'));
      await this.publications.cancel(host, id, event.reason ?? '');
      return this.back(clock, id, event.state);
    }
    await this.afterwards.finish(id, event, day, players);
    return this.back(clock, id, event.state);
  }

  private async back(clock: SeedClock, id: string, state: DemoState): Promise<StagedEvent> {
    await this.afterwards.settle();
    clock.set(clock.today);
    return { id, state };
  }
}

/** The event's day, on its weekday if it has one. */
function dayOf({ day, on }: DemoEvent, today: DateOnly): DateOnly {
  const from = addDays(today, day);
  return on === undefined ? from : addDays(from, (on - weekday(from) + 7) % 7);
}

function draftOf(event: DemoEvent, day: DateOnly, organisationId: string): CreateEventRequest {
  const time = (clockTime: string): string => atJst(day, clockTime).toISOString();
  const host = WARD_ORGANISATIONS.find((one) => one.key === event.host);
  const chair = WARD_OFFICERS.find((one) => one.organisation === event.host && one.role === 'leader');
  const outdoors = event.rain === 'cancelled' || event.rain === 'postponed';
  return {
    organisationId,
    title: event.title,
    kana: event.kana,
    summary: event.summary,
    field: event.field,
    category: event.category,
    placeName: event.place,
    placeAddress: event.address,
    startsAt: time(event.from),
    endsAt: time(event.to),
    rainPolicy: event.rain,
    rainDecisionAt: outdoors ? atJst(addDays(day, -1), '17:00').toISOString() : null,
    audienceText: event.audience ?? 'どなたでも',
    feeText: '無料',
    bringText: event.bring ?? null,
    careText: event.care ?? null,
    contactName: chair ? `${chair.title} ${chair.name}` : null,
    contactPhone: host?.phone ?? null,
    contactHours: '9時から19時',
    food: event.food ?? false,
    fire: event.fire ?? false,
    frames: event.frame
      ? [{ name: event.frame[0], capacity: event.frame[1], perApplicationMax: event.frame[2], closesAt: atJst(addDays(day, -1), '17:00').toISOString() }]
      : [],
    duties: (event.duties ?? []).map(([duty, from, to, people]) => ({ duty, startsAt: time(from), endsAt: time(to), people })),
  };
}
