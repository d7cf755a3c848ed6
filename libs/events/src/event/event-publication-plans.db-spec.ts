import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Officers, TermEndings } from '@yoriai/associations';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, anOfficer, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { EventApprovals } from './event-approval.service.js';
import { EventConditions } from './event-conditions.service.js';
import { EventPublicationPlans } from './event-publication-plans.service.js';
import { EventPublications } from './event-publication.service.js';
import { EventQueries } from './event-queries.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const NINE = '2026-11-20T09:00:00+09:00';
/** The concert of 29 November, approved. */
const approved = async (): Promise<string> => (await anEvent(app, cast, 'approved', { duties: [] })).id;
const plan = (id: string, at: string, actor = cast.leader) => app.get(EventPublicationPlans).plan(actor, id, new Date(at));
/** Two workers that look at the same moment. */
const sweep = async (at: string): Promise<number> => {
  app.clock.set(at);
  const both = await Promise.all([app.get(EventPublicationPlans).sweep(app.clock.now()), app.get(EventPublicationPlans).sweep(app.clock.now())]);
  return both[0] + both[1];
};
const told = async (id: string, message: string): Promise<unknown[]> => (await app.outbox()).filter((each) => each.message === message && each.payload['eventId'] === id).map(({ payload }) => payload);
const logOf = async (id: string): Promise<unknown[]> =>
  (await app.database.asOwner<{ action: string; actor: string | null; reason: string | null }>('select action, actor_person_id as actor, reason from identity.access_log where subject = $1 order by id', [`event:${id}`]))
    .filter(({ action }) => action.startsWith('event.publi'))
    .map(({ action, actor, reason }) => [action, actor, reason]);
const stateOf = (id: string) => app.get(EventQueries).detail(cast.leader, id);

