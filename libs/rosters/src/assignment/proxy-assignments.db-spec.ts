import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { People } from '@yoriai/identity';
import { newId } from '@yoriai/platform';
import { race, testApp, Town, type TestApp } from '@yoriai/testing';
import { RostersWorkerModule } from '../rosters.worker.js';
import { aPublishedEvent, actorOf, code, duty } from '../testing/duties.js';
import { Assignments } from './assignment.service.js';
import { PrintedRosters } from './printed-rosters.service.js';
import { ProxyAssignments } from './proxy-assignments.service.js';

let app: TestApp;
let town: Town;
let proxies: ProxyAssignments;

beforeAll(async () => {
  app = await testApp({ imports: [RostersWorkerModule] });
  town = new Town(app);
  proxies = app.get(ProxyAssignments);
});
afterAll(() => app.close());

let phones = 0;
const hand = (name = '山田 太郎') => ({ channel: 'phone' as const, name, kana: 'やまだ たろう', phone: `06-7000-${String(++phones).padStart(4, '0')}` });
const leaderOf = async (event: { organisationId: string }) => actorOf(await town.person(), event.organisationId);
const atField = (field: string, refusal: string) => ({ status: 422, fields: [{ field, code: refusal }] });
const onEvent = async (id: string) => app.tx((tx) => app.get(Assignments).ofEvent(tx, id));

