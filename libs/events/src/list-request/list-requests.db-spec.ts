import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@yoriai/associations';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, aConcert, anOfficer, type Cast } from '../an-event.builder.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventDrafts } from '../event/event-draft.service.js';
import { EventPublications } from '../event/event-publication.service.js';
import { EventRepository } from '../event/event.repository.js';
import { EventsModule } from '../events.module.js';
import { ListExports } from './list-exports.service.js';
import type { ListRequestLine } from './list-request.dto.js';
import { ListRequests } from './list-requests.service.js';

let app: TestApp;
let cast: Cast;
let colleague: Actor;
let officer: Actor;
let event: EventDetail;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  colleague = await anOfficer(app, cast.office, 'staff', '小川 まこと');
  officer = await anOfficer(app, cast.office, 'privacy-officer', '守屋 しずか');
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-11-02T10:00:00+09:00');
  const { id } = await app.get(EventDrafts).create(cast.staff, aConcert(cast.office));
  await app.get(EventApprovals).submit(cast.staff, id);
  await app.get(EventApprovals).approve(cast.approver, id, { revision: 1 });
  event = await app.get(EventPublications).publish(cast.staff, id);
});

const requests = (): ListRequests => app.get(ListRequests);
const ask = async (by: Actor = cast.staff): Promise<ListRequestLine> => (await requests().ask(by, event.id, { list: 'participant-list', why: 'contact', words: '集合場所の\n変更' })).items[0]!;
const take = (by: Actor = cast.staff, list: 'participant-list' | 'completion-list' = 'participant-list'): Promise<string> =>
  app.tx(async (tx) => requests().take(tx, by, (await app.get(EventRepository).byId(tx, event.id))!, list, () => 'their own'));
const state = async (by: Actor = cast.staff): Promise<string | undefined> => (await requests().ofEvent(by, event.id)).items[0]?.state;
const mine = async (by: Actor) => (await requests().pending(by)).items.filter(({ eventId }) => eventId === event.id);
const removeNames = () => app.database.asOwner('update events.event set names_removed_at = now() where id = $1', [event.id]);
const log = () => app.database.asOwner<{ action: string; actor: string; reason: string }>('select action, actor_person_id as actor, reason from identity.access_log where subject = $1 and action like $2 order by at, id', [`event:${event.id}`, 'participant-list.%']);

