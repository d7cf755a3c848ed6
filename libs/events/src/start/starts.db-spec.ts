import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Actor, Areas, Organisations } from '@yoriai/associations';
import { newId, rows } from '@yoriai/platform';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, aConcert, anOfficer, type Cast } from '../an-event.builder.js';
import { AnswersForgetting } from '../asks/forgetting.js';
import { EventsModule } from '../events.module.js';
import { Venues } from '../venue/venues.service.js';
import { StartAnswers } from './start-answers.service.js';
import { StartAsking } from './start-asking.service.js';
import type { StartLine, StartRequest } from './start.dto.js';
import { Starts } from './starts.service.js';

const ROOM = 'コート立売堀集会室';
const DAY = 24 * 60;
let app: TestApp;
let cast: Cast;
let area: string;
let asked = 0;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
  area = await app.tx(async (tx) => (await app.get(Areas).all(tx))[0]!.slug);
  await app.get(Venues).add(cast.staff, { name: ROOM, kana: 'こーと', kind: 'condominium' });
});
afterAll(() => app.close());

const WISH: StartRequest = { programme: 'exercise', venue: ROOM, people: 15, weekdays: [4, 2], hours: 'morning', contactName: '標野 つばめ', email: 'TSUBAME@example.jp', note: '机を動かせます。' };
const ask = (more: Partial<StartRequest> = {}): Promise<string> => app.get(StartAsking).ask({ ...WISH, area, email: `asker-${(asked += 1)}@example.jp`, ...more }, { language: 'ja', from: newId() });
const byPhone = (more: Partial<StartRequest> = {}): Promise<string> => ask({ email: undefined, phone: `０９０－００００－${String(1000 + (asked += 1))}`, ...more } as Partial<StartRequest>);
const idOf = async (token: string): Promise<string> => (await app.get(StartAsking).byToken(token)).id;
const line = async (actor: Cast['leader'], id: string): Promise<StartLine | undefined> => (await app.get(Starts).list(actor)).items.find((each) => each.id === id);
const answer = (id: string, state: 'talking' | 'accepted' | 'declined', words: string | null = null, actor = cast.staff) => app.get(StartAnswers).answer(actor, id, { state, words });
const told = async (id: string): Promise<string[]> => (await app.outbox()).filter(({ payload }) => payload['startId'] === id).map(({ message }) => message);

