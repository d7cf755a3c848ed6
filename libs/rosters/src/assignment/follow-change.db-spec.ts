import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@yoriai/platform';
import { announce, testApp, Town, type TestApp, type TownDuty } from '@yoriai/testing';
import { RostersWorkerModule } from '../rosters.worker.js';
import { Shifts } from '../shift/shift.service.js';
import { actorOf, aPublishedEvent, askAboutPictures, duty } from '../testing/duties.js';
import { Assignments } from './assignment.service.js';
import { DutyPhotos } from './duty-photos.service.js';
import { PostponedDuties } from './postponed-duties.js';

let app: TestApp;
let town: Town;

beforeAll(async () => {
  app = await testApp({ imports: [RostersWorkerModule] });
  town = new Town(app);
});
afterAll(() => app.close());

const shifts = async (eventId: string) =>
  (await app.tx((tx) => app.get(Shifts).ofEvent(tx, eventId))).map(({ duty: name, startsAt, capacity, free, state }) => [name, startsAt.slice(11, 16), capacity, free, state]);

/** The ward approved another plan: it is the public revision, and the message is out. */
async function approveChange(eventId: string, duties: readonly TownDuty[], revision = 2): Promise<void> {
  const planned = duties.map((each) => ({ place: null, note: null, ...each }));
  await app.database.asOwner(
    `insert into events.event_revision (event_id, number, kind, snapshot, search_text, actor_person_id, at)
     select event_id, $3, 'submission', snapshot || jsonb_build_object('duties', $2::jsonb), search_text, actor_person_id, at from events.event_revision where event_id = $1 and number = 1`,
    [eventId, JSON.stringify(planned), revision],
  );
  await app.database.asOwner('update events.event set public_revision = $2 where id = $1', [eventId, revision]);
  for (let time = 0; time < 2; time += 1) {
    await app.tx((tx) => announce(tx, app.clock, 'events.event-changed', { eventId, revision, before: revision - 1 }));
    await app.deliver();
  }
}

/** A revision of the event with these duties; nothing says yet that it is the public one. */
const revised = (eventId: string, number: number, duties: readonly object[]) =>
  app.database.asOwner(
    `insert into events.event_revision (event_id, number, kind, snapshot, search_text, actor_person_id, at)
     select event_id, $3, 'minor', snapshot || jsonb_build_object('duties', $2::jsonb), search_text, actor_person_id, at from events.event_revision where event_id = $1 and number = 1`,
    [eventId, JSON.stringify(duties), number],
  );

/** The decision that the event was put off by that revision. */
async function decidedToPutOff(eventId: string, revision: number): Promise<string> {
  const decisionId = newId();
  await app.database.asOwner(
    `insert into events.day_decision (id, event_id, kind, cause, reason, was_starts_at, revision, decided_by, decided_at)
     select $2, event_id, 'postponed', 'rain', '雨', at, $3, actor_person_id, at from events.event_revision where event_id = $1 and number = 1`,
    [eventId, decisionId, revision],
  );
  return decisionId;
}

/** The duty a week later. */
const late = (note: string | null = null): object => ({ ...duty('受付', 4), place: null, note, startsAt: '2026-12-06T12:00:00+09:00', endsAt: '2026-12-06T14:00:00+09:00' });

