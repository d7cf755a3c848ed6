import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, anEvent, applied, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicantList } from '../application/applicant-list.service.js';
import { ApplicationChanges } from '../application/application-changes.service.js';
import { Applications } from '../application/applications.service.js';
import { Draws } from '../application/draws.service.js';
import { SignUps } from '../application/sign-up.service.js';
import type { ApplicationAnswer, ApplyRequest } from '../application/application.dto.js';
import { AnswersForgetting } from '../asks/forgetting.js';
import { ConsentTown } from '../consent/testing/consent-town.js';
import { GuardianConsents } from '../consent/guardian-consents.service.js';
import { HostAnswers } from '../choice/host-answers.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import type { FrameDraft } from '../frame/frame-draft.dto.js';
import type { AmendRequest } from './amendment.dto.js';
import { Amendments } from './amendments.service.js';

let app: TestApp;
let cast: Cast;
let town: ConsentTown;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
  town = new ConsentTown(app, cast);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const small = (frame: Partial<FrameDraft> = {}): Promise<EventDetail> => anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 4, perApplicationMax: 4, ...frame }] });
const family = (event: EventDetail, index: number, more: Partial<ApplyRequest> = {}): Promise<ApplicationAnswer> =>
  app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(index), ...more });
const change = (answer: ApplicationAnswer, request: AmendRequest) => app.get(Amendments).byTicket(tokenOf(answer.ticketUrl), request);
const ticket = (answer: ApplicationAnswer) => app.get(Applications).ticket(tokenOf(answer.ticketUrl));
const contactOf = async ({ id }: ApplicationAnswer) => (await app.database.asOwner<{ contact_phone: string | null; contact_email: string | null }>('select contact_phone, contact_email from events.application where id = $1', [id]))[0];
const messages = async ({ id }: ApplicationAnswer) => (await app.outbox()).flatMap(({ message, payload }) => (payload['applicationId'] === id ? [message.replace('events.', '')] : []));
let nth = 500;
const next = (): number => (nth += 1);

