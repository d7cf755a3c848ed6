import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApprovalDesk, Approvals } from '@yoriai/approvals';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, applied, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicationChanges } from '../application/application-changes.service.js';
import { EventsModule } from '../events.module.js';
import { PublicEvents } from '../public-event/public-event.service.js';
import { EventApprovals } from './event-approval.service.js';
import { EventChangeDrafts } from './event-change-drafts.service.js';
import type { UpdateEventRequest } from './event-draft.dto.js';
import { EventEdits } from './event-edit.service.js';
import { EventEnds } from './event-ends.js';
import { EventPublications } from './event-publication.service.js';
import { EventQueries } from './event-queries.service.js';
import type { EventDetail } from './event.dto.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const SATURDAY: UpdateEventRequest = { startsAt: '2026-11-28T10:00:00+09:00', endsAt: '2026-11-28T13:00:00+09:00' };

const change = (event: EventDetail, request: UpdateEventRequest, actor = cast.leader): Promise<EventDetail> =>
  app.get(EventChangeDrafts).update(actor, event.id, request, `"${event.version}"`);
const handedIn = async (event: EventDetail, request: UpdateEventRequest): Promise<EventDetail> => {
  await change(event, request);
  return app.get(EventApprovals).submit(cast.leader, event.id);
};
const page = (event: EventDetail) => app.tx((tx) => app.get(PublicEvents).bySlug(tx, event.slug));
const earlier = (event: EventDetail) => app.tx((tx) => app.get(PublicEvents).earlier(tx, event.id));
const seen = (event: EventDetail, actor = cast.leader) => app.get(EventQueries).detail(actor, event.id);
const caseOf = (event: EventDetail) => app.tx((tx) => app.get(Approvals).caseOf(tx, 'event', event.id));
const told = async ({ id }: EventDetail): Promise<string[]> =>
  (await app.outbox()).filter(({ payload }) => payload['eventId'] === id).map(({ message }) => message.replace('events.', ''));

