import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, aConcert, anEvent, anOfficer, applied, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { PublicEvents } from '../public-event/public-event.service.js';
import type { CreateEventRequest, UpdateEventRequest } from './event-draft.dto.js';
import { EventDrafts } from './event-draft.service.js';
import { EventEdits } from './event-edit.service.js';
import { EventQueries } from './event-queries.service.js';
import type { EventDetail } from './event.dto.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());

const edit = (event: EventDetail, request: UpdateEventRequest, actor = cast.leader): Promise<EventDetail> =>
  app.get(EventEdits).update(actor, event.id, request, `"${event.version}"`);

describe('a new event', () => {
  it('has a number of its own, also when many begin at once', async () => {
    const { values, errors } = await race(20, () => app.get(EventDrafts).create(cast.leader, { organisationId: cast.host }));
    expect(errors).toEqual([]);
    const numbers = values.map(({ number }) => Number(/^R8-(\d{4})$/.exec(number)![1]));
    expect(new Set(numbers).size).toBe(20);
    expect(Math.max(...numbers) - Math.min(...numbers)).toBe(19);
    for (const { slug, number, shortCode } of values) {
      expect(slug).toMatch(new RegExp(`^${number.toLowerCase()}-[2-9a-z]{4}$`));
      expect(shortCode).toMatch(/^[2-9a-z]{6}$/);
    }
  });

  it('asks people to telephone its host where they did last, when the host alone is named', async () => {
    const begin = (request: Partial<CreateEventRequest>) => app.get(EventDrafts).create(cast.leader, { organisationId: cast.host, ...request });
    const { organisation } = await begin({});
    await anEvent(app, cast, 'published', { contactName: '会長', contactPhone: '06-0000-7733', contactHours: '9時から17時', startsAt: '2030-12-12T10:00:00+09:00', endsAt: '2030-12-12T12:00:00+09:00', rainDecisionAt: '2030-12-11T17:00:00+09:00' });
    expect(await begin({ contactName: organisation.name })).toMatchObject({ contactName: organisation.name, contactPhone: '06-0000-7733', contactHours: '9時から17時' });
    // The number of who was an officer years ago is told to nobody; that of the association is.
    await app.database.asOwner(`update events.event set starts_at = starts_at - interval '10 years', ends_at = ends_at - interval '10 years' where contact_phone = '06-0000-7733'`);
    expect((await begin({ contactName: organisation.name })).contactPhone).toBeNull();
    await app.database.asOwner(`update events.event set contact_name = $1 where contact_phone = '06-0000-7733'`, [organisation.name]);
    expect((await begin({ contactName: organisation.name })).contactPhone).toBe('06-0000-7733');
    for (const named of [{}, { contactName: '会計' }, { contactName: organisation.name, contactPhone: null }]) expect((await begin(named)).contactPhone).toBeNull();
  });

  it('gives its hours to the duties that have none, at once or when they are set', async () => {
    const duties = [{ duty: '受付', people: 1 }, { duty: '会場づくり', people: 2, startsAt: '2026-12-12T08:00:00+09:00', endsAt: '2026-12-12T10:00:00+09:00' }];
    const hours = { startsAt: '2026-12-12T01:00:00.000Z', endsAt: '2026-12-12T04:00:00.000Z' };
    const own = { startsAt: '2026-12-11T23:00:00.000Z', endsAt: '2026-12-12T01:00:00.000Z' };
    const whole = await app.get(EventDrafts).create(cast.leader, { organisationId: cast.host, ...hours, duties });
    const later = await edit(await app.get(EventDrafts).create(cast.leader, { organisationId: cast.host, duties }), hours);
    for (const event of [whole, later]) expect(event.duties).toMatchObject([hours, own]);
  });

  it('belongs to an organisation that its writer leads', async () => {
    const create = (actor: Cast['leader'], organisationId: string) => app.get(EventDrafts).create(actor, { organisationId });
    await expect(create(cast.otherLeader, cast.host)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    await expect(create(cast.blockLeader, cast.host)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    await expect(create(cast.member, cast.host)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    await expect(create(cast.leader, '01930000-0000-7000-8000-0000000000ff')).rejects.toMatchObject({ code: 'event.organisation-unknown', status: 422 });
    await expect(create(cast.officer, cast.host)).resolves.toMatchObject({ state: 'draft', version: 1 });
    await expect(create(cast.staff, cast.host)).resolves.toMatchObject({ organisation: { id: cast.host } });
  });
});

describe('autosave', () => {
  it('changes what is named, empties what is null, keeps the rest', async () => {
    const draft = await anEvent(app, cast, 'draft');
    const [chairs] = draft.frames;
    const next = await edit(draft, { summary: null, food: true, frames: [{ id: chairs!.id, name: '席', capacity: 60 }, { name: '車いす席', capacity: 6, opensAt: '2026-11-10T09:00:00+09:00' }] });
    expect(next).toMatchObject({ version: 2, title: draft.title, summary: null, food: true, placeName: draft.placeName });
    expect(next.frames).toMatchObject([
      { id: chairs!.id, name: '席', capacity: 60, perApplicationMax: 6 },
      { name: '車いす席', capacity: 6, perApplicationMax: 1, opensAt: '2026-11-10T00:00:00.000Z' },
    ]);
    const last = await edit(next, { frames: [{ id: next.frames[1]!.id, name: '車いす席' }], duties: [{ key: next.duties[0]!.key, duty: '受付', people: 5 }] });
    expect(last.frames).toMatchObject([{ id: next.frames[1]!.id, capacity: 6 }]);
    expect(last.duties).toMatchObject([{ key: next.duties[0]!.key, people: 5, startsAt: next.duties[0]!.startsAt, place: '靱公園 バラ園' }]);
    expect(last.capacity).toBe(6);
  });

  it('an edit that changes nothing writes nothing', async () => {
    const draft = await anEvent(app, cast, 'draft');
    expect(await edit(draft, { title: draft.title })).toMatchObject({ version: 1 });
  });

  it('needs the version that was seen, and shows what stands there instead', async () => {
    const draft = await anEvent(app, cast, 'draft');
    await edit(draft, { title: '先に直した題' });
    await expect(app.get(EventEdits).update(cast.leader, draft.id, { title: 'あと' }, undefined)).rejects.toMatchObject({ code: 'platform.precondition-needed', status: 428 });
    await expect(edit(draft, { title: 'あと' })).rejects.toMatchObject({ code: 'platform.stale', status: 412, extra: { version: 2, current: { title: '先に直した題' } } });
  });

  it('of two at once one is kept and the other is told', async () => {
    const draft = await anEvent(app, cast, 'draft');
    const { values, errors } = await race(10, (index) => edit(draft, { title: `題 ${index}` }));
    expect(values).toHaveLength(1);
    for (const error of errors) expect(error).toMatchObject({ code: 'platform.stale', status: 412 });
  });

  it.each<[string, UpdateEventRequest, string]>([
    ['endsAt', { endsAt: '2026-11-29T09:00:00+09:00' }, 'event.ends-before-start'],
    ['frames.0.id', { frames: [{ id: '01930000-0000-7000-8000-0000000000ff', name: '席' }] }, 'event.frame-unknown'],
    ['duties.0.endsAt', { duties: [{ duty: '受付', people: 1, startsAt: '2026-11-29T10:00:00+09:00', endsAt: '2026-11-29T09:00:00+09:00' }] }, 'event.ends-before-start'],
  ])('refuses a contradiction in %s', async (field, request, code) => {
    const draft = await anEvent(app, cast, 'draft');
    await expect(edit(draft, request)).rejects.toMatchObject({ code: 'platform.invalid', status: 422, fields: [{ field, code }] });
  });

  it('is the host\'s, and over once it is handed in', async () => {
    const draft = await anEvent(app, cast, 'draft');
    await expect(edit(draft, { title: 'x' }, cast.otherLeader)).rejects.toMatchObject({ code: 'event.not-found', status: 404 });
    await expect(edit(draft, { title: 'x' }, cast.blockLeader)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    await expect(edit(await anEvent(app, cast, 'submitted'), { title: 'x' })).rejects.toMatchObject({ code: 'event.is-submitted', status: 409 });
  });

  it('the host may change only before the first submission, and only to one the writer leads', async () => {
    const draft = await anEvent(app, cast, 'draft');
    await expect(edit(draft, { organisationId: cast.otherHost })).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    await expect(edit(draft, { organisationId: cast.otherHost }, cast.otherLeader)).rejects.toMatchObject({ code: 'event.not-found' });
    const returned = await anEvent(app, cast, 'returned');
    await expect(edit(returned, { organisationId: cast.otherHost }, cast.staff)).rejects.toMatchObject({ code: 'event.organisation-fixed', status: 409 });
  });
});

it('a drill leader makes no festival of a drill', async () => {
  const leader = await anOfficer(app, cast.host, 'drill-leader');
  const drill = await app.get(EventDrafts).create(leader, aConcert(cast.host, { category: 'drill' }));
  await expect(edit(drill, { category: 'festival' }, leader)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
  await expect(edit(drill, { title: '秋の訓練' }, leader)).resolves.toMatchObject({ title: '秋の訓練' });
});

describe('after the approval', () => {
  it.each<[string, UpdateEventRequest]>([
    ['startsAt', { startsAt: '2026-11-29T11:00:00+09:00' }],
    ['placeName', { placeName: '松島公園' }],
    ['fire', { fire: true }],
    ['frames', { frames: [] }],
    ['duties', { duties: [] }],
  ])('%s needs a new approval, approved or published', async (field, request) => {
    for (const state of ['approved', 'published'] as const) {
      const event = await anEvent(app, cast, state);
      const before = await app.database.asOwner('select * from events.event_revision where event_id = $1', [event.id]);
      await expect(edit(event, request)).rejects.toMatchObject({ code: 'event.needs-new-approval', status: 409, fields: [{ field }] });
      expect(await app.get(EventQueries).detail(cast.leader, event.id)).toMatchObject({ version: event.version });
      expect(await app.database.asOwner('select * from events.event_revision where event_id = $1', [event.id])).toEqual(before);
    }
  });

  it('fewer places do too, more places do not', async () => {
    const event = await anEvent(app, cast, 'published');
    await applied(app, event, 1, 2);
    const frames = (capacity: number) => [{ id: event.frames[0]!.id, name: 'いす席', capacity }];
    await expect(edit(event, { frames: frames(49) })).rejects.toMatchObject({ code: 'event.needs-new-approval', fields: [{ field: 'frames.0' }] });
    const more = await edit(event, { frames: frames(80) });
    expect(more).toMatchObject({ publicRevision: 2, capacity: 80, placesTaken: 2 });
    // Twice what was approved, in however many steps.
    await expect(edit(more, { frames: frames(101) })).rejects.toMatchObject({ code: 'event.needs-new-approval', fields: [{ field: 'frames.0' }] });
    expect(await edit(more, { frames: frames(100) })).toMatchObject({ capacity: 100 });
  });

  it.each<[string, UpdateEventRequest]>([
    ['title', { title: null }],
    ['contactName', { contactName: null }],
    ['contactPhone', { contactPhone: null }],
  ])('%s is not emptied, approved or published', async (field, request) => {
    for (const state of ['approved', 'published'] as const) {
      const event = await anEvent(app, cast, state);
      await expect(edit(event, request)).rejects.toMatchObject({ code: 'platform.invalid', status: 422, fields: [{ field, code: 'event.field-needed' }] });
      expect(await app.get(EventQueries).detail(cast.leader, event.id)).toMatchObject({ version: event.version, title: event.title });
    }
  });

  it('words are a minor revision: logged, announced, and what the public reads', async () => {
    const event = await anEvent(app, cast, 'published');
    const edited = await edit(event, { description: '雨のときは体育館で行います。', contactName: '田中' });
    expect(edited).toMatchObject({ publicRevision: 2, state: 'published' });
    const page = await app.tx((tx) => app.get(PublicEvents).bySlug(tx, event.slug));
    expect(page).toMatchObject({ description: '雨のときは体育館で行います。', contactName: '田中', revision: 2 });
    const { items } = await app.get(EventQueries).history(cast.leader, event.id);
    expect(items[0]).toMatchObject({ verb: 'edit', from: 'published', to: 'published', revision: 2, actorName: '佐藤 みのる' });
    expect((await app.outbox()).filter(({ message }) => message === 'events.event-edited').at(-1)!.payload).toEqual({ eventId: event.id, revision: 2 });
  });

  it('the programme is words: in its running order, within the hours of the event, one at a time on a stage', async () => {
    const event = await anEvent(app, cast, 'published');
    const item = (title: string, start: string, end: string) => ({ kind: 'stage' as const, title, day: 0, start, end, place: '北', performer: null, note: null });
    await expect(edit(event, { programme: [item('甲', '10:00', '11:00'), item('乙', '10:30', '11:30')] })).rejects.toMatchObject({ status: 422, fields: [{ field: 'programme.1.start', code: 'event.stage-taken' }] });
    await expect(edit(event, { programme: [item('甲', '12:30', '13:30')] })).rejects.toMatchObject({ status: 422, fields: [{ field: 'programme.0.start', code: 'event.programme-outside' }] });
    const edited = await edit(event, { programme: [item('乙', '11:00', '11:30'), item('甲', '10:00', '11:00')] });
    expect(edited).toMatchObject({ publicRevision: 2, state: 'published', programme: [{ title: '甲' }, { title: '乙' }] });
    expect(await app.tx((tx) => app.get(PublicEvents).bySlug(tx, event.slug))).toMatchObject({ revision: 2, programme: [{ title: '甲', start: '10:00', end: '11:00', place: '北' }, { title: '乙' }] });
    expect(await edit(edited, { programme: [] })).toMatchObject({ publicRevision: 3, programme: null });
    // A draft may be moved away from its programme; it is not handed in like that.
    const draft = await edit(await anEvent(app, cast, 'draft'), { programme: [item('甲', '10:00', '11:00')] });
    expect(await edit(draft, { startsAt: '2026-11-29T10:30:00+09:00' })).toMatchObject({ missing: [{ field: 'programme.0.start', code: 'event.programme-outside' }] });
  });

  it('what is approved but not yet public stays unseen with its edits, and is published with them', async () => {
    const event = await anEvent(app, cast, 'approved');
    expect(await edit(event, { title: '秋のコンサート' })).toMatchObject({ publicRevision: null, title: '秋のコンサート' });
    await expect(app.tx((tx) => app.get(PublicEvents).bySlug(tx, event.slug))).rejects.toMatchObject({ code: 'event.not-found' });
  });
});

describe('what was approved stands', () => {
  it.each(['event_revision', 'event_transition', 'event_report', 'application_transition'])('the serving role may only add to %s', async (table) => {
    await expect(app.database.asApp(`update events.${table} set event_id = event_id`)).rejects.toThrow(/permission denied/);
    await expect(app.database.asApp(`delete from events.${table}`)).rejects.toThrow(/permission denied/);
    await expect(app.database.asApp(`truncate events.${table}`)).rejects.toThrow(/permission denied/);
  });

  it.each(['revision', 'decision'])('and to approvals.%s', async (table) => {
    await expect(app.database.asApp(`delete from approvals.${table}`)).rejects.toThrow(/permission denied/);
    await expect(app.database.asApp(`update approvals.${table} set case_id = case_id`)).rejects.toThrow(/permission denied/);
  });

  it('the page shows the approved revision, whatever somebody does to the live row', async () => {
    const event = await anEvent(app, cast, 'published');
    await app.database.asOwner(`update events.event set title = 'すりかえ', place_name = 'すりかえ', food = true where id = $1`, [event.id]);
    expect(await app.tx((tx) => app.get(PublicEvents).bySlug(tx, event.slug))).toMatchObject({ title: '靱公園バラ園コンサート', placeName: '靱公園 バラ園' });
  });

  it('the database lets nothing be public that has no revision, and no state be public without one', async () => {
    const draft = await app.get(EventDrafts).create(cast.leader, aConcert(cast.host));
    await expect(app.database.asApp(`update events.event set state = 'published' where id = $1`, [draft.id])).rejects.toThrow(/event_public_only_after_approval/);
    await expect(app.database.asApp(`update events.event set public_revision = 1 where id = $1`, [draft.id])).rejects.toThrow(/event_public/);
    await expect(app.database.asApp(`update events.event set state = 'published', public_revision = 1 where id = $1`, [draft.id])).rejects.toThrow(/event_public_revision_exists/);
  });
});