describe('how many come', () => {
  it('become fewer at once, and whoever waits is offered what was given back', async () => {
    const event = await small();
    const [first, waits] = [await applied(app, event, next(), 4), await applied(app, event, next(), 2)];
    await change(first, { heads: 2 });
    expect(await town.taken(event)).toEqual([4, 0]);
    expect([(await ticket(first)).heads, (await ticket(waits)).status]).toEqual([2, 'offered']);
    expect(await ticket(first)).toMatchObject({ amended: { by: 'ticket', headsBefore: 4, headsAfter: 2, what: ['heads'] } });
    expect(await messages(first)).toEqual(['application-confirmed', 'application-amended']);
    // Twice the same is once.
    await change(first, { heads: 2 });
    expect(await messages(first)).toHaveLength(2);
  });

  it('are not put back by a leader whose screen was open before', async () => {
    const event = await small();
    const one = await applied(app, event, next(), 4);
    const opened = (await app.get(ApplicantList).ofEvent(cast.leader, event.id)).items[0]!.read;
    await change(one, { heads: 2 });
    await expect(app.get(Amendments).byHost(cast.leader, one.id!, { heads: 3, read: opened })).rejects.toMatchObject({ code: 'application.amended-meanwhile', status: 409 });
    const { read } = (await app.get(ApplicantList).ofEvent(cast.leader, event.id)).items[0]!;
    await app.get(Amendments).byHost(cast.leader, one.id!, { heads: 3, read });
    expect((await ticket(one)).heads).toBe(3);
  });

  it('are not put back in another window, whatever of the application was changed there, and the sign tells nothing of it', async () => {
    const event = await small({ companions: 'names' });
    const one = await family(event, next(), { heads: 2, companions: [{ name: '木村 花', kana: 'きむら' }] });
    const line = async () => (await app.get(ApplicantList).ofEvent(cast.leader, event.id)).items[0]!;
    const meanwhile = { code: 'application.amended-meanwhile', status: 409 };
    for (const [nth, first] of [{ phone: '06-0000-7001' }, { email: 'window@example.jp' }, { kana: 'ほかの よみ' }, { heads: 2, companions: [{ at: 0, name: '木村 花', kana: 'きむら はな' }] }].entries()) {
      const [{ read }, { amend }] = [await line(), await ticket(one)];
      await app.get(Amendments).byHost(cast.leader, one.id!, { ...first, read });
      const stands = await contactOf(one);
      await expect(app.get(Amendments).byHost(cast.leader, one.id!, { phone: `06-0000-800${nth}`, read })).rejects.toMatchObject(meanwhile);
      await expect(change(one, { email: `later-${nth}@example.jp`, read: amend!.read })).rejects.toMatchObject(meanwhile);
      expect(await contactOf(one)).toEqual(stands);
    }
    // The list names each change, not the last alone.
    expect((await line()).amended.map(({ what }) => what)).toEqual([['companions'], ['name'], ['email'], ['phone']]);
    // The same for both, made with the installation's secret: a number of ten digits is not found by trying.
    const [{ read }, { amend }] = [await line(), await ticket(one)];
    expect([amend!.read, read.length]).toEqual([read, 24]);
    await change(one, { phone: '06-0000-9001', read: amend!.read });
    expect(await contactOf(one)).toMatchObject({ contact_phone: '0600009001' });
  });

  it('are who they are where each has an entry number; how they are written is mended', async () => {
    const event = await small({ companions: 'names' });
    const one = await family(event, next(), { heads: 2, companions: [{ name: '木村 花', kana: 'きむら' }] });
    await app.database.asOwner(`insert into events.contest (event_id, criteria, scale, places, state, ties, prizes, updated_at) values ($1, '{飛びかた}', 5, 1, 'open', '[]', '[]', now())`, [event.id]);
    await app.database.asOwner(`insert into events.contest_division (frame_id, event_id, name, unit, sort) values ($1, $2, '一般', 'person', 0)`, [event.frames[0]!.id, event.id]);
    const lists = (companions: AmendRequest['companions'], heads = 2) => app.get(Amendments).byHost(cast.leader, one.id!, { heads, companions });
    await lists([{ at: 0, name: '木村　花', kana: 'きむら はな' }]);
    expect((await ticket(one)).companions).toMatchObject([{ kana: 'きむら はな' }]);
    const numbered = { code: 'application.amend-numbered', status: 409 };
    await expect(lists([{ name: '森 葉', kana: 'もり よう' }])).rejects.toMatchObject(numbered);
    await expect(lists([], 1)).rejects.toMatchObject(numbered);
    await expect(lists([{ at: 0, name: '木村 花', kana: 'きむら はな' }, { name: '森 葉', kana: 'もり よう' }], 3)).rejects.toMatchObject(numbered);
  });

  it('become more while places are free and nobody waits, all or none, up to what one application may bring', async () => {
    const event = await small({ capacity: 5 });
    const one = await applied(app, event, next());
    await change(one, { heads: 3 });
    await applied(app, event, next(), 1);
    await expect(change(one, { heads: 5 })).rejects.toMatchObject({ code: 'application.too-many-heads', status: 422, fields: [{ field: 'heads' }] });
    await applied(app, event, next(), 1);
    await expect(change(one, { heads: 4, phone: '06-0000-1234' })).rejects.toMatchObject({ code: 'application.no-more-places', status: 409, fields: [{ field: 'heads' }] });
    expect([(await ticket(one)).heads, (await contactOf(one))!.contact_phone, await town.taken(event)]).toEqual([3, null, [5, 0]]);
  });

  it('do not become more past those who wait, even where a place is free', async () => {
    const event = await small({ capacity: 4 });
    const [one, other] = [await applied(app, event, next(), 1), await applied(app, event, next(), 2)];
    const large = await applied(app, event, next(), 3);
    expect(large.status).toBe('waitlisted');
    await expect(change(one, { heads: 2 })).rejects.toMatchObject({ code: 'application.no-more-places' });
    await expect(change(large, { heads: 4 })).rejects.toMatchObject({ code: 'application.amend-waiting', status: 409 });
    // Fewer of those who wait fit: they keep their place and are asked.
    await change(large, { heads: 1 });
    expect([(await ticket(large)).status, await town.taken(event), (await ticket(other)).heads]).toEqual(['offered', [4, 0], 2]);
    await expect(change(large, { heads: 2 })).rejects.toMatchObject({ code: 'application.amend-offered', status: 409 });
  });

  it('stay from the day of the event on, and after the closing where the host counts for certain', async () => {
    const event = await small({ closesAt: '2026-11-20T17:00:00+09:00', asks: { fixed: true } });
    const [free, fixed] = [await applied(app, await small(), next(), 2), await applied(app, event, next(), 2)];
    app.clock.set('2026-11-20T17:00:00+09:00');
    await expect(change(fixed, { heads: 1 })).rejects.toMatchObject({ code: 'application.amend-closed', status: 409 });
    expect((await ticket(fixed)).amend).toMatchObject({ group: 'application.amend-closed' });
    await change(fixed, { phone: '06-0000-5555' });
    app.clock.set('2026-11-29T00:00:00+09:00');
    expect((await ticket(free)).can.amend).toBe('application.amend-day');
    await expect(change(free, { heads: 1 })).rejects.toMatchObject({ code: 'application.amend-day' });
    // A leader still may, for somebody who telephones.
    await app.get(Amendments).byHost(cast.leader, fixed.id!, { heads: 1 });
    expect(await town.taken(event)).toEqual([1, 0]);
  });

  it('may stay more than the host lets one application bring since, and grow no further', async () => {
    const event = await small({ capacity: 9, perApplicationMax: 6 });
    const one = await applied(app, event, next(), 5);
    await app.database.asOwner('update events.frame set per_application_max = 3 where id = $1', [event.frames[0]!.id]);
    await change(one, { heads: 4 });
    await expect(change(one, { heads: 5 })).rejects.toMatchObject({ code: 'application.too-many-heads', status: 422 });
    expect(await town.taken(event)).toEqual([4, 0]);
  });

  it('are no more than all frames have together', async () => {
    const event = await anEvent(app, cast, 'published', { totalPlaces: 3, frames: [{ name: '席', capacity: 9, perApplicationMax: 6 }, { name: '朝', capacity: 3, perApplicationMax: 2 }] });
    expect((await ticket(await applied(app, event, next(), 1))).amend).toMatchObject({ most: 3 });
  });

  it('are no more with the others of a parted group than one application may bring', async () => {
    const event = await small({ perApplicationMax: 3 });
    const [first, second] = [await applied(app, event, next(), 2), await applied(app, event, next(), 1)];
    const parted = await family(event, next(), { heads: 3, partIsFine: true });
    expect(parted).toMatchObject({ rest: { heads: 2 } });
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(first.ticketUrl));
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(second.ticketUrl));
    expect((await ticket(parted)).amend).toMatchObject({ most: 1 });
    await expect(change(parted, { heads: 2 })).rejects.toMatchObject({ code: 'application.too-many-heads', status: 422 });
  });

  it('move within a draw until it is drawn; then fewer, and more only by a leader', async () => {
    const event = await small({ method: 'lottery', closesAt: '2026-11-10T17:00:00+09:00' });
    const one = await applied(app, event, next(), 1);
    await change(one, { heads: 3 });
    expect(await app.database.asOwner('select entered, places_taken from events.frame where id = $1', [event.frames[0]!.id])).toEqual([{ entered: 3, places_taken: 0 }]);
    app.clock.set('2026-11-10T17:00:00+09:00');
    await app.get(Draws).sweep();
    expect((await ticket(one)).status).toBe('confirmed');
    await expect(change(one, { heads: 4 })).rejects.toMatchObject({ code: 'application.amend-drawn' });
    await change(one, { heads: 2 });
    await app.get(Amendments).byHost(cast.leader, one.id!, { heads: 3 });
    expect(await town.taken(event)).toEqual([3, 0]);
  });

  it('where the host chooses, tell nothing of an answer that was not told', async () => {
    const event = await small({ method: 'chosen' });
    const [chosen, declined] = [await applied(app, event, next(), 2), await applied(app, event, next(), 2)];
    await app.get(HostAnswers).answer(cast.leader, { eventId: event.id, ids: [chosen.id!], choice: 'accepted', words: null });
    await app.get(HostAnswers).answer(cast.leader, { eventId: event.id, ids: [declined.id!], choice: 'declined', words: null });
    for (const each of [chosen, declined]) {
      await expect(change(each, { heads: 3 })).rejects.toMatchObject({ code: 'application.amend-chosen' });
      await change(each, { heads: 1 });
      expect(await ticket(each)).toMatchObject({ status: 'applied', heads: 1, can: { amend: true } });
    }
    expect(await app.database.asOwner('select entered, places_taken from events.frame where id = $1', [event.frames[0]!.id])).toEqual([{ entered: 0, places_taken: 1 }]);
  });
});