describe('a change of a published event', () => {
  it('is written beside it: what is public does not move, and nobody outside sees it', async () => {
    const event = await anEvent(app, cast, 'published');
    const changed = await change(event, { ...SATURDAY, placeName: '松島公園' });
    expect(changed).toMatchObject({ state: 'published', startsAt: event.startsAt, placeName: '靱公園 バラ園', changeState: 'draft', version: event.version + 1 });
    expect(changed.change).toMatchObject({ state: 'draft', kind: 'material', missing: [], content: { placeName: '松島公園', startsAt: '2026-11-28T01:00:00.000Z' } });
    // What hangs on the day goes with it.
    expect(changed.change!.material.sort()).toEqual(['duties.0', 'duties.1', 'duties.2', 'endsAt', 'placeName', 'rainDecisionAt', 'startsAt']);
    const days = (of: Pick<EventDetail, 'duties' | 'rainDecisionAt'>): number[] => [of.rainDecisionAt, ...of.duties.map(({ startsAt }) => startsAt)].map((at) => Date.parse(at!));
    const moved = Date.parse(changed.change!.content.startsAt!) - Date.parse(event.startsAt!);
    expect(days(changed.change!.content)).toEqual(days(event).map((at) => at + moved));
    expect(await page(event)).toMatchObject({ placeName: '靱公園 バラ園', startsAt: event.startsAt, revision: 1 });
    expect(await seen(event, cast.otherLeader)).toMatchObject({ change: null, changeState: null });
    expect(await seen(event, cast.staff)).toMatchObject({ changeState: 'draft' });
  });

  it('to an earlier day is written although the applications, which are open, would have ended before they began', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 10, opensAt: '2026-11-01T10:00:00+09:00', closesAt: '2026-11-20T08:00:00+09:00' }] });
    const { change: written } = await change(event, { startsAt: '2026-11-10T10:00:00+09:00', endsAt: '2026-11-10T13:00:00+09:00' });
    expect(written?.content.frames).toMatchObject([{ opensAt: '2026-11-01T01:00:00.000Z', closesAt: null }]);
  });

  it('is due before the event, and the host knows before it is handed in', async () => {
    const event = await anEvent(app, cast, 'published');
    expect(event.review).toBeNull();
    const before = app.clock.now();
    app.clock.set('2026-11-25T09:00:00+09:00');
    const written = await change(event, { startsAt: '2026-11-30T10:00:00+09:00', endsAt: '2026-11-30T13:00:00+09:00' });
    // Sunday as it stands, Monday as it would be: the Friday before.
    expect(written.review).toEqual({ dueOn: '2026-11-27', short: true });
    expect((await seen(event, cast.otherLeader)).review).toBeNull();
    expect(await app.get(EventApprovals).submit(cast.leader, event.id)).toMatchObject({ review: null, approval: { dueOn: '2026-11-27' } });
    app.clock.set(before.toISOString());
  });

  it('goes to the ward; approved it is the event, and what the public reads', async () => {
    const event = await anEvent(app, cast, 'published');
    const frame = event.frames[0]!;
    const pending = await handedIn(event, { ...SATURDAY, frames: [{ id: frame.id, name: 'いす席', capacity: 40 }, { name: '車いす席', capacity: 6 }] });
    expect(pending).toMatchObject({ state: 'published', changeState: 'pending', approval: { status: 'pending', revision: 2 }, can: { change: 'event.change-pending', edit: 'event.change-pending' } });
    expect(await page(event)).toMatchObject({ startsAt: event.startsAt, revision: 1, frames: [{ capacity: 50 }] });
    expect(await earlier(event)).toBeNull();
    expect(pending.can.approve).toBe('event.approver-only');
    expect((await seen(event, cast.approver)).can.approve).toBe(true);

    const desk = await app.get(ApprovalDesk).detail(cast.approver, pending.approval!.caseId);
    expect(desk).toMatchObject({ isChange: true, comparedWith: 1, status: 'pending' });
    const fields = desk.changes.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['startsAt', 'endsAt', `frames.${frame.id}.capacity`]));
    expect(fields.filter((field) => !field.startsWith('duties.')).sort()).toHaveLength(5);
    expect(fields).toContain('rainDecisionAt');

    await expect(app.get(EventApprovals).approve(cast.approver, event.id, { revision: 1 })).rejects.toMatchObject({ code: 'approval.revision-changed', status: 409 });
    const approved = await app.get(EventApprovals).approve(cast.approver, event.id, { revision: 2 });
    expect(approved).toMatchObject({ state: 'published', changeState: null, change: null, startsAt: '2026-11-28T01:00:00.000Z', publicRevision: 2, approval: { status: 'approved' } });
    expect(await page(event)).toMatchObject({ startsAt: '2026-11-28T01:00:00.000Z', revision: 2, frames: [{ id: frame.id, capacity: 40 }, { name: '車いす席', capacity: 6 }] });
    expect(await earlier(event)).toEqual({ when: { startsAt: event.startsAt, endsAt: event.endsAt, placeName: '靱公園 バラ園', placeAddress: event.placeAddress }, where: null });
    expect((await told(event)).slice(-2)).toEqual(['change-submitted', 'event-changed']);
    expect((await app.outbox()).at(-1)!.payload).toEqual({ eventId: event.id, revision: 2, before: 1 });
    const { items } = await app.get(EventQueries).history(cast.leader, event.id);
    expect(items.slice(0, 2).map(({ verb, from, to, revision }) => [verb, from, to, revision])).toEqual([
      ['approve', 'published', 'published', 2],
      ['submit', 'published', 'published', null],
    ]);
    const log = await app.database.asOwner<{ action: string }>('select action from identity.access_log where subject = $1 order by id', [`event:${event.id}`]);
    expect(log.map(({ action }) => action).slice(-2)).toEqual(['event.submitted', 'event.approved']);
  });

  it('to another day takes a call for stalls along that goes by the day; one that is over stays over, and none is over when it is published', async () => {
    const stalls = { kinds: ['goods' as const], places: 3, closesBefore: 7, plots: [] };
    const to = async (event: EventDetail): Promise<string | null | undefined> => {
      const pending = await handedIn(event, SATURDAY);
      await app.get(EventApprovals).approve(cast.approver, event.id, { revision: pending.approval!.revision });
      return (await seen(event)).stalls?.closesOn;
    };
    const event = await anEvent(app, cast, 'published', { stalls });
    expect(await to(event)).toBe('2026-11-21');
    const over = await anEvent(app, cast, 'published', { stalls });
    await app.database.asOwner(`update events.stall_call set closes_on = '2026-11-01' where event_id = $1`, [over.id]);
    expect(await to(over)).toBe('2026-11-01');
    const late = await anEvent(app, cast, 'approved', { stalls: { ...stalls, closesBefore: 300 } });
    await app.database.asOwner(`update events.stall_call set closes_on = '2026-11-01' where event_id = $1`, [late.id]);
    expect(Date.parse((await app.get(EventPublications).publish(cast.leader, late.id)).stalls!.closesOn!)).toBe(Date.parse(`${late.startsAt!.slice(0, 10)}`) - 86_400_000);
  });

  it('withdrawn, the public version stays and the change can be written on or given up', async () => {
    const event = await anEvent(app, cast, 'published');
    await handedIn(event, SATURDAY);
    const withdrawn = await app.get(EventApprovals).withdraw(cast.leader, event.id);
    expect(withdrawn).toMatchObject({ state: 'published', changeState: 'draft', approval: { status: 'approved' }, can: { change: true, abandon: true } });
    expect(await page(event)).toMatchObject({ startsAt: event.startsAt, revision: 1 });
    const abandoned = await app.get(EventChangeDrafts).abandon(cast.leader, event.id);
    expect(abandoned).toMatchObject({ state: 'published', changeState: null, change: null, startsAt: event.startsAt, can: { edit: true } });
    await expect(app.get(EventChangeDrafts).abandon(cast.leader, event.id)).rejects.toMatchObject({ code: 'event.is-published', status: 409 });
  });

  it('returned, the public version stays, the reason is told until it is put right, and it goes in again', async () => {
    const event = await anEvent(app, cast, 'published');
    await handedIn(event, SATURDAY);
    const returned = await app.get(EventApprovals).return(cast.staff, event.id, { reason: '土曜日は別の行事があります。', revision: 2 });
    expect(returned).toMatchObject({ state: 'published', changeState: 'returned', reason: { verb: 'return', reason: '土曜日は別の行事があります。' }, approval: { status: 'returned' } });
    expect(await page(event)).toMatchObject({ startsAt: event.startsAt, revision: 1 });
    await change(returned, { startsAt: '2026-11-30T10:00:00+09:00', endsAt: '2026-11-30T13:00:00+09:00' });
    const again = await app.get(EventApprovals).submit(cast.leader, event.id);
    expect(again).toMatchObject({ changeState: 'pending', reason: null, approval: { revision: 3 } });
    expect(await app.get(EventApprovals).approve(cast.approver, event.id, { revision: 3 })).toMatchObject({ startsAt: '2026-11-30T01:00:00.000Z', publicRevision: 2, reason: null });
  });

  it('given up after it was returned, nothing waits for anybody', async () => {
    const event = await anEvent(app, cast, 'published');
    await handedIn(event, SATURDAY);
    await app.get(EventApprovals).return(cast.staff, event.id, { reason: 'わけ', revision: 2 });
    expect(await app.get(EventChangeDrafts).abandon(cast.leader, event.id)).toMatchObject({ changeState: null, reason: null, approval: { status: 'approved' } });
  });

  it('turned down, the event goes on as it was approved, and another change may come', async () => {
    const event = await anEvent(app, cast, 'published');
    await handedIn(event, SATURDAY);
    const rejected = await app.get(EventApprovals).reject(cast.approver, event.id, { reason: '公園が使えません。', revision: 2 });
    expect(rejected).toMatchObject({ state: 'published', changeState: null, reason: { verb: 'reject', reason: '公園が使えません。' }, approval: { status: 'approved' } });
    expect(await page(event)).toMatchObject({ startsAt: event.startsAt, revision: 1 });
    expect(await handedIn(rejected, { placeName: '松島公園' })).toMatchObject({ changeState: 'pending', approval: { revision: 3 } });
  });

  it('of words alone stands at once, as a logged minor edit', async () => {
    const event = await anEvent(app, cast, 'published');
    const changed = await change(event, { description: '雨のときは体育館で。', contactName: '田中' });
    expect(changed.change).toMatchObject({ kind: 'minor', material: [] });
    const done = await app.get(EventApprovals).submit(cast.leader, event.id);
    expect(done).toMatchObject({ changeState: null, change: null, publicRevision: 2, description: '雨のときは体育館で。', approval: { status: 'approved', revision: 1 } });
    expect(await page(event)).toMatchObject({ description: '雨のときは体育館で。', revision: 2 });
    const { items } = await app.get(EventQueries).history(cast.leader, event.id);
    expect(items[0]).toMatchObject({ verb: 'edit', revision: 2 });
    expect((await told(event)).at(-1)).toBe('event-edited');
  });

  it('that says nothing new is not handed in', async () => {
    const event = await anEvent(app, cast, 'published');
    const first = await change(event, { placeName: '松島公園' });
    expect(await change(first, { placeName: '松島公園' })).toMatchObject({ version: first.version });
    await change(first, { placeName: event.placeName });
    await expect(app.get(EventApprovals).submit(cast.leader, event.id)).rejects.toMatchObject({ code: 'event.change-says-nothing', status: 422 });
  });

  it('is not decided on by whoever handed it in', async () => {
    const event = await anEvent(app, cast, 'published');
    await change(event, SATURDAY, cast.approver);
    const pending = await app.get(EventApprovals).submit(cast.approver, event.id);
    expect(pending.can).toMatchObject({ approve: 'event.own-submission', return: 'event.own-submission', reject: 'event.own-submission' });
    await expect(app.get(EventApprovals).approve(cast.approver, event.id, { revision: 2 })).rejects.toMatchObject({ code: 'event.own-submission', status: 403 });
    expect(await app.get(EventApprovals).approve(cast.otherApprover, event.id, { revision: 2 })).toMatchObject({ changeState: null });
  });

  it('is complete like any submission, and keeps direct edits away while it is open', async () => {
    const event = await anEvent(app, cast, 'published');
    const changed = await change(event, { placeName: null });
    expect(changed.change).toMatchObject({ missing: [{ field: 'placeName', code: 'event.field-needed' }] });
    expect(changed.can.submit).toBe('event.incomplete');
    await expect(app.get(EventApprovals).submit(cast.leader, event.id)).rejects.toMatchObject({ code: 'event.incomplete', status: 422 });
    await expect(app.get(EventEdits).update(cast.leader, event.id, { title: '秋' }, `"${changed.version}"`)).rejects.toMatchObject({ code: 'event.change-open', status: 409 });
    const past = await change(changed, { placeName: '松島公園', startsAt: '2026-10-01T10:00:00+09:00' });
    expect(past.change).toMatchObject({ missing: [{ field: 'startsAt', code: 'event.starts-in-the-past' }] });
  });

  it('is the host\'s', async () => {
    const event = await anEvent(app, cast, 'published');
    await expect(change(event, SATURDAY, cast.otherLeader)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    await expect(change(event, SATURDAY, cast.blockLeader)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    await expect(change(event, { organisationId: cast.otherHost })).rejects.toMatchObject({ code: 'event.organisation-fixed', status: 409 });
    await expect(change(await anEvent(app, cast, 'submitted'), SATURDAY)).rejects.toMatchObject({ code: 'event.is-submitted', status: 409 });
    await expect(app.get(EventChangeDrafts).update(cast.leader, event.id, SATURDAY, '"99"')).rejects.toMatchObject({ code: 'platform.stale', status: 412 });
  });
});

