import { Injectable } from '@nestjs/common';
import { EventDrafts, EventPublications, type CreateEventRequest } from '@yoriai/events';
import { Clock, addDays, atJst, jstDate, type DateOnly } from '@yoriai/platform';
import { DemoDecisions } from './demo-decisions.js';
import { dayOf, repeatsOf } from './demo-event.js';
import type { DemoEvent } from './events.js';
import { Afterwards } from './afterwards.js';
import type { Players } from './players.js';
import { WARD_OFFICERS, WARD_ORGANISATIONS } from './neighbourhoods.js';
import { SeedClock } from './seed-clock.js';
import { isOver, isPublic, type StagedEvent } from './staged-event.js';
import { venuesNamedIn } from './venues.js';
import { Visitors } from './visitors.js';

/** Walks events through their lives, each step at the time it would have been taken. */
@Injectable()
export class DemoEvents {
  constructor(
    private readonly clock: Clock,
    private readonly drafts: EventDrafts,
    private readonly decisions: DemoDecisions,
    private readonly publications: EventPublications,
    private readonly afterwards: Afterwards,
    private readonly visitors: Visitors,
  ) {}

  /** Brings one event to the state that the table names; what is called off or put off, `CallingOff` decides. */
  async stage(event: DemoEvent, players: Players): Promise<StagedEvent> {
    const staged = await this.begin(event, players);
    await this.afterwards.settle();
    await this.come(staged);
    await this.receive(staged);
    await this.afterwards.settle();
    if (isOver(staged)) await this.afterwards.end(staged);
    await this.report(staged);
    const clock = this.clock as SeedClock;
    clock.set(clock.today);
    return staged;
  }

  /** From the first draft to the publication, or to where it stopped before. */
  async begin(event: DemoEvent, players: Players): Promise<StagedEvent> {
    const clock = this.clock as SeedClock;
    const today = jstDate(clock.today);
    const day = dayOf(event, today);
    const soon = day < addDays(today, 21);
    const begun = addDays(soon ? day : today, soon ? -40 : -10);
    const at = (days: number, time: string): void => clock.set(atJst(addDays(begun, days), time));
    const { host } = players;

    at(0, '10:00');
    const { id } = await this.drafts.create(host, draftOf(event, day, players.organisationId));
    const staged = { id, event, day, begun, players };
    if (event.state === 'draft') return staged;

    at(2, '20:10');
    const handedIn = await this.decisions.handIn(event, id, players);
    if (event.state === 'submitted') return staged;

    at(4, '11:00');
    await this.decisions.decide(event, handedIn, players, today);
    for (const { organisationId, leader } of players.coHosts) await this.decisions.holdTogether(id, { host, organisationId, leader });
    if (!isPublic(staged)) return staged;

    at(5, '09:00');
    await this.publications.publish(host, id);
    return staged;
  }

  /** Neighbours apply and volunteers take shifts; the shifts are open once the publication has settled. */
  async come(staged: StagedEvent): Promise<void> {
    if (isPublic(staged)) await this.visitors.come(staged.id, staged.event, staged.day, addDays(staged.begun, 6), staged.players);
  }

  /** Those who come to what takes place are received. */
  async receive(staged: StagedEvent): Promise<void> {
    if (isOver(staged)) await this.visitors.checkIn(staged.id, staged.event, staged.day, staged.players.host);
  }

  /** What is over is reported and closed, once its end has come. */
  async report(staged: StagedEvent): Promise<void> {
    if (isOver(staged)) await this.afterwards.report(staged);
  }
}

function draftOf(event: DemoEvent, day: DateOnly, organisationId: string): CreateEventRequest {
  const time = (clockTime: string): string => atJst(day, clockTime).toISOString();
  const host = WARD_ORGANISATIONS.find((one) => one.key === event.host);
  const chair = WARD_OFFICERS.find((one) => one.organisation === event.host && one.role === 'leader');
  const outdoors = event.rain !== 'indoors' && event.rain !== 'go-ahead';
  return {
    organisationId,
    title: event.title,
    kana: event.kana,
    summary: event.summary,
    field: event.field,
    category: event.category,
    initiative: event.initiative ?? null,
    placeName: event.place,
    placeAddress: event.address,
    startsAt: time(event.from),
    endsAt: time(event.to),
    rainPolicy: event.rain,
    rainDecisionAt: outdoors ? atJst(addDays(day, -1), '17:00').toISOString() : null,
    rainDecider: outdoors ? '会長' : null,
    rainDate: event.rainDays ? { startsAt: atJst(addDays(day, event.rainDays), event.from).toISOString(), endsAt: atJst(addDays(day, event.rainDays), event.to).toISOString() } : null,
    heatLimit: event.heat ?? null,
    totalPlaces: event.beside?.[3] ?? null,
    visibility: event.shownTo ?? null,
    audienceText: event.audience ?? 'どなたでも',
    feeText: '無料',
    bringText: event.bring ?? null,
    materials: event.materials ?? null,
    ...event.words,
    careText: event.care ?? null,
    contactName: chair ? `${chair.title} ${chair.name}` : '市民協働課',
    contactPhone: host?.phone ?? null,
    contactHours: '9時から19時',
    food: event.food ?? false,
    fire: event.fire ?? false,
    uses: event.uses ?? null,
    venues: venuesNamedIn(event.place),
    frames: event.frame
      ? [
          {
            ...{ name: event.frame[0], capacity: event.frame[1], perApplicationMax: event.frame[2], closesAt: atJst(addDays(day, -(event.lottery ?? (event.chosen ? 4 : 1))), '17:00').toISOString() },
            ...(event.lottery && { method: 'lottery' as const }),
            ...(event.chosen && { method: 'chosen' as const, answersBy: addDays(day, -3) }),
            ...(event.names && { companions: 'names' as const }),
            ...((event.ages || event.photos) && { asks: { ages: event.ages ?? null, photos: event.photos ?? false, questions: event.questions ?? [], needs: event.needs ?? [], guardian: event.guardian ?? false, ...(event.guardian && { perAdult: 5 }) } }),
            ...(event.whoFits && { queue: 'who-fits' as const }),
          },
          ...(event.beside ? [{ name: event.beside[0], capacity: event.beside[1], perApplicationMax: event.beside[2] }] : []),
          ...(event.second ? [{ name: event.second.frame[0], capacity: event.second.frame[1], perApplicationMax: event.second.frame[2], method: 'lottery' as const, closesAt: atJst(addDays(day, -event.second.lottery), '17:00').toISOString() }] : []),
          ...(event.nameless ? [{ name: event.nameless, method: 'open' as const }] : []),
          ...(event.groups ? [{ kind: 'group' as const, name: event.groups[0], capacity: event.groups[1], perApplicationMax: event.groups[2] }] : []),
        ]
      : [],
    programme: (event.programme ?? []).map(([kind, title, start, end, place, performer]) => ({ ...{ kind, title, start, end, place, performer }, day: 0, note: null })),
    repeats: repeatsOf(event, day),
    duties: (event.duties ?? []).map(([duty, from, to, people]) => ({ duty, startsAt: time(from), endsAt: time(to), people })),
  };
}
