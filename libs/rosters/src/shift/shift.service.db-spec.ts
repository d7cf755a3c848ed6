import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@yoriai/associations';
import { newId } from '@yoriai/platform';
import { announce, HORIE, NISHISENBA, statementsOf, testApp, Town, type TestApp } from '@yoriai/testing';
import { Assignments } from '../assignment/assignment.service.js';
import { DutyPhotos } from '../assignment/duty-photos.service.js';
import { RostersWorkerModule } from '../rosters.worker.js';
import { aPublishedEvent, actorOf, askAboutPictures, code, duty, freeAt } from '../testing/duties.js';
import { DutyListRepository } from './duty-list.repository.js';
import { DutyList } from './duty-list.service.js';
import { Shifts } from './shift.service.js';

let app: TestApp;
let town: Town;
let shifts: Shifts;
let assignments: Assignments;

beforeAll(async () => {
  app = await testApp({ imports: [RostersWorkerModule] });
  town = new Town(app);
  shifts = app.get(Shifts);
  assignments = app.get(Assignments);
});
afterAll(() => app.close());

const logged = (eventId: string) =>
  app.database.asOwner('select actor_person_id as actor, action, row_count as count from identity.access_log where subject = $1', [`event:${eventId}`]);

describe('shifts of an event', () => {
  it('open when it is published, as its plan says', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4), duty('会場整理', 6), duty('救護', 2));
    const open = await app.tx((tx) => shifts.ofEvent(tx, event.id));
    expect(open.map(({ duty: name, capacity, free, can }) => [name, capacity, free, can.take])).toEqual([
      ['受付', 4, 4, true],
      ['会場整理', 6, 6, true],
      ['救護', 2, 2, true],
    ]);
  });

  it('do not open for an event that was called off in the meantime', async () => {
    const event = await town.event({ duties: [duty('受付', 4)], state: 'cancelled' });
    await app.tx((tx) => announce(tx, app.clock, 'events.event-published', { eventId: event.id, revision: 1 }));
    await app.deliver();
    expect(await app.tx((tx) => shifts.ofEvent(tx, event.id))).toEqual([]);
  });
});

