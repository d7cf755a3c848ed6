import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Actor } from '@yoriai/associations';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, anEvent, anOfficer, type Cast } from '../an-event.builder.js';
import { CoHostings } from '../co-host/co-hostings.service.js';
import { CoHosts } from '../co-host/co-hosts.service.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventChangeDrafts } from '../event/event-change-drafts.service.js';
import { EventQueries } from '../event/event-queries.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { PublicEvents } from '../public-event/public-event.service.js';
import { aSeries, dateOf } from '../series/a-series.builder.js';
import { EventCircles } from './event-circles.service.js';
import { EventInvitations } from './event-invitations.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  app.clock.set('2026-11-02T10:00:00+09:00');
  cast = await aCast(app);
});
afterAll(() => app.close());

const listed = async (actor: Actor) => (await app.get(EventCircles).list(actor)).items;
const told = (actor: Actor | null, slug: string) => app.tx((tx) => app.get(EventCircles).addressFor(tx, actor, { slug }));
const opened = (address: string) => app.tx((tx) => app.get(PublicEvents).bySlug(tx, address)).then(() => true, ({ status }: { status: number }) => status);
const history = async (id: string) => (await app.get(EventQueries).history(cast.leader, id)).items.map(({ verb, revision, actorName }) => [verb, revision, actorName]);
const publicOnes = () => app.tx(async (tx) => (await app.get(PublicEvents).list(tx, {})).items.map(({ id }) => id));

async function asked(event: Pick<EventDetail, 'id'>): Promise<string> {
  const { items } = await app.get(CoHosts).invite(cast.leader, event.id, { organisationId: cast.otherHost });
  return items.at(-1)!.id;
}