describe('a change and the people who are in', () => {
  it('takes no place away, neither when it is written nor when it is approved', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 10, perApplicationMax: 10 }] });
    const id = event.frames[0]!.id;
    await applied(app, event, 1, 4);
    await expect(change(event, { frames: [{ id, name: '席', capacity: 3 }] })).rejects.toMatchObject({ fields: [{ field: 'frames.0.capacity', code: 'event.capacity-below-taken' }] });
    await expect(change(event, { frames: [] })).rejects.toMatchObject({ fields: [{ field: 'frames', code: 'event.frame-in-use' }] });
    await handedIn(event, { frames: [{ id, name: '席', capacity: 5 }] });
    await applied(app, event, 2, 3);
    await expect(app.get(EventApprovals).approve(cast.approver, event.id, { revision: 2 })).rejects.toMatchObject({
      code: 'event.change-takes-places',
      status: 409,
      fields: [{ field: 'frames.0.capacity', code: 'event.capacity-below-taken' }],
    });
    expect(await page(event)).toMatchObject({ frames: [{ capacity: 10, placesTaken: 7 }], revision: 1 });
    expect(await caseOf(event)).toMatchObject({ status: 'pending' });
  });

  it('does not remove a frame that somebody has applied for, also where all have cancelled', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 10 }, { name: '立ち見', capacity: 5 }] });
    const [kept, standing] = event.frames;
    const { ticketUrl } = await applied(app, { ...event, frames: [standing!] }, 1);
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(ticketUrl));
    await expect(change(event, { frames: [{ id: kept!.id, name: '席', capacity: 10 }] })).rejects.toMatchObject({ fields: [{ field: 'frames', code: 'event.frame-in-use' }] });
  });

  it('is not approved when its new day has begun: nobody could be told', async () => {
    const event = await anEvent(app, cast, 'published');
    await handedIn(event, { startsAt: '2026-11-05T10:00:00+09:00', endsAt: '2026-11-05T12:00:00+09:00' });
    app.clock.set('2026-11-05T10:00:00+09:00');
    const late = app.get(EventApprovals).approve(cast.approver, event.id, { revision: 2 });
    await expect(late).rejects.toMatchObject({ code: 'event.change-is-past', status: 409 });
    expect(await page(event)).toMatchObject({ startsAt: event.startsAt, revision: 1 });
  });

  it('people go on applying for what is public, and keep their places when the change is approved', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 10, perApplicationMax: 10 }] });
    await handedIn(event, { ...SATURDAY, frames: [{ id: event.frames[0]!.id, name: '席', capacity: 8 }] });
    const { errors } = await race<unknown>(7, (index) =>
      index === 6 ? app.get(EventApprovals).approve(cast.approver, event.id, { revision: 2 }) : applied(app, event, index, 1),
    );
    expect(errors).toEqual([]);
    expect(await page(event)).toMatchObject({ frames: [{ capacity: 8, placesTaken: 6 }], startsAt: '2026-11-28T01:00:00.000Z' });
  });
});

