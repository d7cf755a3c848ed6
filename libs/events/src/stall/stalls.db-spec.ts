import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, type Cast } from '../an-event.builder.js';
import { EventQueries } from '../event/event-queries.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { StallApplications } from './stall-applications.service.js';
import type { StallCallRequest, StallRequest } from './stall.dto.js';
import { StallTickets } from './stall-tickets.service.js';
import { Stalls } from './stalls.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

const CALL: StallCallRequest = { kinds: ['food', 'goods'], places: 3, closesOn: '2026-11-25', plots: ['A-1', 'A-2'].map((code) => ({ code, venue: '南の広場' })) };
const STALL: StallRequest = { kind: 'goods', name: '手づくり小物', sells: '布の小物', contactName: '標野 つばめ', phone: '０９０－００００－１２３４', email: 'TSUBAME@example.jp' };
let places = 0;

const called = async (call: Partial<StallCallRequest> = {}): Promise<EventDetail> => {
  const event = await anEvent(app, cast, 'published');
  await app.get(Stalls).open(cast.leader, event.id, { ...CALL, ...call });
  return event;
};
const apply = (event: EventDetail, more: Partial<StallRequest> = {}): Promise<string> =>
  app.get(StallApplications).apply({ id: event.id, state: event.state, startsAt: event.startsAt! }, { ...STALL, ...more }, { language: 'ja', from: `place ${(places += 1)}` });
const idOf = async (token: string): Promise<string> => (await app.get(StallTickets).byToken(token)).id;
const procedures = async (event: EventDetail): Promise<string[]> => (await app.get(EventQueries).detail(cast.leader, event.id)).checklist.filter(({ wanted }) => wanted).map(({ code }) => code);

/** Of what the host of an event is reminded. */
const reminded = async (event: EventDetail): Promise<string[]> =>
  (await app.database.asOwner<{ code: string }>('select code from approvals.checklist_item where subject_id = $1 and wanted and not quiet order by code', [event.id])).map(({ code }) => code);

describe('a stall', () => {
  it('applies, is accepted with a sentence, gets its plot, and is seen with it by everybody – who stands behind it by nobody', async () => {
    const event = await called();
    const token = await apply(event);
    await apply(event, { name: 'ほかの店' });
    const id = await idOf(token);
    await app.get(Stalls).accept(cast.leader, id, 'お待ちしています。');
    const { stalls } = await app.get(Stalls).place(cast.leader, id, 'A-2');
    expect(stalls).toMatchObject([{ name: 'ほかの店', state: 'applied' }, { state: 'accepted', plot: 'A-2', reply: 'お待ちしています。', phone: '09000001234', email: 'tsubame@example.jp' }]);
    const shown = await app.get(StallApplications).shown({ id: event.id, state: 'published', startsAt: event.startsAt! });
    expect(shown).toEqual({ call: { kinds: ['food', 'goods'], places: 3, opensOn: null, closesOn: '2026-11-25', note: null }, can: true, accepted: [{ name: '手づくり小物', kind: 'goods', sells: '布の小物', plot: 'A-2', venue: '南の広場' }] });
    const told = (await app.outbox()).filter(({ payload }) => payload['stallId'] === id);
    expect(told.map(({ message }) => message)).toEqual(['events.stall-applied', 'events.stall-accepted', 'events.stall-placed']);
    const log = await app.database.asOwner('select action, row_count from identity.access_log where actor_person_id = $1 and subject in ($2, $3) order by id', [cast.leader.personId, `event:${event.id}`, `stall:${id}`]);
    expect(log).toEqual(expect.arrayContaining([{ action: 'stall-call.saved', row_count: 0 }, { action: 'stall.accepted', row_count: 2 }, { action: 'stall.placed', row_count: 2 }]));
    expect(JSON.stringify(told)).not.toMatch(/標野|tsubame/i);
  });

  it('is changed until it is answered, and taken back with its plot', async () => {
    const event = await called();
    const token = await apply(event);
    await app.get(StallTickets).change(token, { ...STALL, name: '小物の店', tents: 1 });
    expect(await app.get(StallTickets).byToken(token)).toMatchObject({ name: '小物の店', tents: 1 });
    await app.get(Stalls).accept(cast.leader, await idOf(token), null);
    await expect(app.get(StallTickets).change(token, STALL)).rejects.toMatchObject({ code: 'stall.is-accepted', status: 409 });
    await app.get(Stalls).place(cast.leader, await idOf(token), 'A-1');
    // Who was where stays in the record.
    await app.database.asOwner(`update events.event set ends_at = '2026-01-02', starts_at = '2026-01-01' where id = $1`, [event.id]);
    await expect(app.get(StallTickets).withdraw(token)).rejects.toMatchObject({ code: 'stall.over', status: 409 });
    await app.database.asOwner('update events.event set starts_at = $2, ends_at = $3 where id = $1', [event.id, event.startsAt, event.endsAt]);
    await app.get(StallTickets).withdraw(token);
    expect(await app.get(StallTickets).byToken(token)).toMatchObject({ state: 'withdrawn', plot: null });
    // Its host planned with it, and hears of it; of one that only waited nobody does.
    const waiting = await apply(event);
    await app.get(StallTickets).withdraw(waiting);
    const left = (await app.outbox()).filter(({ message, payload }) => message === 'events.stall-withdrawn' && payload['eventId'] === event.id);
    expect(left.map(({ payload }) => payload['stallId'])).toEqual([await idOf(token)]);
    await expect(app.get(Stalls).accept(cast.leader, await idOf(token), null)).rejects.toMatchObject({ code: 'stall.is-withdrawn' });
    await expect(app.get(StallTickets).byToken('nothing')).rejects.toMatchObject({ code: 'stall.not-found', status: 404 });
  });

  it('is one of as many as are wanted, of a kind that is wanted, within its days, and only the host answers', async () => {
    const event = await called({ places: 1 });
    const [one, other] = [await idOf(await apply(event)), await idOf(await apply(event))];
    await app.get(Stalls).accept(cast.leader, one, null);
    await expect(app.get(Stalls).accept(cast.leader, other, null)).rejects.toMatchObject({ code: 'stall.full', status: 409 });
    await app.get(Stalls).decline(cast.leader, one, null);
    await app.get(Stalls).accept(cast.leader, other, null);
    // One is accepted already: of several forms sent at once two come in.
    const { values, errors } = await race(4, () => apply(event));
    expect([values.length, errors.map((error) => (error as { code?: string }).code)]).toEqual([2, ['stall.enough', 'stall.enough']]);
    const detail = await app.get(EventQueries).detail(cast.leader, event.id);
    expect(detail.stalls).toEqual({ places: 1, waiting: 2, accepted: 1, closesOn: '2026-11-25' });
    await expect(apply(event, { kind: 'group' })).rejects.toMatchObject({ code: 'stall.kind-not-asked', status: 422 });
    for (const [actor, code] of [[cast.staff, 'stall.leaders-only'], [cast.blockLeader, 'stall.leaders-only'], [cast.otherLeader, 'stall.leaders-only']] as const) {
      await expect(app.get(Stalls).ofEvent(actor, event.id)).rejects.toMatchObject({ code, status: 403 });
      await expect(app.get(Stalls).decline(actor, other, null)).rejects.toMatchObject({ code, status: 403 });
    }
    await app.get(Stalls).open(cast.leader, event.id, { ...CALL, closesOn: '2026-11-01' });
    await expect(apply(event)).rejects.toMatchObject({ code: 'stall.closed', status: 409 });
    await expect(apply(await anEvent(app, cast, 'published'))).rejects.toMatchObject({ code: 'stall.none' });
    await expect(app.get(Stalls).open(cast.leader, event.id, { ...CALL, opensOn: '2026-11-26' })).rejects.toMatchObject({ code: 'stall.closes-before-open', status: 422 });
  });
});

