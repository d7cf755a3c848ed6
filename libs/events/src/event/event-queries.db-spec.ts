import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@yoriai/platform';
import { NISHISENBA, statementsOf, testApp, type TestApp } from '@yoriai/testing';
import { aCast, aConcert, anEvent, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { EventDrafts } from './event-draft.service.js';
import { EventQueries } from './event-queries.service.js';
import { EventRepository } from './event.repository.js';
import type { EventListQuery } from './event-list.dto.js';
import type { EventDetail } from './event.dto.js';
import type { EventState } from './event.rules.js';

let app: TestApp;
let cast: Cast;
const events = new Map<EventState, EventDetail>();
const STATES = ['draft', 'submitted', 'returned', 'rejected', 'approved', 'published'] as const;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  for (const state of STATES) events.set(state, await anEvent(app, cast, state, { title: `バラ園コンサート ${state}` }));
});
afterAll(() => app.close());

const list = (actor: Cast['leader'], query: Partial<EventListQuery> = {}) => app.get(EventQueries).list(actor, { scope: 'ward', page: 1, ...query });
const states = async (actor: Cast['leader'], query: Partial<EventListQuery> = {}) => (await list(actor, query)).items.map(({ state }) => state).sort();

describe('who sees which events', () => {
  const all = [...STATES].sort();

  it('officers all of their own', async () => {
    for (const actor of [cast.leader, cast.officer, cast.blockLeader]) expect(await states(actor)).toEqual(all);
  });

  it('members and other associations only what is public', async () => {
    for (const actor of [cast.member, cast.otherLeader]) expect(await states(actor)).toEqual(['published']);
  });

  it('the ward office everything from the submission on', async () => {
    for (const actor of [cast.staff, cast.approver]) expect(await states(actor)).toEqual(all.filter((state) => state !== 'draft'));
  });

  it.each(STATES)('one %s event: seen or 404, as in the list', async (state) => {
    const { id } = events.get(state)!;
    for (const actor of [cast.leader, cast.otherLeader, cast.member, cast.staff]) {
      const listed = (await list(actor)).items.some((line) => line.id === id);
      const detail = app.get(EventQueries).detail(actor, id);
      if (listed) await expect(detail).resolves.toMatchObject({ id, state });
      else await expect(detail).rejects.toMatchObject({ code: 'event.not-found', status: 404 });
    }
  });

  it('what is not public about a public event stays inside', async () => {
    const { id } = events.get('published')!;
    expect(await app.get(EventQueries).detail(cast.otherLeader, id)).toMatchObject({ approval: null, report: null, headcount: null, missing: [] });
    await expect(app.get(EventQueries).history(cast.otherLeader, id)).rejects.toMatchObject({ code: 'event.history-officers-only', status: 403 });
  });
});