describe('the lists', () => {
  it('lead to no duty of an event for invited people, nor of one that is off, in rows either', async () => {
    const [closed, off, open] = [await aPublishedEvent(app, duty('内輪', 1)), await aPublishedEvent(app, duty('中止', 1)), await aPublishedEvent(app, duty('公開', 1))];
    await app.database.asOwner(`update events.event set visibility = 'invited' where id = $1`, [closed.id]);
    await app.database.asOwner(`update events.event set state = 'cancelled' where id = $1`, [off.id]);
    const rowsFor = () => app.tx(async (tx) => (await app.get(DutyList).page(tx, actorOf(await town.person()), { says: '内輪|中止|公開' }, 1)).items);
    expect((await rowsFor()).map(({ duty: name, eventTitle, dates }) => [name, eventTitle.length > 0, dates[0].shiftId, dates[0].eventSlug !== ''])).toEqual([['公開', true, open.shiftOf('公開'), true]]);
    const few = await statementsOf(() => app.tx((tx) => app.get(DutyList).page(tx, null, { says: '公開' }, 1)));
    expect(await statementsOf(() => app.tx((tx) => app.get(DutyList).page(tx, null, {}, 1)))).toBe(few);
  });

  it('lead to the duties of an event for a circle whoever is in it, and nobody else', async () => {
    const events = new Map<string, Awaited<ReturnType<typeof aPublishedEvent>>>();
    for (const visibility of ['invited', 'members', 'area'] as const) {
      const event = await aPublishedEvent(app, duty('内輪', 2));
      await app.database.asOwner('update events.event set visibility = $2 where id = $1', [event.id, visibility]);
      events.set(visibility, event);
    }
    const other = await town.organisation();
    const [inHouse, beside, far] = [new Map<string, Actor>(), actorOf(await town.person(), other, 'member', NISHISENBA), actorOf(await town.person(), other, 'member', HORIE)];
    for (const [visibility, { organisationId }] of events) inHouse.set(visibility, actorOf(await town.person(), organisationId, 'member'));
    const shownTo = async (who: (visibility: string) => Actor | null) => {
      const shown: unknown[] = [];
      for (const [visibility, { id }] of events) for (const line of await freeAt(app, who(visibility), id)) shown.push([visibility, line.visibility, line.dates[0].free]);
      return shown;
    };
    expect(await shownTo((visibility) => inHouse.get(visibility)!)).toEqual([['members', 'members', 2], ['area', 'area', 2]]);
    expect(await shownTo(() => beside)).toEqual([['area', 'area', 2]]);
    const nobody = [null, far, actorOf(await town.person()), actorOf(await town.person(), await town.organisation({ kind: 'ward-office', areaId: null }), 'approver')];
    for (const who of nobody) expect(await shownTo(() => who)).toEqual([]);

    // What is listed as free can be taken without the link; what is not, is not there.
    const taken = (who: Actor, visibility: string) => assignments.take(who, events.get(visibility)!.shiftOf('内輪')).then(({ status }) => status, (error: { code: string }) => error.code);
    expect(await taken(inHouse.get('members')!, 'members')).toBe('confirmed');
    expect([await taken(beside, 'area'), await taken(beside, 'members')]).toEqual(['confirmed', 'shift.not-found']);
    expect([await taken(far, 'area'), await taken(inHouse.get('invited')!, 'invited')]).toEqual(['shift.not-found', 'shift.not-found']);
  });

  it('say a duty of a series in two rows where one date is for fewer', async () => {
    const [open, narrow] = [await aPublishedEvent(app, duty('連続', 2, '09:00', '10:00')), await aPublishedEvent(app, { ...duty('連続', 2), startsAt: '2026-11-30T09:00:00+09:00', endsAt: '2026-11-30T10:00:00+09:00' })];
    await app.database.asOwner(`update events.event set visibility = 'members' where id = $1`, [narrow.id]);
    const list = new DutyListRepository();
    const owner = newId();
    const rowsOf = (mark: string) => app.tx((tx) => list.page(tx, { personId: null, now: app.clock.now(), wish: {}, events: [{ id: open.id, owner: `${owner} `, held: '' }, { id: narrow.id, owner: `${owner} ${mark}`, held: '' }] }, { skip: 0, take: 9 }));
    expect([(await rowsOf('')).map(({ days }) => days), (await rowsOf('members')).map(({ days }) => days)]).toEqual([[2], [1, 1]]);
  });

  it('count who is wanted at each event, and cost one statement', async () => {
    const [event, full] = [await aPublishedEvent(app, duty('受付', 3), duty('救護', 2, '09:00', '10:00')), await aPublishedEvent(app, duty('受付', 1))];
    await assignments.take(actorOf(await town.person()), event.shiftOf('受付'));
    await assignments.take(actorOf(await town.person()), full.shiftOf('受付'));
    expect(await app.tx((tx) => shifts.wanted(tx, [event.id, full.id]))).toEqual(new Map([[event.id, 4]]));
    await app.database.asOwner(`update rosters.shift set starts_at = '2020-01-01', ends_at = '2020-01-02' where id = $1`, [event.shiftOf('救護')]);
    expect(await app.tx((tx) => shifts.wanted(tx, [event.id]))).toEqual(new Map([[event.id, 2]]));
  });

  it('cost the same number of statements for few and for many', async () => {
    const me = actorOf(await town.person());
    const small = await aPublishedEvent(app, duty('受付', 9));
    const one = await statementsOf(() => app.get(DutyList).forMe(me, 1));
    const big = await aPublishedEvent(app, ...Array.from({ length: 20 }, (_, index) => duty(`当番${index}`, 9)));
    expect(await statementsOf(() => app.get(DutyList).forMe(me, 1))).toBe(one);
    for (const personId of await town.people(9)) await assignments.take(actorOf(personId), big.shiftOf('当番0'));
    await assignments.take(actorOf(await town.person()), small.shiftOf('受付'));
    const leaders = await Promise.all([small, big].map(async (event) => actorOf(await town.person(), event.organisationId)));
    const hands = await statementsOf(() => shifts.handsFor(leaders[0]!));
    expect(await statementsOf(() => shifts.handsFor(leaders[1]!))).toBe(hands);
    const few = await statementsOf(() => shifts.roster(leaders[0]!, small.id));
    expect(await statementsOf(() => shifts.roster(leaders[1]!, big.id))).toBe(few);
  });
});