describe('who comes along', () => {
  const TARO = { name: '山田 太郎', kana: 'やまだ たろう', born: '2016-04-02' };
  const HANA = { name: '山田 花', kana: 'やまだ はな', born: '2018-04-02' };
  const school = (more: Partial<FrameDraft> = {}) => small({ companions: 'names', asks: { ages: { by: 'age', from: 5, to: null }, ...more.asks }, ...more });

  it('is named again, keeps what was said of the same, and is judged where somebody is new', async () => {
    const event = await small({ companions: 'names', asks: { ages: { by: 'age', from: 5, to: null } } });
    const answer = await family(event, next(), { heads: 3, born: '1980-01-01', companions: [TARO, HANA] });
    await change(answer, { heads: 2, companions: [{ at: 1, name: '山田 花', kana: 'やまだ はなこ' }] });
    expect(await app.database.asOwner('select heads, companions from events.application where id = $1', [answer.id])).toEqual([{ heads: 2, companions: [{ name: '山田 花', kana: 'やまだ はなこ', born: '2018-04-02' }] }]);
    await expect(change(answer, { heads: 2, companions: [{ at: 0, name: '西 次郎', kana: 'にし じろう' }] })).rejects.toMatchObject({ code: 'application.born-needed', status: 422, fields: [{ field: 'companions.0.born' }] });
    await expect(change(answer, { heads: 3, companions: [{ at: 0, name: '山田 花', kana: 'やまだ はなこ' }, { ...TARO, born: '2024-04-02' }] })).rejects.toMatchObject({ code: 'application.age-outside', fields: [{ field: 'companions.1.born' }] });
    await expect(change(answer, { heads: 3, companions: [{ at: 0, name: '山田 花', kana: 'やまだ はなこ' }] })).rejects.toMatchObject({ code: 'application.names-needed' });
    expect(await town.taken(event)).toEqual([2, 0]);
  });

  it('is no minor that no guardian knows of', async () => {
    const event = await school({ asks: { ages: { by: 'age', from: 5, to: null }, guardian: true } });
    const adult = await family(event, next(), { heads: 1, born: '1980-01-01', guardian: { by: 'adults' } });
    await expect(change(adult, { heads: 2, companions: [TARO] })).rejects.toMatchObject({ code: 'application.amend-guardian', status: 422 });
    await change(adult, { heads: 2, companions: [{ ...TARO, born: '1990-01-01' }] });
    const mother = await family(event, next(), { heads: 1, born: '2016-04-02', guardian: { by: 'guardian', name: '標野 花', relation: '母' } });
    await change(mother, { heads: 2, companions: [HANA] });
    expect(await ticket(mother)).toMatchObject({ heads: 2, guardian: { state: 'given' } });
  });

  it('is read by a guardian before they say yes: another group is another question', async () => {
    const event = await school({ asks: { ages: { by: 'age', from: 5, to: null }, guardian: true } });
    const child = await family(event, next(), { heads: 1, born: '2016-04-02', guardian: { by: 'child', email: 'haha@example.jp' } });
    const [read, before] = [await town.read(child), linkText(child)];
    await change(child, { heads: 2, companions: [HANA] });
    await expect(app.get(GuardianConsents).giveByToken(before, { name: '標野 花', relation: '母', revision: read.revision, read: read.read })).rejects.toMatchObject({ code: 'application.consent-changed' });
    await town.gives(child);
    expect(await ticket(child)).toMatchObject({ status: 'confirmed', heads: 2 });
    await expect(change(child, { heads: 3, companions: [{ at: 0, name: HANA.name, kana: HANA.kana }, { name: '山田 三郎', kana: 'やまだ さぶろう', born: '2015-01-01' }] })).rejects.toMatchObject({ code: 'application.amend-guardian' });
  });

  const linkText = (answer: ApplicationAnswer): string => town.linkOf(answer);
});

