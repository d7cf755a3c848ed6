import { Actor, type Role } from '@yoriai/associations';
import { newId } from '@yoriai/platform';
import { announce, Town, type TestApp, type TownDuty } from '@yoriai/testing';
import type { DutyLine } from '../shift/duty-list.dto.js';
import { DUTY_PAGE_SIZE, DutyList } from '../shift/duty-list.service.js';
import { Shifts } from '../shift/shift.service.js';

/** A duty in the plan of an event on Sunday 29 November 2026, with a number of places. */
export const duty = (key: string, people: number, from = '12:00', until = '14:00'): TownDuty => ({
  key,
  duty: key,
  people,
  startsAt: `2026-11-29T${from}:00+09:00`,
  endsAt: `2026-11-29T${until}:00+09:00`,
});

/** Somebody signed in; with a term where an organisation is given. */
export const actorOf = (personId: string, organisationId?: string, role: Role = 'leader', areaId: string | null = null): Actor =>
  new Actor({
    personId,
    accountId: newId(),
    sessionId: newId(),
    name: '人',
    grants: organisationId ? [{ termId: newId(), organisationId, areaId, role }] : [],
  });

/** A published event whose shifts have opened. */
export async function aPublishedEvent(app: TestApp, ...duties: TownDuty[]) {
  const event = await new Town(app).event({ duties, startsAt: '2026-11-29T13:00:00+09:00', endsAt: '2026-11-29T16:00:00+09:00' });
  await app.tx((tx) => announce(tx, app.clock, 'events.event-published', { eventId: event.id, revision: 1 }));
  await app.deliver();
  const made = await app.tx((tx) => app.get(Shifts).ofEvent(tx, event.id));
  return { ...event, shiftOf: (key: string) => made.find((shift) => shift.duty === key)!.id };
}

/** The rows of 入れる当番 that are of this event, whatever else is free in the town. */
export async function freeAt(app: TestApp, who: Actor | null, eventId: string): Promise<DutyLine[]> {
  const pages = async (page: number): Promise<DutyLine[]> => {
    const { items, total } = await app.tx((tx) => app.get(DutyList).page(tx, who, {}, page));
    return total > page * DUTY_PAGE_SIZE ? [...items, ...(await pages(page + 1))] : items;
  };
  return (await pages(1)).filter(({ dates }) => dates[0].eventSlug === `R8-${eventId}`);
}

/** The host asks those who come to the event whether pictures of them may be shown. */
export async function askAboutPictures(app: TestApp, eventId: string): Promise<void> {
  await app.database.asOwner(
    `insert into events.frame (id, event_id, sort, kind, name, method, capacity, per_application_max, asks) values ($1, $2, 0, 'participant', '一般参加', 'first-come', 20, 4, '{"photos": true}')`,
    [newId(), eventId],
  );
}

/** How a refusal looks from outside. */
export const code = (refusal: string, status = 409) => ({ code: refusal, status });
