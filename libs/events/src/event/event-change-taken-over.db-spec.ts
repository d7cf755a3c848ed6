import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testApp, until, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, applied, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { PublicEvents } from '../public-event/public-event.service.js';
import { EventApprovals } from './event-approval.service.js';
import { EventChangeDrafts } from './event-change-drafts.service.js';
import type { UpdateEventRequest } from './event-draft.dto.js';
import type { EventDetail } from './event.dto.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const written = (event: EventDetail, request: UpdateEventRequest): Promise<EventDetail> => app.get(EventChangeDrafts).update(cast.leader, event.id, request, `"${event.version}"`);
const submit = (event: EventDetail): Promise<EventDetail> => app.get(EventApprovals).submit(cast.leader, event.id);
const approved = async (event: EventDetail, request: UpdateEventRequest): Promise<EventDetail> => {
  await written(event, request);
  await submit(event);
  return app.get(EventApprovals).approve(cast.approver, event.id, { revision: 2 });
};
const found = async (q: string) => (await app.tx((tx) => app.get(PublicEvents).list(tx, { q }))).items.map(({ id }) => id);

describe('a change that is taken over', () => {
  it('makes nothing public that was not', async () => {
    const event = await anEvent(app, cast, 'approved');
    expect(await approved(event, { placeName: '松島公園' })).toMatchObject({ state: 'approved', publicRevision: null, placeName: '松島公園', change: null });
    await expect(app.tx((tx) => app.get(PublicEvents).bySlug(tx, event.slug))).rejects.toMatchObject({ code: 'event.not-found' });
    expect((await app.outbox()).at(-1)).toMatchObject({ message: 'events.event-changed', payload: { eventId: event.id, revision: 2, before: null } });
  });

  it('is found by its new words, no longer by the old', async () => {
    const event = await anEvent(app, cast, 'published', { title: '凧あげの会', kana: 'たこあげのかい' });
    await approved(event, { title: '羽根つきの会', kana: 'はねつきのかい', placeName: '松島公園' });
    expect([await found('凧あげ'), await found('羽根つき')]).toEqual([[], [event.id]]);
  });

  it('may prolong an event that is on: its day is not moved, so it is not past', async () => {
    const event = await anEvent(app, cast, 'published');
    app.clock.set('2026-11-29T11:00:00+09:00');
    expect(await approved(event, { endsAt: '2026-11-29T14:00:00+09:00' })).toMatchObject({ endsAt: '2026-11-29T05:00:00.000Z', publicRevision: 2 });
  });

  it('waits for whoever is just taking a place, and takes none from them', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 10 }] });
    const id = event.frames[0]!.id;
    await written(event, { frames: [{ id, name: '席', capacity: 3 }] });
    await submit(event);
    const guest = new pg.Client({ connectionString: app.database.ownerUrl });
    await guest.connect();
    await guest.query('begin');
    await guest.query('update events.frame set places_taken = 4 where id = $1', [id]);
    const late = app.get(EventApprovals).approve(cast.approver, event.id, { revision: 2 }).catch((refusal: unknown) => refusal);
    await until('the approval waits', async () => (await app.database.asOwner(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0);
    await guest.query('commit');
    await guest.end();
    expect(await late).toMatchObject({ code: 'event.change-takes-places', status: 409 });
  });

  it('has its frames in the order written, without those that nobody applied for', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 10 }, { name: 'ゆか', capacity: 5 }] });
    const [seat, floor] = event.frames;
    const { frames } = await approved(event, { frames: [{ name: '車いす席', capacity: 2 }, { id: seat!.id, name: '席', capacity: 9 }] });
    expect(frames.map(({ name, capacity }) => [name, capacity])).toEqual([['車いす席', 2], ['席', 9]]);
    expect(frames.map(({ id }) => id)).not.toContain(floor!.id);
  });
});

describe('a change that came to nothing', () => {
  it('leaves the decision that stands', async () => {
    const event = await anEvent(app, cast, 'published');
    await written(event, { placeName: '松島公園' });
    expect(await submit(event)).toMatchObject({ approval: { status: 'pending', decidedAt: null } });
    app.clock.set('2026-11-04T10:00:00+09:00');
    const returned = await app.get(EventApprovals).return(cast.staff, event.id, { reason: 'わけ', revision: 2, remarks: [{ field: 'placeName', text: '池は?' }, { field: 'placeName', text: '池のそばですか。' }] });
    expect(returned.approval).toMatchObject({ status: 'returned', decidedAt: '2026-11-04T01:00:00.000Z', remarks: [{ field: 'placeName', text: '池のそばですか。' }] });
    const abandoned = await app.get(EventChangeDrafts).abandon(cast.leader, event.id);
    expect(abandoned.approval).toMatchObject({ status: 'approved', decidedAt: '2026-11-02T01:00:00.000Z', remarks: [] });
  });
});

describe('a change that is written on', () => {
  it('keeps what is not named, frames and duties too', async () => {
    const event = await anEvent(app, cast, 'published');
    const first = await written(event, { frames: [{ name: '芝生', capacity: 7 }], duties: [{ duty: '案内', people: 2, startsAt: event.startsAt!, endsAt: event.endsAt! }] });
    const { change } = await written(first, { description: '雨のときは体育館で。' });
    expect(change!.content).toMatchObject({ description: '雨のときは体育館で。', frames: [{ name: '芝生', capacity: 7 }], duties: [{ duty: '案内' }] });
    expect(change!.content.duties).toHaveLength(1);
  });

  it('contradicts itself as little as any draft', async () => {
    const event = await anEvent(app, cast, 'published');
    await expect(written(event, { endsAt: '2026-11-29T09:00:00+09:00' })).rejects.toMatchObject({ code: 'platform.invalid', status: 422, fields: [{ field: 'endsAt' }] });
  });

  it('takes words after somebody applied for a frame that it gives up, and is not handed in with that', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 10 }, { name: 'ゆか', capacity: 5 }] });
    const [seat] = event.frames;
    const floorOnly = await written(event, { frames: [{ id: event.frames[1]!.id, name: 'ゆか', capacity: 5 }] });
    await applied(app, { ...event, frames: [seat!] }, 1, 1);
    const { change } = await written(floorOnly, { description: '雨のときは体育館で。' });
    expect(change!.content).toMatchObject({ description: '雨のときは体育館で。', frames: [{ name: 'ゆか' }] });
    await expect(submit(event)).rejects.toMatchObject({ code: 'event.change-takes-places', status: 409, fields: [{ field: 'frames', code: 'event.frame-in-use' }] });
  });

  it('is not handed in once people have taken what it takes', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 10, perApplicationMax: 10 }] });
    await written(event, { frames: [{ id: event.frames[0]!.id, name: '席', capacity: 3 }] });
    await applied(app, event, 1, 4);
    await expect(submit(event)).rejects.toMatchObject({ code: 'event.change-takes-places', status: 409 });
  });

  it('sent back and cut down to words stands at once, and nothing waits for anybody', async () => {
    const event = await anEvent(app, cast, 'published');
    await written(event, { placeName: '松島公園', description: '雨のときは体育館で。' });
    await submit(event);
    const returned = await app.get(EventApprovals).return(cast.staff, event.id, { reason: 'わけ', revision: 2 });
    await written(returned, { placeName: event.placeName });
    expect(await submit(event)).toMatchObject({ changeState: null, description: '雨のときは体育館で。', reason: null, approval: { status: 'approved', remarks: [] } });
  });
});