describe('a change ends with what it changes', () => {
  it.each(['pending', 'returned', 'draft'] as const)('%s when the event ends', async (state) => {
    const event = await anEvent(app, cast, 'published');
    if (state === 'draft') await change(event, SATURDAY);
    else await handedIn(event, SATURDAY);
    if (state === 'returned') await app.get(EventApprovals).return(cast.staff, event.id, { reason: 'わけ', revision: 2 });
    app.clock.set('2026-11-29T14:00:00+09:00');
    await app.get(EventEnds).sweep(app.clock.now());
    expect(await seen(event)).toMatchObject({ state: 'awaiting-report', changeState: null, startsAt: event.startsAt, approval: { status: 'approved' } });
  });

  it('when it is called off, and the desk is rid of it', async () => {
    const event = await anEvent(app, cast, 'published');
    await handedIn(event, SATURDAY);
    expect(await app.get(EventPublications).cancel(cast.leader, event.id, '台風のため')).toMatchObject({ state: 'cancelled', changeState: null, approval: { status: 'approved' } });
  });

  it('but not when what was approved goes on the Site: that is what everybody sees', async () => {
    const event = await anEvent(app, cast, 'approved');
    await handedIn(event, SATURDAY);
    expect(await app.get(EventPublications).publish(cast.leader, event.id)).toMatchObject({ state: 'published', changeState: 'pending', publicRevision: 1 });
    expect(await page(event)).toMatchObject({ startsAt: event.startsAt, revision: 1 });
    expect(await app.get(EventApprovals).approve(cast.approver, event.id, { revision: 2 })).toMatchObject({ publicRevision: 2 });
  });

  it('the database keeps none of what is over, nor half of one', async () => {
    const event = await anEvent(app, cast, 'published');
    await change(event, SATURDAY);
    const set = (columns: string) => app.database.asApp(`update events.event set ${columns} where id = $1`, [event.id]);
    await expect(set(`state = 'awaiting-report'`)).rejects.toThrow(/event_change_of_what_stands/);
    await expect(set('change = null')).rejects.toThrow(/event_change_whole/);
  });
});