describe('a publication at an hour', () => {
  it('takes place then, once however many workers there are, by who planned it', async () => {
    const id = await approved();
    expect(await plan(id, NINE)).toMatchObject({ state: 'approved', publishAt: '2026-11-20T00:00:00.000Z', publicRevision: null });
    expect(await sweep('2026-11-20T08:59:59+09:00')).toBe(0);
    expect(await sweep(NINE)).toBe(1);
    expect(await sweep('2026-11-20T09:01:00+09:00')).toBe(0);
    expect(await stateOf(id)).toMatchObject({ state: 'published', publishAt: null, publicRevision: 1 });
    expect(await told(id, 'events.event-published')).toEqual([{ eventId: id, revision: 1 }]);
    const { items } = await app.get(EventQueries).history(cast.leader, id);
    expect(items[0]).toMatchObject({ verb: 'publish', actorName: '佐藤 みのる', at: '2026-11-20T00:00:00.000Z' });
    expect(await logOf(id)).toEqual([
      ['event.publication-planned', cast.leader.personId, '2026-11-20T00:00:00.000Z'],
      ['event.published', cast.leader.personId, 'revision 1'],
    ]);
  });

  it('takes place also when who planned it has left office since, and by them', async () => {
    const id = await approved();
    const planner = await anOfficer(app, cast.host, 'leader', '石井 まこと');
    await plan(id, NINE, planner);
    await app.get(TermEndings).end(cast.staff, planner.grants[0]!.termId, { endsOn: '2026-11-02', reason: '転居' });
    app.clock.set(NINE);
    const leaders = await app.tx((tx) => app.get(Officers).leadersOf(tx, cast.host));
    expect(leaders.map(({ person }) => person.id)).not.toContain(planner.personId);
    expect(await sweep(NINE)).toBe(1);
    expect(await stateOf(id)).toMatchObject({ state: 'published', publishAt: null });
    expect((await app.get(EventQueries).history(cast.leader, id)).items[0]).toMatchObject({ verb: 'publish', actorName: '石井 まこと' });
    expect((await logOf(id)).at(-1)).toEqual(['event.published', planner.personId, 'revision 1']);
    expect(await told(id, 'events.publication-refused')).toEqual([]);
  });

  it('can be moved and taken back until then, and ends with the event: by hand, called off', async () => {
    const [moved, dropped, byHand, off] = [await approved(), await approved(), await approved(), await approved()];
    for (const id of [moved, dropped, byHand, off]) await plan(id, NINE);
    await plan(moved, '2026-11-21T09:00:00+09:00');
    expect(await app.get(EventPublicationPlans).drop(cast.officer, dropped)).toMatchObject({ state: 'approved', publishAt: null });
    expect(await app.get(EventPublicationPlans).drop(cast.officer, dropped)).toMatchObject({ publishAt: null });
    expect(await app.get(EventPublications).publish(cast.leader, byHand)).toMatchObject({ state: 'published', publishAt: null });
    expect(await app.get(EventPublications).cancel(cast.leader, off, '荒天のため')).toMatchObject({ state: 'cancelled', publishAt: null });
    expect(await sweep('2026-11-20T12:00:00+09:00')).toBe(0);
    expect((await logOf(dropped)).slice(1)).toEqual([['event.publication-unplanned', cast.officer.personId, '2026-11-20T00:00:00.000Z']]);
    expect(await sweep('2026-11-21T09:00:00+09:00')).toBe(1);
    for (const [id, state] of [[moved, 'published'], [dropped, 'approved'], [byHand, 'published'], [off, 'cancelled']] as const) expect(await stateOf(id)).toMatchObject({ state });
    expect(await told(byHand, 'events.event-published')).toHaveLength(1);
    await expect(app.database.asOwner('update events.event set publish_at = now(), publish_by = created_by where id = $1', [off])).rejects.toThrow('event_planned_while_approved');
  });

  it('is planned for a time to come, before the event begins, of what may be published, by who may publish it', async () => {
    const id = await approved();
    for (const at of ['2026-11-02T10:00:00+09:00', '2026-10-01T09:00:00+09:00'])
      await expect(plan(id, at)).rejects.toMatchObject({ code: 'event.publish-past', status: 422, fields: [{ field: 'at', code: 'event.publish-past' }] });
    await expect(plan(id, '2026-11-29T10:00:00+09:00')).rejects.toMatchObject({ code: 'event.publish-late', status: 422 });
    await expect(plan(id, NINE, cast.blockLeader)).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    await expect(plan(id, NINE, cast.otherLeader)).rejects.toMatchObject({ status: 404 });
    await expect(plan((await anEvent(app, cast, 'submitted')).id, NINE)).rejects.toMatchObject({ code: 'event.is-submitted', status: 409 });
    expect(await plan(id, NINE, cast.staff)).toMatchObject({ publishAt: '2026-11-20T00:00:00.000Z' });
    await app.get(EventPublicationPlans).drop(cast.staff, id);
  });

  it('does not take place once the event has begun, for its day was moved or nobody swept: the host hears why', async () => {
    const id = await approved();
    await plan(id, NINE);
    await app.database.asOwner(`update events.event set starts_at = '2026-11-19T10:00:00+09:00' where id = $1`, [id]);
    expect(await sweep(NINE)).toBe(1);
    expect(await stateOf(id)).toMatchObject({ state: 'approved', publishAt: null, publicRevision: null });
    expect(await told(id, 'events.publication-refused')).toEqual([{ eventId: id, code: 'event.publish-late' }]);
  });

  it('does not take place while something stands before it: the plan is over, and the host hears why', async () => {
    const { id } = await anEvent(app, cast, 'submitted', { duties: [] });
    const conditions = [{ text: '公園の許可書を出してください。', dueOn: '2026-11-10', blocking: true }];
    const { approval } = await app.get(EventApprovals).approve(cast.approver, id, { revision: 1, conditions });
    const conditionId = approval!.conditions[0]!.id;
    await expect(plan(id, NINE)).rejects.toMatchObject({ code: 'event.condition-unmet', status: 409 });
    await app.get(EventConditions).say(cast.leader, id, conditionId, 'reported', '出しました。');
    await app.get(EventConditions).say(cast.otherApprover, id, conditionId, 'confirmed', null);
    await plan(id, NINE);
    await app.database.asOwner(`update approvals.condition set state = 'open' where id = $1`, [conditionId]);
    const other = await approved();
    await plan(other, NINE);
    expect(await sweep(NINE)).toBe(2);
    expect(await sweep(NINE)).toBe(0);
    expect(await stateOf(id)).toMatchObject({ state: 'approved', publishAt: null });
    expect(await told(id, 'events.event-published')).toEqual([]);
    expect(await told(id, 'events.publication-refused')).toEqual([{ eventId: id, code: 'event.condition-unmet' }]);
    expect((await logOf(id)).at(-1)).toEqual(['event.publication-refused', null, 'event.condition-unmet']);
    expect(await stateOf(other)).toMatchObject({ state: 'published' });
  });
});