describe('a request to begin something', () => {
  it('comes from people without a login, is talked about, accepted, and becomes a series', async () => {
    const token = await ask({ email: 'TSUBAME@example.jp' });
    const id = await idOf(token);
    expect(await line(cast.staff, id)).toMatchObject({ programme: 'exercise', venue: ROOM, place: null, weekdays: [2, 4], areaSlug: area, state: 'waiting', contact: { name: '標野 つばめ', phone: null, email: 'tsubame@example.jp' }, note: '机を動かせます。', can: { talk: true, accept: true, decline: true, begin: 'start.is-waiting' } });
    expect((await app.get(Starts).waiting(cast.staff)).items).toContainEqual(expect.objectContaining({ id, kind: 'answer', place: ROOM }));
    await answer(id, 'talking', '月曜日にうかがいます。');
    await answer(id, 'accepted', 'おもりをお貸しします。', cast.approver);
    expect(await app.get(StartAsking).byToken(token)).toMatchObject({ state: 'accepted', reply: 'おもりをお貸しします。' });
    expect(await told(id)).toEqual(['events.start-asked', 'events.start-talk-begun', 'events.start-accepted']);
    expect(JSON.stringify(await app.outbox())).not.toMatch(/標野|tsubame/i);

    const event = await app.get(StartAnswers).begin(cast.staff, id, aConcert(cast.host, { title: 'いきいき百歳体操', venues: [ROOM] }));
    expect(event).toMatchObject({ state: 'draft', title: 'いきいき百歳体操', venues: [ROOM] });
    expect(await line(cast.staff, id)).toMatchObject({ eventId: event.id, can: { decline: 'start.begun', begin: 'start.begun' } });
    await expect(app.get(StartAnswers).begin(cast.staff, id, aConcert(cast.host))).rejects.toMatchObject({ code: 'start.begun', status: 409 });
    await expect(app.get(StartAsking).withdraw(token)).rejects.toMatchObject({ code: 'start.begun' });
    const log = await app.tx((tx) => rows<{ action: string }>(tx, 'select action from identity.access_log where subject = $1 order by at, id', [`start:${id}`]));
    expect(log.map(({ action }) => action)).toEqual(['start.talking', 'start.accepted']);
    const reads = await app.tx((tx) => rows<{ row_count: number }>(tx, `select row_count from identity.access_log where action = 'starts.contacts-read' and actor_person_id = $1`, [cast.staff.personId]));
    expect(reads.every(({ row_count }) => row_count > 0)).toBe(true);
  });

  it('is answered by two at once a single time', async () => {
    const id = await idOf(await ask());
    let at = 0;
    const { values, errors } = await race(2, () => ((at += 1) === 1 ? answer(id, 'accepted') : answer(id, 'declined', '部屋が足りません。', cast.approver)));
    // Who comes second hears how it stands; what was accepted can still be turned down, what was turned down stays so.
    expect([1, 2]).toContain(values.length);
    expect(errors.map((error) => (error as { code?: string }).code)).toEqual(values.length === 1 ? ['start.is-declined'] : []);
    expect(await line(cast.staff, id)).toMatchObject({ state: 'declined', reply: '部屋が足りません。' });
  });

  it('is begun by two at once a single time', async () => {
    const id = await idOf(await ask());
    await answer(id, 'accepted');
    const { values, errors } = await race(3, () => app.get(StartAnswers).begin(cast.staff, id, aConcert(cast.host)));
    expect([values.length, errors.map((error) => (error as { code?: string }).code)]).toEqual([1, ['start.begun', 'start.begun']]);
  });

  it('is turned down with a reason alone, and telephoned where nobody can be written to', async () => {
    const id = await idOf(await byPhone());
    await expect(answer(id, 'declined')).rejects.toMatchObject({ status: 422, fields: [{ field: 'words', code: 'start.reason-missing' }] });
    await answer(id, 'talking');
    expect(await line(cast.staff, id)).toMatchObject({ toCall: false });
    await expect(app.get(StartAnswers).called(cast.staff, id)).rejects.toMatchObject({ code: 'start.is-talking' });
    await answer(id, 'declined', 'おもりが足りません。');
    expect((await app.get(Starts).waiting(cast.staff)).items.filter((each) => each.id === id)).toEqual([expect.objectContaining({ kind: 'call' })]);
    await app.get(StartAnswers).called(cast.staff, id);
    await app.get(StartAnswers).called(cast.approver, id);
    expect(await line(cast.staff, id)).toMatchObject({ toCall: false, state: 'declined' });
    expect((await app.get(Starts).waiting(cast.staff)).items.filter((each) => each.id === id)).toEqual([]);
    await expect(answer(id, 'accepted')).rejects.toMatchObject({ code: 'start.is-declined', status: 409 });
    const [row] = await app.database.asOwner<{ called_by: string }>('select called_by from events.start_request where id = $1', [id]);
    expect(row!.called_by).toBe(cast.staff.personId);
  });

  it('says where, of the list or in words, in an area that there is, and how to be reached', async () => {
    const field = (name: string, code: string) => expect.objectContaining({ status: 422, fields: [expect.objectContaining({ field: name, code })] });
    await expect(ask({ area: 'atlantis' })).rejects.toEqual(field('area', 'start.area-unknown'));
    await expect(ask({ email: undefined } as unknown as Partial<StartRequest>)).rejects.toEqual(field('phone', 'start.contact-missing'));
    await expect(app.get(Starts).ask(cast.staff, { ...WISH, email: 'nowhere@example.jp', organisationId: newId() })).rejects.toMatchObject({ code: 'start.organisation-unknown', status: 422 });
    await expect(ask({ venue: 'どこにもない集会室' })).rejects.toMatchObject({ code: 'start.venue-unknown', status: 422 });
    const id = await idOf(await ask({ venue: null, place: '北堀江1丁目の集会室', area: null, weekdays: [] }));
    expect(await line(cast.staff, id)).toMatchObject({ venue: null, place: '北堀江1丁目の集会室', areaId: null, weekdays: [] });
  });

  it('is one of three that a contact has open, also when many are sent at once', async () => {
    const { values, errors } = await race(5, () => ask({ email: 'many@example.jp' }));
    expect([values.length, new Set(errors.map((error) => (error as { code?: string }).code))]).toEqual([3, new Set(['start.enough'])]);
    await app.get(StartAsking).withdraw(values[0]!);
    await ask({ email: 'many@example.jp' });
  });

  it('is one of three with one address also when each names another telephone at once', async () => {
    const { values, errors } = await race(5, () => byPhone({ email: 'shared@example.jp' }));
    expect([values.length, new Set(errors.map((error) => (error as { code?: string }).code))]).toEqual([3, new Set(['start.enough'])]);
  });

  it('is one of five a day of a contact, also of those that were taken back', async () => {
    const again = async (): Promise<void> => app.get(StartAsking).withdraw(await ask({ email: 'victim@example.jp' }));
    for (let nth = 0; nth < 5; nth += 1) await again();
    await expect(again()).rejects.toMatchObject({ code: 'start.too-often', status: 429, retryAfter: 86_400 });
    app.clock.advance(DAY);
    await again();
  });

  it('is asked as often as they say by who signed in: a federation for each of its rooms, the ward office for who calls again', async () => {
    const wish = { ...WISH, email: 'federation@example.jp' };
    for (let nth = 0; nth < 6; nth += 1) await app.get(Starts).ask(nth % 2 === 0 ? cast.leader : cast.staff, nth % 2 === 0 ? { ...wish, organisationId: cast.host } : wish);
    // And nobody who asks by themselves is kept from it by that.
    await ask({ email: 'federation@example.jp' });
  });

  it('is asked twenty times an hour from one place, no more', async () => {
    const from = newId();
    const once = () => app.get(StartAsking).ask({ ...WISH, email: `often-${(asked += 1)}@example.jp` }, { language: 'ja', from });
    for (let nth = 0; nth < 20; nth += 1) await once();
    await expect(once()).rejects.toMatchObject({ code: 'platform.too-often', status: 429 });
  });
});