describe('an approved change of the plan', () => {
  it('moves, closes, lowers and opens shifts; who stood on a moved or closed one is off it, the others stay', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4), duty('会場整理', 6), duty('救護', 2), duty('片づけ', 3));
    const taken = new Map<string, string>();
    for (const name of ['受付', '会場整理', '救護', '片づけ']) {
      const { id } = await app.get(Assignments).take(actorOf(await town.person()), event.shiftOf(name));
      taken.set(id, name);
    }
    await approveChange(event.id, [duty('受付', 4, '10:00', '11:00'), duty('会場整理', 1), duty('片づけ', 3), duty('案内', 2)]);

    expect(await shifts(event.id)).toEqual([
      ['受付', '01:00', 4, 4, 'open'],
      ['会場整理', '03:00', 1, 0, 'open'],
      // Closed, it keeps its place among the others.
      ['救護', '03:00', 2, 0, 'cancelled'],
      ['片づけ', '03:00', 3, 2, 'open'],
      ['案内', '03:00', 2, 2, 'open'],
    ]);
    const after = await app.tx((tx) => app.get(Assignments).ofEvent(tx, event.id));
    expect(Object.fromEntries(after.map(({ id, status, endedReason }) => [taken.get(id), [status, endedReason]]))).toEqual({
      受付: ['cancelled_by_host', 'event-changed'],
      救護: ['cancelled_by_host', 'event-changed'],
      会場整理: ['confirmed', null],
      片づけ: ['confirmed', null],
    });
    // Who is off it hears of the time they had said yes to, not of the new one.
    const moved = after.find(({ id }) => taken.get(id) === '受付');
    expect([moved?.startsAt, moved?.endsAt]).toEqual([new Date('2026-11-29T12:00:00+09:00'), new Date('2026-11-29T14:00:00+09:00')]);
    const told = (await app.outbox()).filter(({ message, payload }) => message === 'rosters.assignment-cancelled' && payload['eventId'] === event.id);
    expect(told).toHaveLength(2);
  });

  it('takes nobody off a duty that has begun', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4), duty('救護', 2), duty('片づけ', 3, '15:00', '16:00'));
    const taken = new Map<string, string>();
    for (const name of ['受付', '救護', '片づけ']) taken.set((await app.get(Assignments).take(actorOf(await town.person()), event.shiftOf(name))).id, name);
    const before = app.clock.now();
    app.clock.set('2026-11-29T12:00:00+09:00');
    await approveChange(event.id, [duty('受付', 4, '12:00', '15:00'), duty('片づけ', 3, '15:30', '16:30')]);
    const after = await app.tx((tx) => app.get(Assignments).ofEvent(tx, event.id));
    app.clock.set(before);
    expect(Object.fromEntries(after.map(({ id, status }) => [taken.get(id), status]))).toEqual({ 受付: 'confirmed', 救護: 'confirmed', 片づけ: 'cancelled_by_host' });
  });

  it('leaves who is off a duty its old words, also who gave it back before', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4));
    const early = actorOf(await town.person());
    await app.get(Assignments).cancel(early, (await app.get(Assignments).take(early, event.shiftOf('受付'))).id);
    await app.get(Assignments).take(actorOf(await town.person()), event.shiftOf('受付'));
    await approveChange(event.id, [{ ...duty('受付', 4, '10:00', '11:00'), duty: '朝の受付', place: '東の門', note: '名ふだを' }]);
    await app.get(Assignments).take(early, event.shiftOf('受付'));
    const after = await app.tx((tx) => app.get(Assignments).ofEvent(tx, event.id));
    const said = after.map(({ status, duty: name, place, note, startsAt }) => [status, name, place, note, startsAt.toISOString().slice(11, 16)]);
    expect(said.sort()).toEqual([
      ['cancelled_by_host', '受付', '', '', '03:00'],
      ['cancelled_by_volunteer', '受付', '', '', '03:00'],
      ['confirmed', '朝の受付', '東の門', '名ふだを', '01:00'],
    ]);
  });

  it('whose end alone is moved holds for who is on duty, unless they are promised elsewhere by then, or have gone home', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4), duty('朝', 4, '09:00', '10:00'), duty('片づけ', 3, '14:00', '15:00'));
    const hours = async (personId: string) => (await app.get(Assignments).mine(actorOf(personId))).items.map(({ startsAt, endsAt }) => `${startsAt.slice(11, 16)}–${endsAt.slice(11, 16)}`);
    const [stays, leaves, gone] = [await town.person(), await town.person(), await town.person()];
    await app.get(Assignments).take(actorOf(stays), event.shiftOf('受付'));
    for (const name of ['受付', '片づけ']) await app.get(Assignments).take(actorOf(leaves), event.shiftOf(name));
    await app.get(Assignments).take(actorOf(gone), event.shiftOf('朝'));
    const before = app.clock.now();
    app.clock.set('2026-11-29T13:00:00+09:00');
    await approveChange(event.id, [duty('受付', 4, '12:00', '14:30'), duty('朝', 4, '09:00', '11:00'), duty('片づけ', 3, '14:00', '15:00')]);
    app.clock.set(before);
    expect([await hours(stays), await hours(leaves), await hours(gone)]).toEqual([['03:00–05:30'], ['05:00–06:00', '03:00–05:00'], ['00:00–01:00']]);
  });

  it('whose end alone is moved is another duty too, as long as it has not begun', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4));
    await app.get(Assignments).take(actorOf(await town.person()), event.shiftOf('受付'));
    await approveChange(event.id, [duty('受付', 4, '12:00', '14:30')]);
    const [after] = await app.tx((tx) => app.get(Assignments).ofEvent(tx, event.id));
    expect(after).toMatchObject({ status: 'cancelled_by_host', endedReason: 'event-changed' });
  });

  it('heard only after the event was put off lets nobody go but from what is gone: the others go along', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4), duty('救護', 2));
    for (const name of ['受付', '救護']) await app.get(Assignments).take(actorOf(await town.person()), event.shiftOf(name));
    await revised(event.id, 3, [late()]);
    const decisionId = await decidedToPutOff(event.id, 3);
    await app.database.asOwner('update events.event set public_revision = 3 where id = $1', [event.id]);
    await app.tx((tx) => announce(tx, app.clock, 'events.event-changed', { eventId: event.id, revision: 2, before: 1 }));
    await app.deliver();
    await app.tx((tx) => announce(tx, app.clock, 'events.event-postponed', { eventId: event.id, revision: 3, before: 2, decisionId }));
    await app.deliver();
    const after = await app.tx((tx) => app.get(Assignments).ofEvent(tx, event.id));
    expect(after.map(({ duty: name, status, startsAt }) => [name, status, startsAt.toISOString()]).sort()).toEqual([
      ['受付', 'confirmed', '2026-12-06T03:00:00.000Z'],
      ['救護', 'cancelled_by_host', '2026-11-29T03:00:00.000Z'],
    ]);
  });

  it('heard before the postponement that stands before it lets nobody go for the day that moved', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4));
    await app.get(Assignments).take(actorOf(await town.person()), event.shiftOf('受付'));
    for (const [number, note] of [[2, null], [3, '名ふだを']] as const) await revised(event.id, number, [late(note)]);
    const decisionId = await decidedToPutOff(event.id, 2);
    await app.database.asOwner('update events.event set public_revision = 3 where id = $1', [event.id]);
    await app.tx((tx) => announce(tx, app.clock, 'events.event-changed', { eventId: event.id, revision: 3, before: 2 }));
    await app.deliver();
    await app.tx((tx) => announce(tx, app.clock, 'events.event-postponed', { eventId: event.id, revision: 2, before: 1, decisionId }));
    await app.deliver();
    const after = await app.tx((tx) => app.get(Assignments).ofEvent(tx, event.id));
    expect(after.map(({ status, startsAt, note }) => [status, startsAt.toISOString(), note])).toEqual([['confirmed', '2026-12-06T03:00:00.000Z', '名ふだを']]);
    // From now on a change is one like any other.
    await approveChange(event.id, [{ ...duty('受付', 4), startsAt: '2026-12-06T15:00:00+09:00', endsAt: '2026-12-06T16:00:00+09:00' }], 4);
    expect((await app.tx((tx) => app.get(Assignments).ofEvent(tx, event.id))).map(({ status }) => status)).toEqual(['cancelled_by_host']);
  });

  it('by which the event is put off keeps what was said about pictures, with who goes along', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4));
    await askAboutPictures(app, event.id);
    const [fine, no] = [actorOf(await town.person()), actorOf(await town.person())];
    for (const [who, may] of [[fine, true], [no, false]] as const) await app.get(DutyPhotos).say(who, (await app.get(Assignments).take(who, event.shiftOf('受付'))).id, may);
    await revised(event.id, 2, [late()]);
    const decisionId = await decidedToPutOff(event.id, 2);
    await app.database.asOwner('update events.event set public_revision = 2 where id = $1', [event.id]);
    await app.tx((tx) => app.get(PostponedDuties).follow(tx, { eventId: event.id, revision: 2, before: 1, decisionId }));
    const after = await app.tx((tx) => app.get(Assignments).ofEvent(tx, event.id));
    expect(after.map(({ personId, startsAt }) => [personId, startsAt.toISOString()])).toEqual([fine, no].map(({ personId }) => [personId, '2026-12-06T03:00:00.000Z']));
    for (const [who, photos] of [[fine, 'yes'], [no, 'no']] as const) {
      const { items } = await app.get(Assignments).mine(who);
      expect(await app.get(DutyPhotos).told(who, items[0]!.id)).toEqual({ photos, open: true });
    }
  });

  it('opens a duty again that comes back', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4), duty('救護', 2));
    await approveChange(event.id, [duty('受付', 4)]);
    expect(await shifts(event.id)).toContainEqual(['救護', '03:00', 2, 0, 'cancelled']);
    await approveChange(event.id, [duty('受付', 4), duty('救護', 2)], 3);
    expect(await shifts(event.id)).toContainEqual(['救護', '03:00', 2, 2, 'open']);
  });

  it('opens nothing of an event that was called off meanwhile', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4));
    await app.database.asOwner(`update events.event set state = 'cancelled' where id = $1`, [event.id]);
    await app.tx((tx) => app.get(Assignments).releaseEvent(tx, event.id));
    await approveChange(event.id, [duty('受付', 4), duty('案内', 2)]);
    expect(await shifts(event.id)).toEqual([['受付', '03:00', 4, 0, 'cancelled']]);
  });

  it('lowers no shift under the people on it', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4));
    for (let index = 0; index < 3; index += 1) await app.get(Assignments).take(actorOf(await town.person()), event.shiftOf('受付'));
    await approveChange(event.id, [duty('受付', 1)]);
    expect(await shifts(event.id)).toEqual([['受付', '03:00', 3, 0, 'open']]);
  });
});