describe('somebody who said yes by telephone', () => {
  it('stands on the shift like every volunteer, with who entered them, a line in the access log and the message of a volunteer', async () => {
    const event = await aPublishedEvent(app, duty('受付', 2));
    const leader = await leaderOf(event);
    const entered = await proxies.enter(leader, event.shiftOf('受付'), hand());
    expect(entered).toMatchObject({ name: '山田 太郎', letter: false });
    expect(await onEvent(event.id)).toMatchObject([{ id: entered.id, number: entered.number, status: 'confirmed' }]);
    const sql = 'select channel, entered_by, s.places_taken from rosters.assignment a join rosters.shift s on s.id = a.shift_id where a.id = $1';
    expect(await app.database.asOwner(sql, [entered.id])).toEqual([{ channel: 'phone', entered_by: leader.personId, places_taken: 1 }]);
    const logged = `select actor_person_id, row_count from identity.access_log where action = 'shift-roster.person-entered' and subject = $1`;
    expect(await app.database.asOwner(logged, [`event:${event.id}`])).toEqual([{ actor_person_id: leader.personId, row_count: 1 }]);
    expect((await app.outbox()).map(({ payload }) => payload)).toContainEqual(expect.objectContaining({ assignmentId: entered.id, eventId: event.id }));
  });

  it('is one person, found again by name and contact: not twice on a shift, not in two places at once', async () => {
    const event = await aPublishedEvent(app, duty('受付', 3), duty('案内', 3, '13:00', '15:00'), duty('片づけ', 3, '15:00', '16:00'));
    const leader = await leaderOf(event);
    const taro = hand();
    await proxies.enter(leader, event.shiftOf('受付'), taro);
    const again = { ...taro, phone: taro.phone.replaceAll('-', '') };
    await expect(proxies.enter(leader, event.shiftOf('受付'), again)).rejects.toMatchObject(atField('name', 'shift.they-have-it'));
    await expect(proxies.enter(leader, event.shiftOf('案内'), again)).rejects.toMatchObject(atField('name', 'shift.they-overlap-on'));
    await proxies.enter(leader, event.shiftOf('片づけ'), again);
    await proxies.enter(leader, event.shiftOf('案内'), { ...again, name: '山田 次郎' });
    expect(new Set((await onEvent(event.id)).map(({ personId }) => personId)).size).toBe(2);
  });

  it('who is elsewhere at that hour is named with the duty to who leads it too, to others with the hour alone', async () => {
    const [event, elsewhere] = [await aPublishedEvent(app, duty('受付', 3), duty('案内', 3)), await aPublishedEvent(app, duty('会計', 3))];
    const taro = hand();
    await proxies.enter(await leaderOf(event), event.shiftOf('受付'), taro);
    const said = { hours: expect.stringMatching(/^2026-[\d-]+T[\d:.]+Z\/2026-[\d-]+T[\d:.]+Z$/) };
    const refused = (code: string, params: object) => ({ status: 422, fields: [{ field: 'name', code, params }] });
    await expect(proxies.enter(await leaderOf(event), event.shiftOf('案内'), taro)).rejects.toMatchObject(refused('shift.they-overlap-on', { ...said, duty: '受付', event: expect.any(String) }));
    const caught = await proxies.enter(await leaderOf(elsewhere), elsewhere.shiftOf('会計'), taro).catch((error: unknown) => error);
    expect(caught).toMatchObject({ code: 'shift.they-overlap', fields: [{ field: 'name', code: 'shift.they-overlap', params: said }] });
    expect(JSON.stringify((caught as { fields: unknown }).fields)).not.toContain('受付');
  });

  it('of somebody of the same name with another contact it is asked whether they are one: then nothing new is written, and the hours are compared', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4), duty('案内', 4, '13:00', '15:00'), duty('片づけ', 4, '15:00', '16:00'));
    const leader = await leaderOf(event);
    const taro = hand('川口 太郎');
    const later = () => hand('川口　太郎');
    await proxies.enter(leader, event.shiftOf('受付'), taro);
    await expect(proxies.enter(leader, event.shiftOf('片づけ'), later())).rejects.toMatchObject({ status: 422, fields: [{ field: 'same', code: 'shift.same-name', params: { duty: '受付' } }] });
    expect(await onEvent(event.id)).toHaveLength(1);
    await proxies.enter(leader, event.shiftOf('片づけ'), { ...later(), same: true });
    await expect(proxies.enter(leader, event.shiftOf('案内'), { ...later(), same: true })).rejects.toMatchObject(atField('name', 'shift.they-overlap-on'));
    expect(new Set((await onEvent(event.id)).map(({ personId }) => personId)).size).toBe(1);
    expect(await app.database.asOwner(`select phone from identity.person where name in ('川口 太郎', '川口　太郎')`)).toEqual([{ phone: taro.phone.replaceAll('-', '') }]);
    await proxies.enter(leader, event.shiftOf('案内'), { ...later(), same: false });
    expect(new Set((await onEvent(event.id)).map(({ personId }) => personId)).size).toBe(2);
    await expect(proxies.enter(leader, event.shiftOf('片づけ'), { ...later(), same: true })).rejects.toMatchObject(atField('phone', 'shift.which-of-them'));
    // Who is known by the contact is not asked about.
    await expect(proxies.enter(leader, event.shiftOf('受付'), taro)).rejects.toMatchObject(atField('name', 'shift.they-have-it'));
  });

  it('is one where two records of the name were joined since: the record that stays', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4), duty('案内', 4, '13:00', '15:00'), duty('片づけ', 4, '15:00', '16:00'));
    const leader = await leaderOf(event);
    const hanako = () => hand('大田 花子');
    await proxies.enter(leader, event.shiftOf('受付'), hanako());
    await proxies.enter(leader, event.shiftOf('案内'), { ...hanako(), same: false });
    const [gone, stays] = (await onEvent(event.id)).map(({ personId }) => personId);
    await app.database.asOwner('update identity.person set merged_into = $2 where id = $1', [gone, stays]);
    await proxies.enter(leader, event.shiftOf('片づけ'), { ...hanako(), same: true });
    expect((await onEvent(event.id)).find(({ duty: name }) => name === '片づけ')?.personId).toBe(stays);
  });

  it('keeps the address they have: a leader who types another one changes nothing', async () => {
    const event = await aPublishedEvent(app, duty('受付', 3), duty('片づけ', 3, '15:00', '16:00'));
    const leader = await leaderOf(event);
    const taro = hand();
    await proxies.enter(leader, event.shiftOf('受付'), taro);
    expect(await proxies.enter(leader, event.shiftOf('片づけ'), { ...taro, email: 'other@example.jp' })).toMatchObject({ letter: false });
    expect(await app.database.asOwner('select 1 from identity.person where email = $1', ['other@example.jp'])).toEqual([]);
    expect(await proxies.enter(leader, event.shiftOf('受付'), { channel: 'desk', name: '森 花', kana: 'もり はな', email: 'mori@example.jp' })).toMatchObject({ letter: true });
  });

  it('is told to nobody by their number where the leader did not know it: who is found by a mail address keeps theirs', async () => {
    const event = await aPublishedEvent(app, duty('受付', 3), duty('片づけ', 3, '15:00', '16:00'));
    const leader = await leaderOf(event);
    const known = { name: '標野 花', kana: 'しめの はな', phone: '06-7100-0001', email: 'hana-shimeno@example.jp' };
    await app.tx((tx) => app.get(People).add(tx, known));
    const roster = async () => (await app.get(PrintedRosters).of(leader, event.id)).shifts.flatMap(({ duty: name, people }) => people.map(({ phone }) => [name, phone]));
    await proxies.enter(leader, event.shiftOf('受付'), { ...known, channel: 'phone', phone: undefined });
    expect(await roster()).toEqual([['受付', null]]);
    await proxies.enter(leader, event.shiftOf('片づけ'), { ...known, channel: 'phone', email: undefined });
    expect(await roster()).toEqual([['受付', null], ['片づけ', '0671000001']]);
  });

  it('is the record that signs in, before others, and none that was joined with another', async () => {
    const event = await aPublishedEvent(app, duty('受付', 3), duty('片づけ', 3, '15:00', '16:00'));
    const leader = await leaderOf(event);
    const same = { name: '山田 三郎', kana: 'やまだ さぶろう', phone: '06-7200-0001' };
    const [older, merged, own] = await app.tx(async (tx) => [await app.get(People).add(tx, same), await app.get(People).add(tx, same), await app.get(People).add(tx, same)]);
    await app.database.asOwner(`insert into identity.account (id, person_id, email, status, created_at) values ($1, $2, 'saburo@example.jp', 'active', now())`, [newId(), own]);
    const found = async (shift: string) => (await onEvent(event.id)).find(({ duty: name }) => name === shift)?.personId;
    await proxies.enter(leader, event.shiftOf('受付'), { ...same, channel: 'phone' });
    expect(await found('受付')).toBe(own);
    await app.database.asOwner('update identity.person set merged_into = $2 where id = any($1)', [[own, merged], older]);
    await proxies.enter(leader, event.shiftOf('片づけ'), { ...same, channel: 'phone' });
    expect(await found('片づけ')).toBe(older);
  });

  it('is refused on a full shift, after the start, and when the event is off', async () => {
    const event = await aPublishedEvent(app, duty('受付', 1), duty('朝', 1, '08:00', '09:00'));
    const leader = await leaderOf(event);
    await proxies.enter(leader, event.shiftOf('受付'), hand());
    await expect(proxies.enter(leader, event.shiftOf('受付'), hand('森 一'))).rejects.toMatchObject(code('shift.full'));
    await app.database.asOwner(`update rosters.shift set starts_at = '2020-01-01T00:00:00Z' where id = $1`, [event.shiftOf('朝')]);
    await expect(proxies.enter(leader, event.shiftOf('朝'), hand('森 一'))).rejects.toMatchObject(code('shift.started'));
    await app.database.asOwner(`update events.event set state = 'cancelled' where id = $1`, [event.id]);
    await expect(proxies.enter(leader, event.shiftOf('受付'), hand('森 一'))).rejects.toMatchObject(code('shift.event-cancelled'));
    await expect(proxies.enter(leader, newId(), hand())).rejects.toMatchObject(code('shift.not-found', 404));
    await expect(proxies.enter(actorOf(await town.person(), newId()), event.shiftOf('受付'), hand())).rejects.toMatchObject(code('shift.leaders-only', 403));
  });
});

describe('two leaders at once', () => {
  it('have one last place', async () => {
    const event = await aPublishedEvent(app, duty('受付', 1));
    const leaders = [await leaderOf(event), await leaderOf(event)];
    const { values, errors } = await race(2, (index) => proxies.enter(leaders[index]!, event.shiftOf('受付'), hand(`森 ${index}`)));
    expect(values).toHaveLength(1);
    expect(errors).toMatchObject([code('shift.full')]);
  });

  it('write the same person down once', async () => {
    const event = await aPublishedEvent(app, duty('受付', 4));
    const leaders = [await leaderOf(event), await leaderOf(event), await leaderOf(event)];
    const taro = hand();
    const { values, errors } = await race(3, (index) => proxies.enter(leaders[index]!, event.shiftOf('受付'), taro));
    expect(values).toHaveLength(1);
    expect(errors).toMatchObject([atField('name', 'shift.they-have-it'), atField('name', 'shift.they-have-it')]);
  });
});