describe('a leader', () => {
  it('changes it for somebody on the phone; the list says what and who, and nobody else may', async () => {
    const event = await small();
    const one = await family(event, next(), { heads: 2, email: 'mae-2@example.jp' });
    await expect(app.get(Amendments).byHost(cast.otherLeader, one.id!, { heads: 1 })).rejects.toMatchObject({ code: 'application.not-found', status: 404 });
    await app.get(Amendments).byHost(cast.leader, one.id!, { heads: 3, email: 'ato-2@example.jp' });
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items).toMatchObject([{ heads: 3, email: 'at•••@example.jp', amended: [{ by: 'host', headsBefore: 2, headsAfter: 3, what: ['heads', 'email'] }] }]);
    expect(await app.database.asOwner(`select actor_person_id, subject from identity.access_log where action = 'applications.amended' and subject = $1`, [`event:${event.id}`])).toEqual([{ actor_person_id: cast.leader.personId, subject: `event:${event.id}` }]);
  });
});

it('what was changed is forgotten thirty days after the event; that it was stays', async () => {
  const event = await small();
  const one = await family(event, next(), { heads: 2 });
  await change(one, { heads: 1, email: 'kesu@example.jp' });
  app.clock.set('2026-12-30T10:00:00+09:00');
  await app.get(AnswersForgetting).sweep(app.clock.now());
  expect(await app.database.asOwner('select heads_before, heads_after, was, now from events.application_amendment where application_id = $1', [one.id])).toEqual([{ heads_before: 2, heads_after: 1, was: null, now: null }]);
  expect(await app.database.asOwner('select * from events.email_change where application_id = $1', [one.id])).toEqual([]);
});