describe('a list of people that ward staff take along', () => {
  it('is asked for with a reason, allowed by a second person and taken once', async () => {
    expect(await requests().ofEvent(cast.staff, event.id)).toEqual({ needed: true, items: [] });
    await expect(take()).rejects.toMatchObject({ code: 'list-request.needed', status: 409 });
    const asked = await ask();
    expect(asked).toMatchObject({ list: 'participant-list', why: 'contact', words: '集合場所の 変更', state: 'waiting', mine: true, askedBy: '井上 さくら', decidedBy: null, until: '2026-11-09T01:00:00.000Z' });
    await expect(take()).rejects.toMatchObject({ code: 'list-request.waiting' });
    expect(await mine(cast.approver)).toMatchObject([{ id: asked.id, mine: false, title: '靱公園バラ園コンサート' }]);
    await requests().allow(cast.approver, asked.id, 'お使いください。');
    expect(await mine(cast.staff)).toMatchObject([{ id: asked.id, state: 'allowed', decidedBy: '高橋 一郎', reply: 'お使いください。', until: '2026-11-03T01:00:00.000Z' }]);
    expect(await mine(cast.approver)).toEqual([]);
    expect(await take()).toBe('contact: 集合場所の 変更');
    await expect(take()).rejects.toMatchObject({ code: 'list-request.taken', status: 409 });
    expect(await state()).toBe('taken');
    expect(await log()).toEqual([
      { action: 'participant-list.asked', actor: cast.staff.personId, reason: 'contact: 集合場所の 変更' },
      { action: 'participant-list.allowed', actor: cast.approver.personId, reason: 'contact: 集合場所の 変更' },
    ]);
  });

  it('may be refused with a word, and asked for anew', async () => {
    const asked = await ask();
    await requests().deny(colleague, asked.id, '電話の表で足ります。');
    expect((await requests().ofEvent(cast.staff, event.id)).items).toMatchObject([{ state: 'refused', reply: '電話の表で足ります。', decidedBy: '小川 まこと' }]);
    await expect(take()).rejects.toMatchObject({ code: 'list-request.refused' });
    expect(await ask()).toMatchObject({ state: 'waiting' });
  });

  it('is allowed by nobody who asked for it, not in a second role either', async () => {
    const asked = await ask();
    const twice = { ...cast.staff, personId: cast.staff.personId, grants: [...cast.staff.grants, ...cast.approver.grants] };
    const inAnotherRole = Object.assign(Object.create(Object.getPrototypeOf(cast.staff) as object) as Actor, twice);
    expect(inAnotherRole.isApprover()).toBe(true);
    await expect(requests().allow(inAnotherRole, asked.id, null)).rejects.toMatchObject({ code: 'list-request.second-person', status: 403 });
    await expect(app.database.asOwner('update events.list_request set decided_by = asked_by, decided_at = now(), verdict = $2 where id = $1', [asked.id, 'allowed'])).rejects.toThrow('list_request_second_person');
  });

  it.each([
    ['who leads an association', () => cast.leader],
    ['the privacy officer', () => officer],
  ])('is allowed by nobody but the ward’s staff: %s', async (_, who) => {
    const { id } = await ask();
    await expect(requests().allow(who(), id, null)).rejects.toMatchObject({ code: 'list-request.staff-only', status: 403 });
    await expect(requests().pending(who())).rejects.toMatchObject({ code: 'list-request.staff-only' });
  });

  it('waits for a week and may be taken for a day; then it is asked for anew', async () => {
    const first = await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'list-request.open', status: 409 });
    app.clock.set('2026-11-09T10:00:00+09:00');
    await expect(requests().allow(cast.approver, first.id, null)).rejects.toMatchObject({ code: 'list-request.lapsed', status: 409 });
    expect([await state(), await mine(cast.approver)]).toEqual(['lapsed', []]);
    const second = await ask();
    await requests().allow(cast.approver, second.id, null);
    app.clock.set('2026-11-10T09:59:59+09:00');
    expect(await state()).toBe('allowed');
    app.clock.set('2026-11-10T10:00:00+09:00');
    await expect(take()).rejects.toMatchObject({ code: 'list-request.lapsed' });
    await expect(app.database.asOwner('update events.list_request set taken_at = $2, closed_at = $2 where id = $1', [second.id, app.clock.now()])).rejects.toThrow('list_request_taken_in_time');
    expect(await ask()).toMatchObject({ state: 'waiting' });
  });

  it('is for that list and that person alone', async () => {
    const { id } = await ask();
    await requests().allow(cast.approver, id, null);
    await expect(take(cast.staff, 'completion-list')).rejects.toMatchObject({ code: 'list-request.needed' });
    await expect(take(colleague)).rejects.toMatchObject({ code: 'list-request.needed' });
    expect(await take()).toBe('contact: 集合場所の 変更');
  });

  it('is neither asked for, allowed nor taken once the names are removed; no may still be said', async () => {
    const first = await ask();
    const other = await ask(colleague);
    const third = await ask(cast.otherApprover);
    await requests().allow(cast.approver, first.id, null);
    await removeNames();
    await expect(take()).rejects.toMatchObject({ code: 'list-request.names-removed', status: 409 });
    await expect(requests().allow(cast.approver, other.id, null)).rejects.toMatchObject({ code: 'list-request.names-removed' });
    await expect(ask(cast.approver)).rejects.toMatchObject({ code: 'list-request.names-removed' });
    await requests().deny(cast.approver, third.id, null);
    expect(await state(cast.otherApprover)).toBe('refused');
  });

  it('is allowed once and taken once, also by many at the same moment', async () => {
    const { id } = await ask();
    const decided = await race(4, (index) => (index % 2 === 0 ? requests().allow(cast.approver, id, null) : requests().deny(cast.otherApprover, id, null)));
    expect(decided.values).toHaveLength(1);
    expect(decided.errors).toEqual(Array(3).fill(expect.objectContaining({ code: 'list-request.decided' })));
    if ((await state()) === 'refused') await requests().allow(cast.approver, (await ask()).id, null);
    const taken = await race(4, () => take());
    expect(taken.values).toEqual(['contact: 集合場所の 変更']);
    expect(taken.errors).toEqual(Array(3).fill(expect.objectContaining({ code: 'list-request.taken' })));
    const asked = await race(3, () => ask());
    expect(asked.values).toHaveLength(1);
    expect(asked.errors).toEqual(Array(2).fill(expect.objectContaining({ code: 'list-request.open' })));
  });
});