describe('the host', () => {
  it('learns how many hands are there and missing at its own events, without names and so without a line in the access log', async () => {
    const event = await aPublishedEvent(app, duty('受付', 2), duty('救護', 3));
    await aPublishedEvent(app, duty('受付', 7));
    const leader = actorOf(await town.person(), event.organisationId);
    await assignments.take(actorOf(await town.person()), event.shiftOf('受付'));
    expect(await shifts.handsFor(leader)).toEqual({ items: [{ eventId: event.id, wanted: 5, short: 4 }] });
    expect(await shifts.handsFor(actorOf(await town.person()))).toEqual({ items: [] });
    expect(await logged(event.id)).toEqual([]);
    await app.database.asOwner(`update rosters.shift set state = 'cancelled' where id = $1`, [event.shiftOf('救護')]);
    expect(await shifts.handsFor(leader)).toEqual({ items: [{ eventId: event.id, wanted: 2, short: 1 }] });
    await app.database.asOwner(`update events.event set state = 'cancelled' where id = $1`, [event.id]);
    expect(await shifts.handsFor(leader)).toEqual({ items: [] });
  });

  it('sees who stands where, and can take somebody off', async () => {
    const event = await aPublishedEvent(app, duty('受付', 2));
    const volunteer = actorOf(await town.person({ name: '髙﨑 花', kana: 'たかさき はな' }));
    const taken = await assignments.take(volunteer, event.shiftOf('受付'));
    const leader = actorOf(await town.person(), event.organisationId);
    const roster = await shifts.roster(leader, event.id);
    expect(roster.can.seeNames).toBe(true);
    expect(roster.items[0]).toMatchObject({ free: 1, people: [{ name: '髙﨑 花', kana: 'たかさき はな', assignmentId: taken.id, can: { cancel: true } }] });

    expect(await logged(event.id)).toEqual([{ actor: leader.personId, action: 'shift-roster.names-read', count: 1 }]);

    const ended = await assignments.cancel(leader, taken.id, '人数がそろったため');
    expect(ended.status).toBe('cancelled_by_host');
    const [row] = await app.tx((tx) => assignments.ofEvent(tx, event.id));
    expect(row).toMatchObject({ endedReason: '人数がそろったため' });
  });

  it('reads beside the shifts whom no picture may show, where the event asks: who said no, and who said nothing', async () => {
    const event = await aPublishedEvent(app, duty('受付', 3));
    const leader = actorOf(await town.person(), event.organisationId);
    const [fine, no, silent] = [actorOf(await town.person()), actorOf(await town.person()), actorOf(await town.person())];
    for (const each of [fine, no, silent]) await assignments.take(each, event.shiftOf('受付'));
    const marked = async () => new Map((await shifts.roster(leader, event.id)).items[0]!.people.map(({ personId, noPhotos }) => [personId, noPhotos]));
    expect([...(await marked()).values()]).toEqual([false, false, false]);
    await askAboutPictures(app, event.id);
    for (const [who, may] of [[fine, true], [no, false]] as const) await app.get(DutyPhotos).say(who, (await assignments.mine(who)).items[0]!.id, may);
    const marks = await marked();
    expect([fine, no, silent].map(({ personId }) => marks.get(personId))).toEqual([false, true, true]);
  });

  it('is the only one who sees names: ward staff see numbers, other associations nothing', async () => {
    const event = await aPublishedEvent(app, duty('受付', 2));
    await assignments.take(actorOf(await town.person()), event.shiftOf('受付'));
    const staff = actorOf(await town.person(), await town.organisation(), 'staff');
    const seen = await shifts.roster(staff, event.id);
    expect(seen).toMatchObject({ can: { seeNames: 'shift.names-stay-with-host' }, items: [{ free: 1, people: [] }] });
    const stranger = actorOf(await town.person(), await town.organisation());
    await expect(shifts.roster(stranger, event.id)).rejects.toMatchObject(code('shift.not-yours-to-see', 403));
    await expect(shifts.roster(stranger, newId())).rejects.toMatchObject(code('event.not-found', 404));
    expect(await logged(event.id)).toEqual([]);
  });

  it('is asked in the order of every route: who does not see the event hears that there is none', async () => {
    const draft = await town.event({ state: 'draft' });
    const approved = await town.event({ state: 'approved' });
    const stranger = actorOf(await town.person(), await town.organisation());
    const staff = actorOf(await town.person(), await town.organisation(), 'staff');
    for (const actor of [stranger, staff]) await expect(shifts.roster(actor, draft.id)).rejects.toMatchObject(code('event.not-found', 404));
    await expect(shifts.roster(stranger, approved.id)).rejects.toMatchObject(code('event.not-found', 404));
    expect((await shifts.roster(staff, approved.id)).can.seeNames).toBe('shift.names-stay-with-host');
    const centre = actorOf(await town.person(), draft.organisationId, 'center');
    await expect(shifts.roster(centre, draft.id)).rejects.toMatchObject(code('shift.not-yours-to-see', 403));
  });

  it("of another event does not even learn that somebody's assignment exists", async () => {
    const event = await aPublishedEvent(app, duty('受付', 2));
    const taken = await assignments.take(actorOf(await town.person()), event.shiftOf('受付'));
    const stranger = actorOf(await town.person(), await town.organisation());
    await expect(assignments.cancel(stranger, taken.id)).rejects.toMatchObject(code('assignment.not-found', 404));
  });
});