describe('who', () => {
  it('asks in the App for an association they lead, sees it, takes it back, and begins it once it is accepted', async () => {
    const { items } = await app.get(Starts).ask(cast.leader, { ...WISH, area, email: 'leader@example.jp', organisationId: cast.host });
    const { id } = items.find(({ contact }) => contact?.email === 'leader@example.jp')!;
    expect(await line(cast.officer, id)).toMatchObject({ organisationName: '西船場連合振興町会', contact: { name: '標野 つばめ' }, can: { withdraw: true, accept: 'start.staff-only' } });
    await expect(answer(id, 'accepted', null, cast.leader)).rejects.toMatchObject({ code: 'start.staff-only', status: 403 });
    await answer(id, 'accepted');
    expect((await app.get(Starts).waiting(cast.leader)).items).toContainEqual(expect.objectContaining({ id, kind: 'begin' }));
    await expect(app.get(StartAnswers).begin(cast.leader, id, aConcert(cast.otherHost))).rejects.toMatchObject({ code: 'event.host-only', status: 403 });
    expect(await line(cast.leader, id)).toMatchObject({ state: 'accepted', eventId: null });
    await app.get(StartAnswers).withdraw(cast.leader, id);
    expect(await line(cast.staff, id)).toMatchObject({ state: 'withdrawn' });

    await expect(app.get(Starts).ask(cast.blockLeader, { ...WISH, organisationId: cast.host })).rejects.toMatchObject({ code: 'start.leaders-only', status: 403 });
    await expect(app.get(Starts).ask(cast.leader, WISH)).rejects.toMatchObject({ code: 'start.leaders-only', status: 403 });
    // Somebody called: the ward office writes it down.
    const after = await app.get(Starts).ask(cast.staff, { ...WISH, email: 'caller@example.jp' });
    expect(after.items.find(({ contact }) => contact?.email === 'caller@example.jp')).toMatchObject({ organisationId: null, state: 'waiting' });
  });

  it('supports or leads the area sees where and how many, and nobody to call', async () => {
    const id = await idOf(await ask());
    await answer(id, 'talking', '月曜日にうかがいます。');
    const areaId = (await line(cast.staff, id))!.areaId;
    const center = await app.tx((tx) => app.get(Organisations).add(tx, { name: 'まちづくりセンター', kana: 'まち', slug: `center-${newId()}`, kind: 'center', areaId }));
    const grown = await anOfficer(app, center, 'center', '町野 支える');
    const supporter = new Actor({ ...grown, grants: grown.grants.map((grant) => ({ ...grant, areaId })) });
    for (const actor of [supporter, cast.leader]) {
      expect(await line(actor, id)).toMatchObject({ venue: ROOM, people: 15, state: 'talking', contact: null, note: null, reply: null, toCall: false, can: { accept: 'start.staff-only', withdraw: 'start.leaders-only', begin: 'start.leaders-only' } });
      await expect(app.get(StartAnswers).withdraw(actor, id)).rejects.toMatchObject({ code: 'start.leaders-only', status: 403 });
      await expect(app.get(StartAnswers).begin(actor, id, aConcert(cast.host))).rejects.toMatchObject({ code: 'start.leaders-only', status: 403 });
      expect((await app.get(Starts).waiting(actor)).items.filter((each) => each.id === id)).toEqual([]);
    }
    for (const actor of [cast.otherLeader, cast.blockLeader, cast.member]) {
      expect(await line(actor, id)).toBeUndefined();
      await expect(answer(id, 'accepted', null, actor)).rejects.toMatchObject({ code: 'start.not-found', status: 404 });
    }
  });

  it('asked is forgotten thirty days after it ended or had its page; what is being prepared, or without an answer, is kept half a year', async () => {
    app.clock.set('2026-11-02T10:00:00+09:00');
    const [open, gone, prepared, begun, drafted] = await Promise.all([1, 2, 3, 4, 5].map(async () => idOf(await ask({ venue: null, place: '標野宅' }))));
    await answer(gone!, 'declined', '場所がせまいためです。');
    await answer(prepared!, 'accepted', 'お待ちください。');
    await answer(begun!, 'accepted');
    await answer(drafted!, 'accepted');
    await app.get(StartAnswers).begin(cast.staff, drafted!, aConcert(cast.host));
    const { id: eventId } = await app.get(StartAnswers).begin(cast.staff, begun!, aConcert(cast.host));
    app.clock.advance(20 * DAY);
    await app.database.asOwner(`insert into events.event_transition (id, event_id, from_state, to_state, verb, at) values ($1, $2, 'approved', 'published', 'publish', $3)`, [newId(), eventId, app.clock.now()]);
    const known = async (): Promise<(boolean | undefined)[]> => {
      await app.get(AnswersForgetting).sweep(app.clock.now());
      const found = await app.tx((tx) => app.get(StartAsking).byIds(tx, [open!, gone!, prepared!, begun!, drafted!]));
      return [open!, gone!, prepared!, begun!, drafted!].map((id) => found.get(id)?.contactName !== null);
    };
    app.clock.advance(10 * DAY);
    expect(await known()).toEqual([true, true, true, true, true]);
    app.clock.advance(1);
    expect(await known()).toEqual([true, false, true, true, true]);
    app.clock.advance(20 * DAY);
    expect(await known()).toEqual([true, false, true, false, true]);
    const told = (await app.outbox()).flatMap(({ message, payload }) => (message === 'events.starts-forgotten' ? (payload['startIds'] as string[]) : []));
    expect([open, gone, prepared, begun, drafted].map((id) => told.filter((each) => each === id).length)).toEqual([0, 1, 0, 1, 0]);
    app.clock.advance(130 * DAY);
    expect(await known()).toEqual([false, false, false, false, false]);
    await expect(answer(open!, 'talking')).rejects.toMatchObject({ code: 'start.forgotten', status: 409 });
    // Nobody could hear of an answer any more, nor be called.
    await expect(answer(prepared!, 'declined', 'おそすぎます。')).rejects.toMatchObject({ code: 'start.forgotten', status: 409 });
    await expect(app.get(StartAnswers).begin(cast.staff, prepared!, aConcert(cast.host))).rejects.toMatchObject({ code: 'start.forgotten', status: 409 });
    expect([await line(cast.staff, gone!), await line(cast.staff, prepared!)]).toMatchObject([{ toCall: false }, { toCall: false, can: { decline: 'start.forgotten', begin: 'start.forgotten' } }]);
    const [row] = await app.database.asOwner(`select to_jsonb(start)::text as text, state, people from events.start_request start where id = $1`, [gone]);
    expect(row).toMatchObject({ state: 'declined', people: 15 });
    expect(JSON.stringify(row)).not.toMatch(/標野|asker-|机を|せまい/);
  });
});