describe('a plot', () => {
  it('holds one stall, however many are put there at once, and stays as long as one is on it', async () => {
    const event = await called();
    const ids = await Promise.all(['甲', '乙', '丙'].map(async (name) => idOf(await apply(event, { name }))));
    for (const id of ids) await app.get(Stalls).accept(cast.leader, id, null);
    let next = 0;
    const { values, errors } = await race(3, () => app.get(Stalls).place(cast.leader, ids[next++]!, 'A-1'));
    expect([values.length, errors.map((error) => (error as { code?: string }).code)]).toEqual([1, ['stall.plot-taken', 'stall.plot-taken']]);
    // Not by the service alone: the table refuses it too.
    await expect(app.database.asOwner(`update events.stall set plot = 'A-1' where event_id = $1`, [event.id])).rejects.toThrow('stall_one_on_a_plot');
    await expect(app.get(Stalls).open(cast.leader, event.id, { ...CALL, plots: [{ code: 'A-2', venue: null }] })).rejects.toMatchObject({ code: 'stall.plot-unknown', status: 422 });
    const free = values[0]!.stalls.find(({ state, plot }) => state === 'accepted' && plot === null)!.id;
    await expect(app.get(Stalls).place(cast.leader, free, 'B-9')).rejects.toMatchObject({ code: 'stall.plot-unknown', status: 422 });
  });
});

describe('what accepted stalls cook', () => {
  it('asks for the procedures of the event, and adds up what they need', async () => {
    const event = await called();
    const [before, asked] = [await procedures(event), await reminded(event)];
    expect(before.some((code) => ['food', 'fire-appliances'].includes(code))).toBe(false);
    const id = await idOf(await apply(event, { kind: 'food', foodBy: 'residents', gas: 2, popcorn: 1, tents: 1, tables: 2 }));
    expect(await procedures(event)).toEqual(before);
    const { equipment } = await app.get(Stalls).accept(cast.leader, id, null);
    expect(equipment).toEqual({ tents: 1, tables: 2, chairs: 0, watts: 0, generators: 0, extinguishers: 2 });
    expect(await procedures(event)).toEqual(expect.arrayContaining([...before, 'food', 'fire-appliances']));
    expect(await reminded(event)).toEqual(expect.arrayContaining([...asked, 'food', 'fire-appliances']));
    await app.get(Stalls).decline(cast.leader, id, null);
    expect(await procedures(event)).toEqual(before);
    expect(await reminded(event)).toEqual(asked);
    const other = await apply(event, { kind: 'food', foodBy: 'business' });
    await app.get(Stalls).accept(cast.leader, await idOf(other), null);
    expect(await reminded(event)).toContain('food');
    await app.get(StallTickets).withdraw(other);
    expect(await reminded(event)).toEqual(asked);
  });
});