describe('the circle of an event', () => {
  it('has the people of a co-host from its yes to its no, and of a host whoever holds any office there', async () => {
    const { id, slug } = await anEvent(app, cast, 'published', { visibility: 'members' });
    expect(await told(cast.member, slug)).toMatch(new RegExp(`^${slug}~`));
    const other = await anOfficer(app, cast.otherHost, 'member');
    const row = await asked({ id });
    expect(await told(other, slug)).toBeNull();
    await app.get(CoHostings).answer(cast.otherLeader, row, 'accepted', null);
    expect(await told(other, slug)).toBe(await told(cast.member, slug));
    await app.get(CoHosts).withdraw(cast.leader, row, null);
    expect([await told(other, slug), await told(null, slug), await told(cast.staff, slug)]).toEqual([null, null, null]);
  });

  it('is told without what one runs oneself, where that is asked: the page is full of what others hold', async () => {
    const own = await anEvent(app, cast, 'published', { visibility: 'members' });
    const theirs = await anEvent(app, cast, 'published', { visibility: 'area' });
    await app.get(CoHostings).answer(cast.otherLeader, await asked(theirs), 'accepted', null);
    const others = (actor: Actor) => app.get(EventCircles).list(actor, 1, { scope: 'others', pageSize: 1 });
    expect(await listed(cast.leader)).not.toEqual([]);
    expect(await others(cast.leader)).toMatchObject({ items: [], total: 0 });
    // A member runs nothing, and who holds it together with the host finds it here.
    expect((await app.get(EventCircles).list(cast.member, 1, { scope: 'others' })).items.map(({ id }) => id)).toEqual(expect.arrayContaining([own.id, theirs.id]));
    expect(await others(cast.otherLeader)).toMatchObject({ items: [{ id: theirs.id }], total: 1 });
  });

  it.each(['withdrawn by the host', 'declined by itself'])('ends its links for everybody once a co-host is %s; those of who is still in it are told anew', async (how) => {
    const series = await aSeries(app, cast, { visibility: 'members' });
    const [first, second] = [series.dates[0]!.event!.id, series.dates[1]!.event!.id];
    const other = await anOfficer(app, cast.otherHost, 'member');
    const slugs = await app.database.asOwner<{ slug: string }>('select slug from events.event where id = any($1) order by starts_at', [[first, second]]);
    const links = (actor: Actor) => Promise.all(slugs.map(({ slug }) => told(actor, slug)));
    const row = await asked({ id: first });
    const before = await links(cast.member);
    const never = await app.get(CoHosts).withdraw(cast.leader, row, null);
    expect([never.items.at(-1)!.state, await links(cast.member)]).toEqual(['withdrawn', before]);

    const again = await asked({ id: second });
    await app.get(CoHostings).answer(cast.otherLeader, again, 'accepted', null);
    const handedOn = await links(other);
    expect([handedOn, await Promise.all(handedOn.map((link) => opened(link!)))]).toEqual([before, [true, true]]);
    if (how === 'withdrawn by the host') await app.get(CoHosts).withdraw(cast.leader, again, null);
    else await app.get(CoHostings).answer(cast.otherLeader, again, 'declined', null);
    expect([await links(other), await Promise.all(handedOn.map((link) => opened(link!)))]).toEqual([[null, null], [404, 404]]);
    const anew = await links(cast.member);
    expect(await Promise.all(anew.map((link) => opened(link!)))).toEqual([true, true]);
  });

  it('is that of every date of a series, which keeps it, and stands in one’s list once', async () => {
    const series = await aSeries(app, cast, { visibility: 'members' });
    const [first, later] = [series.dates[0]!.event!.id, dateOf(series, '2026-12-15').event!.id];
    await app.get(CoHostings).answer(cast.otherLeader, await asked({ id: later }), 'accepted', null);
    const dates = await app.tx((tx) => app.get(PublicEvents).byId(tx, later));
    expect(dates.visibility).toBe('members');
    for (const actor of [cast.member, cast.otherLeader]) expect((await listed(actor)).filter(({ seriesId }) => seriesId === series.id).map(({ id }) => id)).toEqual([first]);
  });

  it('is asked of nobody where there is none: what is for everybody, or for invited people alone, and a draft', async () => {
    const [open, invited, draft] = [await anEvent(app, cast, 'published'), await anEvent(app, cast, 'published', { visibility: 'invited' }), await anEvent(app, cast, 'approved', { visibility: 'members' })];
    for (const { slug } of [open, invited, draft]) expect(await told(cast.leader, slug)).toBeNull();
    expect((await listed(cast.leader)).map(({ id }) => id)).not.toContain(open.id);
  });

  it('is widened and narrowed by a change that the ward approves, and not before', async () => {
    const event = await anEvent(app, cast, 'published', { visibility: 'members' });
    const change = async (of: EventDetail, visibility: 'area' | 'members' | null) => {
      const written = await app.get(EventChangeDrafts).update(cast.leader, of.id, { visibility }, `"${of.version}"`);
      expect(written.change).toMatchObject({ kind: 'material', material: ['visibility'] });
      return app.get(EventApprovals).submit(cast.leader, of.id);
    };
    const asking = await change(event, null);
    expect([(await publicOnes()).includes(event.id), (await listed(cast.member)).some(({ id }) => id === event.id)]).toEqual([false, true]);
    const widened = await app.get(EventApprovals).approve(cast.approver, event.id, { revision: asking.approval!.revision });
    expect([(await publicOnes()).includes(event.id), (await listed(cast.member)).some(({ id }) => id === event.id)]).toEqual([true, false]);
    const back = await change(widened, 'area');
    await app.get(EventApprovals).approve(cast.approver, event.id, { revision: back.approval!.revision });
    expect([(await publicOnes()).includes(event.id), (await listed(cast.member)).some(({ id }) => id === event.id)]).toEqual([false, true]);
  });

  const WIDER = ['invited', 'members', 'area', null] as const;
  const steps = WIDER.flatMap((from, at) => WIDER.slice(at + 1).map((to) => [from, to] as const));

  it.each(steps)('waits for the ward to be widened from %s to %s: until then the event is for whom it was approved, and so are its links', async (from, to) => {
    const event = await anEvent(app, cast, 'published', { visibility: from });
    const [row] = await app.database.asOwner<{ area_id: string }>('select area_id from events.event where id = $1', [event.id]);
    const [neighbour, address] = [new Actor({ ...cast.member, grants: [{ ...cast.otherLeader.grants[0]!, areaId: row!.area_id }] }), new URL((await app.get(EventInvitations).link(cast.leader, event.id)).url).pathname.split('/').at(-1)!];
    const sees = async () => [(await publicOnes()).includes(event.id), (await told(neighbour, event.slug)) !== null, (await told(cast.member, event.slug)) !== null];
    const before = await sees();
    await app.get(EventChangeDrafts).update(cast.leader, event.id, { visibility: to }, `"${event.version}"`);
    const asking = await app.get(EventApprovals).submit(cast.leader, event.id);
    expect(asking).toMatchObject({ state: 'published', visibility: from, publicRevision: 1, changeState: 'pending', change: { kind: 'material', material: ['visibility'], content: { visibility: to } } });
    expect([await sees(), await opened(address)]).toEqual([before, true]);
    const { revision } = asking.approval!;
    await app.get(EventApprovals).approve(cast.approver, event.id, { revision });
    expect(await sees()).toEqual([to === null, to === 'area', to === 'members' || to === 'area']);
    expect((await history(event.id)).slice(0, 2)).toEqual([['approve', revision, cast.approver.name], ['submit', null, cast.leader.name]]);
  });

  it.each(steps)('is narrowed again from what was %s by a change that is logged, and what had opened the page ends: it was %s', async (to, from) => {
    const event = await anEvent(app, cast, 'published', { visibility: from });
    const wide = from === null ? event.slug : new URL((await app.get(EventInvitations).link(cast.leader, event.id)).url).pathname.split('/').at(-1)!;
    expect(await opened(wide)).toBe(true);
    await app.get(EventChangeDrafts).update(cast.leader, event.id, { visibility: to }, `"${event.version}"`);
    const { approval } = await app.get(EventApprovals).submit(cast.leader, event.id);
    await app.get(EventApprovals).approve(cast.approver, event.id, { revision: approval!.revision });
    expect([await opened(wide), (await publicOnes()).includes(event.id)]).toEqual([404, false]);
    expect((await history(event.id)).slice(0, 2).map(([verb]) => verb)).toEqual(['approve', 'submit']);
  });

  it('ends the links of the wider one when it is narrowed', async () => {
    const event = await anEvent(app, cast, 'published', { visibility: 'area' });
    const [wide, { version }] = [(await told(cast.member, event.slug))!, event];
    expect(await opened(wide)).toBe(true);
    await app.get(EventChangeDrafts).update(cast.leader, event.id, { visibility: 'members' }, `"${version}"`);
    const { approval } = await app.get(EventApprovals).submit(cast.leader, event.id);
    expect(await opened(wide)).toBe(true);
    await app.get(EventApprovals).approve(cast.approver, event.id, { revision: approval!.revision });
    expect([await opened(wide), await opened((await told(cast.member, event.slug))!)]).toEqual([404, true]);
  });

  it('is no area where the host has none: that is not handed in', async () => {
    const event = await anEvent(app, cast, 'draft', { visibility: 'area' });
    expect(event.missing).toEqual([]);
    await app.database.asOwner('update associations.organisation set area_id = null where id = $1', [cast.host]);
    await expect(app.get(EventApprovals).submit(cast.leader, event.id)).rejects.toMatchObject({ status: 422, fields: [{ field: 'visibility', code: 'event.host-without-area' }] });
    await app.database.asOwner('update associations.organisation set area_id = (select area_id from events.event where id = $2) where id = $1', [cast.host, event.id]);
  });
});