describe('a list', () => {
  it('narrows by state, area, words and whose they are', async () => {
    expect(await states(cast.staff, { state: 'submitted' })).toEqual(['submitted']);
    expect(await states(cast.leader, { q: 'ﾊﾞﾗ園' })).toHaveLength(STATES.length);
    expect(await states(cast.leader, { q: 'ばら園コンサート ret' })).toEqual(['returned']);
    expect(await states(cast.leader, { q: events.get('draft')!.number.toLowerCase() })).toEqual(['draft']);
    expect(await states(cast.leader, { q: '100%_' })).toEqual([]);
    expect(await states(cast.leader, { area: 'nishisenba' })).toHaveLength(STATES.length);
    expect(await states(cast.leader, { area: 'horie' })).toEqual([]);
    expect(await states(cast.leader, { area: 'atlantis' })).toEqual([]);
    expect(await states(cast.otherLeader, { scope: 'mine' })).toEqual([]);
    expect(await states(cast.leader, { scope: 'mine' })).toHaveLength(STATES.length);
    expect(events.get('draft')!.organisation.areaId).toBe(NISHISENBA);
  });

  it('begins with what has no day, then the nearest to come; what is over ends it, the latest first', async () => {
    const bare = { frames: [], duties: [], rainDecisionAt: null };
    const on = (title: string, startsAt: string | null) =>
      app.get(EventDrafts).create(cast.otherLeader, aConcert(cast.otherHost, { ...bare, title, startsAt, endsAt: startsAt && new Date(Date.parse(startsAt) + 2 * 60 * 60_000).toISOString() }));
    const days = [
      ['later', '2027-03-01T01:00:00Z'],
      ['long ago', '2026-05-01T01:00:00Z'],
      ['some day', null],
      ['soon', '2027-02-01T01:00:00Z'],
      ['lately', '2026-06-01T01:00:00Z'],
    ] as const;
    for (const [title, startsAt] of days) await on(title, startsAt);
    const { items } = await list(cast.otherLeader, { scope: 'mine' });
    expect(items.map(({ title }) => title)).toEqual(['some day', 'soon', 'later', 'lately', 'long ago']);

    // A day is a day in Japan: the event is from 10 o'clock there; half an hour after midnight is still the day before in Greenwich.
    await on('at night', '2027-02-01T15:30:00Z');
    const of = async (day: string) => (await list(cast.otherLeader, { scope: 'mine', on: day })).items.map(({ title }) => title);
    expect([await of('2027-02-01'), await of('2027-02-02'), await of('2027-02-03')]).toEqual([['soon'], ['at night'], []]);
    // A night in the shelter is on when the morning comes, too.
    const { id: night } = await on('the shelter', '2027-02-10T09:00:00Z');
    await app.database.asOwner(`update events.event set ends_at = '2027-02-11T00:00:00Z' where id = $1`, [night]);
    expect([await of('2027-02-10'), await of('2027-02-11'), await of('2027-02-12')]).toEqual([['the shelter'], ['the shelter'], []]);
  });

  it('shows its last page to whom it has become shorter', async () => {
    const { page, items, total } = await app.get(EventQueries).list(cast.otherLeader, { page: 99, scope: 'mine' });
    expect([page, items.length > 0, total]).toEqual([1, true, items.length]);
  });

  it('gives a month as one page, with what goes on into it, its holidays and nothing of another', async () => {
    const on = async (title: string, startsAt: string, endsAt: string): Promise<void> => {
      const { id } = await anEvent(app, cast, 'draft', { title });
      await app.database.asOwner('update events.event set organisation_id = $1, starts_at = $2, ends_at = $3 where id = $4', [cast.otherHost, startsAt, endsAt, id]);
    };
    await on('last of April', '2028-04-30T05:00:00Z', '2028-04-30T07:00:00Z');
    await on('into May', '2028-04-29T01:00:00Z', '2028-05-02T07:00:00Z');
    await on('first of May', '2028-04-30T15:30:00Z', '2028-04-30T17:00:00Z');
    await on('last of May', '2028-05-31T10:00:00Z', '2028-05-31T12:00:00Z');
    await on('first of June', '2028-05-31T15:30:00Z', '2028-05-31T17:00:00Z');
    const { items, holidays, page, total } = await list(cast.otherLeader, { scope: 'mine', month: '2028-05', page: 3 });
    expect(items.map(({ title }) => title)).toEqual(['into May', 'first of May', 'last of May']);
    expect([holidays, page, total]).toEqual([['2028-05-03', '2028-05-04', '2028-05-05'], 1, 3]);
    expect((await list(cast.otherLeader, { scope: 'mine' })).holidays).toBeUndefined();
    expect((await list(cast.leader, { scope: 'ward', month: '2028-05' })).items).toEqual([]);
  });

  it('says of every line what can be done with it, and why not', async () => {
    const lines = (await list(cast.leader)).items;
    const canOf = (state: EventState) => lines.find((line) => line.state === state)!.can;
    expect(canOf('draft')).toMatchObject({ edit: true, submit: true, approve: 'event.approver-only', publish: 'event.is-draft', seeApplications: true });
    expect(canOf('submitted')).toMatchObject({ edit: 'event.is-submitted', withdraw: true });
    expect(canOf('published')).toMatchObject({ cancel: true, publish: 'event.is-published', enterApplications: true, return: 'event.staff-only' });
    const [forStaff] = (await list(cast.approver, { state: 'submitted' })).items;
    expect(forStaff!.can).toMatchObject({ approve: true, reject: true, return: true, seeApplications: 'application.leaders-only' });
  });

  it('costs the same number of statements for few and for many', async () => {
    const few = await statementsOf(() => list(cast.leader));
    for (let index = 0; index < 30; index += 1) await app.get(EventDrafts).create(cast.leader, aConcert(cast.host));
    expect((await list(cast.leader)).total).toBe(36);
    expect(await statementsOf(() => list(cast.leader))).toBe(few);
    expect(few).toBeLessThanOrEqual(11);
  });
});

describe('why an event went back', () => {
  it.each([
    ['first', 'second'],
    ['second', 'first'],
  ])('is the last of two reasons of the same moment, however the rows lie (%s, %s)', async (...written) => {
    const eventId = (await anEvent(app, cast, 'draft', { title: '同じ時刻' })).id;
    const ids = { first: newId(), second: newId() };
    const repository = app.get(EventRepository);
    await app.tx(async (tx) => {
      for (const reason of written) {
        const move = { fromState: 'submitted', toState: 'returned', verb: 'return', revision: 1, actorPersonId: null, at: app.clock.now() } as const;
        await repository.addTransition(tx, { ...move, id: ids[reason as keyof typeof ids], eventId, reason });
      }
    });
    expect(await app.tx((tx) => repository.lastReason(tx, [eventId]))).toMatchObject([{ reason: 'second' }]);
  });
});