describe('who leads an association', () => {
  it('needs nobody: their own reason counts, and there is nothing to ask for', async () => {
    const theirs = await app.get(EventDrafts).create(cast.leader, aConcert(cast.host));
    expect(await requests().ofEvent(cast.leader, theirs.id)).toEqual({ needed: false, items: [] });
    await expect(requests().ask(cast.leader, theirs.id, { list: 'participant-list', why: 'door' })).rejects.toMatchObject({ code: 'list-request.not-needed', status: 409 });
    expect(await app.tx(async (tx) => requests().take(tx, cast.leader, (await app.get(EventRepository).byId(tx, theirs.id))!, 'participant-list', () => 'their own'))).toBe('their own');
    await expect(requests().ask(cast.leader, event.id, { list: 'participant-list', why: 'door' })).rejects.toMatchObject({ code: 'print.leaders-only', status: 403 });
    await expect(requests().ask(cast.staff, event.id, { list: 'participant-list', why: 'other', words: ' ' })).rejects.toMatchObject({ code: 'print.reason-missing', status: 422 });
  });
});

describe('who leads drills', () => {
  it('takes no list along, nor asks for one: names of their own drill are seen and printed', async () => {
    const drills = await anOfficer(app, cast.host, 'drill-leader', '岡 かつ');
    const drill = await app.get(EventDrafts).create(cast.leader, { ...aConcert(cast.host), category: 'drill' });
    const taking = (by: Actor): Promise<string> => app.tx(async (tx) => requests().take(tx, by, (await app.get(EventRepository).byId(tx, drill.id))!, 'participant-list', () => 'their own'));
    expect(await taking(cast.leader)).toBe('their own');
    await expect(taking(drills)).rejects.toMatchObject({ code: 'list-request.leaders-only', status: 403 });
    await expect(requests().ofEvent(drills, drill.id)).rejects.toMatchObject({ code: 'list-request.leaders-only', status: 403 });
  });
});

describe('the privacy officer', () => {
  it('reads by month what was asked for, allowed and refused, and that is logged too', async () => {
    app.clock.set('2026-12-31T23:59:00+09:00');
    const { id } = await ask();
    app.clock.set('2027-01-01T00:00:00+09:00');
    await requests().deny(cast.approver, id, null);
    const december = await app.get(ListExports).ofMonth(officer, '2026-12');
    expect(december).toMatchObject({ month: '2026-12', total: 1, items: [{ step: 'asked', list: 'participant-list', by: '井上 さくら', why: 'contact', words: '集合場所の 変更', host: '西区役所', title: '靱公園バラ園コンサート', rowCount: null }] });
    expect(await app.get(ListExports).ofMonth(officer, null)).toMatchObject({ month: '2027-01', total: 1, items: [{ step: 'refused', by: '高橋 一郎' }] });
    expect(await app.database.asOwner('select subject, row_count from identity.access_log where action = $1 order by subject', ['access-log.reviewed'])).toEqual([{ subject: 'exports:2026-12', row_count: 1 }, { subject: 'exports:2027-01', row_count: 1 }]);
    await expect(app.get(ListExports).ofMonth(cast.approver, null)).rejects.toMatchObject({ code: 'list-export.privacy-officer-only', status: 403 });
  });
});
