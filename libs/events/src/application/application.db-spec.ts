import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Actor } from '@yoriai/associations';
import { People } from '@yoriai/identity';
import { announce, race, statementsOf, testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, anEvent, applied, type Cast } from '../an-event.builder.js';
import { EventPublications } from '../event/event-publication.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { ApplicantList } from './applicant-list.service.js';
import { ApplicationChanges } from './application-changes.service.js';
import { Applications } from './applications.service.js';
import { SignUps } from './sign-up.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const small = (capacity = 2): Promise<EventDetail> => anEvent(app, cast, 'published', { frames: [{ name: '席', capacity, perApplicationMax: capacity }] });
const told = async (eventId: string) =>
  (await app.outbox())
    .filter(({ message, payload }) => payload.eventId === eventId && message.startsWith('events.application-'))
    .map(({ message, payload }) => [message.replace('events.application-', ''), payload.applicationId]);
const tokenOf = (url: string | null): string => url!.split('/t/')[1]!;

/** Until somebody in this database waits for a lock. */
async function waitsForARow(app: TestApp): Promise<void> {
  const waiting = () => app.database.asOwner(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  while ((await waiting()).length === 0);
}

describe('applying', () => {
  it('gives a place, a number and a ticket, and says so to the letters', async () => {
    const event = await small();
    const answer = await applied(app, event, 1, 2);
    expect(answer).toMatchObject({ status: 'confirmed', waitlistPosition: null });
    expect(answer.number).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/);
    expect(answer.ticketUrl).toMatch(/^http:\/\/localhost:3000\/t\/[\w-]{43}$/);
    const [outbox] = (await app.outbox()).filter(({ payload }) => payload.applicationId === answer.id);
    const [row] = await app.database.asOwner<{ person_id: string; ticket_hash: Buffer }>('select person_id, ticket_hash from events.application where id = $1', [answer.id]);
    expect(outbox).toEqual({ message: 'events.application-confirmed', payload: { applicationId: answer.id, eventId: event.id, personId: row!.person_id } });
    // The token itself is nowhere.
    expect(row!.ticket_hash.toString('latin1')).not.toContain(tokenOf(answer.ticketUrl));
  });

  it('whoever is too late waits, in order', async () => {
    const event = await small();
    await applied(app, event, 1, 2);
    expect(await applied(app, event, 2)).toMatchObject({ status: 'waitlisted', waitlistPosition: 1 });
    expect(await applied(app, event, 3)).toMatchObject({ status: 'waitlisted', waitlistPosition: 2 });
    expect((await told(event.id)).map(([message]) => message)).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
  });

  it('a signed-in person applies as themselves, and for another as another', async () => {
    const event = await small(6);
    const [frame] = event.frames;
    const asked = { eventId: event.id, frameId: frame!.id, kana: 'なかむらまこと', heads: 1 };
    const own = await app.get(SignUps).apply(cast.otherLeader, { ...asked, name: '中村　誠', email: 'makoto@example.jp' });
    const other = await app.get(SignUps).apply(cast.otherLeader, { ...asked, name: '中村 ふみ', email: 'makoto@example.jp' });
    const bookings = await app.tx((tx) => app.get(Applications).byIds(tx, [own.id!, other.id!]));
    expect(bookings.get(own.id!)!.personId).toBe(cast.otherLeader.personId);
    expect(bookings.get(other.id!)!.personId).not.toBe(cast.otherLeader.personId);
    const mine = await app.tx((tx) => app.get(Applications).ofPerson(tx, cast.otherLeader.personId));
    expect(mine.map(({ id }) => id)).toEqual([own.id]);
  });

  it.each<[string, Partial<ReturnType<typeof aNeighbour>> & { phone?: string }, object]>([
    ['no contact', { email: undefined as never }, { code: 'platform.invalid', fields: [{ field: 'phone', code: 'application.contact-missing' }] }],
    ['a mail address that adds a recipient', { email: 'a@example.jp, evil@example.jp' }, { code: 'platform.invalid', fields: [{ field: 'email', code: 'contact.email' }] }],
    ['a phone number that is none', { phone: '12' }, { code: 'platform.invalid', fields: [{ field: 'phone', code: 'contact.phone' }] }],
    ['too many heads', { heads: 3 }, { code: 'application.too-many-heads', fields: [{ field: 'heads', code: 'application.too-many-heads' }] }],
  ])('refuses %s with 422 and writes nothing', async (_, given, refusal) => {
    const event = await small();
    const [before] = await app.database.asOwner<{ people: number }>('select count(*)::int as people from identity.person');
    const asked = { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(1), ...given };
    await expect(app.get(SignUps).apply(null, asked)).rejects.toMatchObject({ status: 422, ...refusal });
    expect(await app.database.asOwner('select count(*)::int as people from identity.person')).toEqual([before]);
  });

  it('is refused while it is not public, before it opens, after it closed, and on another event\'s frame', async () => {
    const approved = await anEvent(app, cast, 'approved');
    await expect(applied(app, approved, 1)).rejects.toMatchObject({ code: 'event.not-found', status: 404 });
    const hours = { opensAt: '2026-11-03T09:00:00+09:00', closesAt: '2026-11-20T17:00:00+09:00' };
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 5, ...hours }] });
    await expect(applied(app, event, 1)).rejects.toMatchObject({ code: 'application.not-open-yet', status: 409 });
    app.clock.set(hours.opensAt);
    await expect(applied(app, event, 1)).resolves.toMatchObject({ status: 'confirmed' });
    app.clock.set(hours.closesAt);
    await expect(applied(app, event, 2)).rejects.toMatchObject({ code: 'application.closed', status: 409 });
    await expect(app.get(SignUps).apply(null, { eventId: event.id, frameId: approved.frames[0]!.id, ...aNeighbour(3) })).rejects.toMatchObject({
      code: 'application.frame-unknown',
      status: 422,
    });
    await app.get(EventPublications).cancel(cast.leader, event.id, '台風');
    await expect(applied(app, event, 4)).rejects.toMatchObject({ code: 'application.event-cancelled', status: 409 });
  });
});

describe('applying twice', () => {
  it.each<[string, object]>([
    ['the same words', {}],
    ['other spaces, width and kana of the same name', { name: '町民１' }],
    ['only the mail of one who gave both', { phone: undefined }],
    ['only the phone of one who gave both, in another spelling', { email: undefined, phone: '+81 90 0000 1234' }],
    ['more heads', { heads: 2 }],
  ])('with %s: one row, nothing told, the ticket goes out again', async (_, given) => {
    const event = await small(6);
    const asked = { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(1), phone: '090-0000-1234' };
    const first = await app.get(SignUps).apply(null, asked);
    const again = await app.get(SignUps).apply(null, { ...asked, ...given });
    expect(again).toEqual({ id: null, number: null, status: 'received', waitlistPosition: null, ticketUrl: null });
    expect(await told(event.id)).toEqual([
      ['confirmed', first.id],
      ['repeated', first.id],
    ]);
    expect(await app.database.asOwner('select places_taken from events.frame where event_id = $1', [event.id])).toEqual([{ places_taken: 1 }]);
  });

  it('a family member with the same mail is somebody else; after a cancellation one may come back', async () => {
    const event = await small(6);
    const asked = { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(1) };
    const first = await app.get(SignUps).apply(null, asked);
    expect(await app.get(SignUps).apply(null, { ...asked, name: '町民 花' })).toMatchObject({ status: 'confirmed' });
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(first.ticketUrl));
    expect(await app.get(SignUps).apply(null, asked)).toMatchObject({ status: 'confirmed' });
  });

  it('signed in and with another address: still one place, and the first ticket goes out again', async () => {
    const event = await small(6);
    const asked = { eventId: event.id, frameId: event.frames[0]!.id, name: '中村 誠', kana: 'なかむらまこと', heads: 1 };
    const first = await app.get(SignUps).apply(cast.otherLeader, { ...asked, email: 'one@example.jp' });
    expect(await app.get(SignUps).apply(cast.otherLeader, { ...asked, email: 'two@example.jp' })).toMatchObject({ status: 'received', id: null });
    expect(await told(event.id)).toEqual([
      ['confirmed', first.id],
      ['repeated', first.id],
    ]);
    // The family is entered by a leader as people of their own.
    const family = { ...asked, name: '中村 ふみ', email: 'one@example.jp', channel: 'phone' as const };
    expect(await app.get(SignUps).enter(cast.officer, family)).toMatchObject({ status: 'confirmed' });
  });

  it('signed in, from ten devices with ten addresses at once: one place', async () => {
    const event = await small(6);
    const asked = { eventId: event.id, frameId: event.frames[0]!.id, name: '中村 誠', kana: 'なかむらまこと', heads: 1 };
    const { values, errors } = await race(10, (index) => app.get(SignUps).apply(cast.otherLeader, { ...asked, email: `device-${index}@example.jp` }));
    expect(errors).toEqual([]);
    expect(values.filter(({ status }) => status === 'confirmed')).toHaveLength(1);
    expect(await app.database.asOwner('select places_taken from events.frame where event_id = $1', [event.id])).toEqual([{ places_taken: 1 }]);
  });

  it('does not flood the contact: ten minutes between two letters', async () => {
    const event = await small(6);
    const first = await applied(app, event, 1);
    const letters = async () => (await told(event.id)).filter(([message]) => message === 'repeated').length;
    for (let click = 0; click < 5; click += 1) await applied(app, event, 1);
    expect(await letters()).toBe(1);
    app.clock.advance(10);
    await app.get(SignUps).resend('neighbour-1@example.jp', 'a house');
    await app.get(SignUps).resend('ＮＥＩＧＨＢＯＵＲ-1@example.jp', 'a house');
    expect(await letters()).toBe(2);
    expect(await told(event.id)).toContainEqual(['repeated', first.id]);
  });

  it('a lost number: the same silence for a stranger and for nonsense', async () => {
    const before = (await app.outbox()).length;
    await expect(app.get(SignUps).resend('stranger@example.jp', 'a house')).resolves.toBeUndefined();
    await expect(app.get(SignUps).resend('これは連絡先ではない', 'a house')).resolves.toBeUndefined();
    expect(await app.outbox()).toHaveLength(before);
  });
});

describe('for somebody who phoned', () => {
  it('a leader of the event enters it, also outside the hours of the web', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 5, closesAt: '2026-11-01T00:00:00+09:00' }] });
    const asked = { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(1), channel: 'phone' as const };
    const answer = await app.get(SignUps).enter(cast.officer, asked);
    expect(answer).toMatchObject({ status: 'confirmed' });
    await expect(app.get(SignUps).enter(cast.officer, asked)).rejects.toMatchObject({ code: 'application.duplicate', status: 409 });
    expect(await app.database.asOwner('select channel, entered_by from events.application where id = $1', [answer.id])).toEqual([
      { channel: 'phone', entered_by: cast.officer.personId },
    ]);
    for (const actor of [cast.otherLeader, cast.blockLeader, cast.staff]) {
      await expect(app.get(SignUps).enter(actor, { ...asked, ...aNeighbour(2) })).rejects.toMatchObject({ code: 'application.leaders-only', status: 403 });
    }
  });
});

describe('giving a place back', () => {
  it('frees it, moves nobody up, and a newcomer stays behind those who wait', async () => {
    const event = await small();
    const first = await applied(app, event, 1, 2);
    const waiting = [await applied(app, event, 2), await applied(app, event, 3)];
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(first.ticketUrl));
    expect(await applied(app, event, 4)).toMatchObject({ status: 'waitlisted', waitlistPosition: 3 });

    await expect(app.get(ApplicationChanges).promote(cast.leader, waiting[1]!.id!)).rejects.toMatchObject({ code: 'application.not-first', status: 409 });
    await app.get(ApplicationChanges).promote(cast.leader, waiting[0]!.id!);
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items.map(({ status, waitlistPosition, can }) => [status, waitlistPosition, can.promote])).toEqual([
      ['confirmed', null, 'application.not-waiting'],
      ['waitlisted', 1, true],
      ['waitlisted', 2, 'application.not-first'],
    ]);
    expect((await told(event.id)).slice(-2)).toEqual([
      ['waitlisted', items[2]!.id],
      ['promoted', waiting[0]!.id],
    ]);
  });

  it('the first of the queue waits until their whole group fits', async () => {
    const event = await small(3);
    const first = await applied(app, event, 1, 2);
    const family = await applied(app, event, 2, 3);
    await expect(app.get(ApplicationChanges).promote(cast.leader, family.id!)).rejects.toMatchObject({ code: 'application.not-enough-places', status: 409 });
    await app.get(ApplicationChanges).cancel(cast.leader, first.id!, '電話で連絡がありました');
    await app.get(ApplicationChanges).promote(cast.leader, family.id!);
    expect(await app.database.asOwner('select places_taken, waiting from events.frame where event_id = $1', [event.id])).toEqual([{ places_taken: 3, waiting: 0 }]);
    const log = await app.database.asOwner('select cause, reason, actor_person_id from events.application_transition where event_id = $1 order by cause', [event.id]);
    expect(log).toEqual([
      { cause: 'host', reason: '電話で連絡がありました', actor_person_id: cast.leader.personId },
      { cause: 'promotion', reason: null, actor_person_id: cast.leader.personId },
    ]);
  });

  it('works once, until the end, with the right ticket', async () => {
    const event = await small();
    const answer = await applied(app, event, 1);
    const changes = app.get(ApplicationChanges);
    await expect(changes.cancelByTicket('x'.repeat(43))).rejects.toMatchObject({ code: 'application.ticket-unknown', status: 404 });
    await changes.cancelByTicket(tokenOf(answer.ticketUrl));
    await expect(changes.cancelByTicket(tokenOf(answer.ticketUrl))).rejects.toMatchObject({ code: 'application.already-cancelled', status: 409 });
    const late = await applied(app, event, 2);
    app.clock.set('2026-11-29T13:00:00+09:00');
    await expect(changes.cancelByTicket(tokenOf(late.ticketUrl))).rejects.toMatchObject({ code: 'application.event-over', status: 409 });
  });

  it('a reception at the same moment wins, also when it comes after the look', async () => {
    const event = await small();
    const answer = await applied(app, event, 1);
    let cancelling: Promise<void> = Promise.resolve();
    await app.tx(async (tx) => {
      await app.get(Applications).received(tx, answer.id!, app.clock.now());
      // Reads what is committed, judges it as not received, and waits for this row.
      cancelling = app.get(ApplicationChanges).cancelByTicket(tokenOf(answer.ticketUrl));
      await waitsForARow(app);
    });
    await expect(cancelling).rejects.toMatchObject({ code: 'application.received', status: 409 });
    expect(await app.database.asOwner('select places_taken from events.frame where event_id = $1', [event.id])).toEqual([{ places_taken: 1 }]);
  });

  it('is nobody\'s business but the host\'s and the holder\'s', async () => {
    const event = await small();
    const answer = await applied(app, event, 1);
    const changes = app.get(ApplicationChanges);
    for (const actor of [cast.otherLeader, cast.blockLeader, cast.staff, cast.member]) {
      await expect(changes.cancel(actor, answer.id!, null)).rejects.toMatchObject({ code: 'application.not-found', status: 404 });
      await expect(changes.promote(actor, answer.id!)).rejects.toMatchObject({ code: 'application.not-found', status: 404 });
    }
    for (const actor of [cast.blockLeader, cast.staff, cast.otherLeader]) {
      await expect(app.get(ApplicantList).ofEvent(actor, event.id)).rejects.toMatchObject({ code: 'application.leaders-only', status: 403 });
    }
  });
});

describe('reading', () => {
  it('a ticket shows its holder everything for the day', async () => {
    const event = await small();
    const answer = await applied(app, event, 1, 2);
    const ticket = await app.get(Applications).ticket(tokenOf(answer.ticketUrl));
    expect(ticket).toMatchObject({ ...answer, heads: 2, name: '町民 1', frameName: '席', can: { cancel: true } });
    expect(ticket.event).toMatchObject({ slug: event.slug, title: '靱公園バラ園コンサート', placeName: '靱公園 バラ園', organisationName: '西船場連合振興町会', cancellationReason: null });
    expect(await app.tx((tx) => app.get(Applications).byTicket(tx, 'nobody'))).toBeNull();
  });

  it('those who were cancelled together with the event can be told', async () => {
    const event = await small();
    const gone = await applied(app, event, 1);
    const stayed = await applied(app, event, 2);
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(gone.ticketUrl));
    await app.get(EventPublications).cancel(cast.leader, event.id, '台風');
    const ended = await app.tx((tx) => app.get(Applications).endedWithEvent(tx, event.id));
    expect(ended.map(({ id }) => id)).toEqual([stayed.id]);
    expect(ended[0]!.event.cancellationReason).toBe('台風');
    expect(await app.tx((tx) => app.get(Applications).confirmedOf(tx, event.id))).toEqual([]);
  });

  it('the list costs the same number of statements for few and for many', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 30 }] });
    await applied(app, event, 1);
    const few = await statementsOf(() => app.get(ApplicantList).ofEvent(cast.leader, event.id));
    for (let index = 2; index <= 40; index += 1) await applied(app, event, index);
    expect((await app.get(ApplicantList).ofEvent(cast.leader, event.id)).items).toHaveLength(40);
    expect(await statementsOf(() => app.get(ApplicantList).ofEvent(cast.leader, event.id))).toBe(few);
  });

  it('every reading of the list is logged, with the number of people; a refused one is not', async () => {
    const event = await small();
    const logged = () =>
      app.database.asOwner('select actor_person_id, action, row_count from identity.access_log where subject = $1 and row_count is not null', [`event:${event.id}`]);
    for (const index of [1, 2, 3]) await applied(app, event, index);
    await expect(app.get(ApplicantList).ofEvent(cast.staff, event.id)).rejects.toMatchObject({ code: 'application.leaders-only' });
    expect(await logged()).toEqual([]);
    await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(await logged()).toEqual([{ actor_person_id: cast.leader.personId, action: 'applications.contacts-read', row_count: 3 }]);
  });

  it('applications follow a person whose records were joined', async () => {
    const event = await small();
    const answer = await applied(app, event, 1);
    const kept = await app.tx((tx) => app.get(People).add(tx, { name: '町民 1', kana: 'ちょうみん', email: 'kept@example.jp' }));
    const [before] = await app.tx(async (tx) => [...(await app.get(Applications).byIds(tx, [answer.id!])).values()]);
    await app.tx((tx) => announce(tx, app.clock, 'identity.person-joined', { keptPersonId: kept, joinedPersonId: before!.personId }));
    await app.deliver();
    const mine = await app.tx((tx) => app.get(Applications).ofPerson(tx, kept));
    expect(mine.map(({ id }) => id)).toEqual([answer.id]);
    await app.get(ApplicationChanges).cancelByTicket(new URL(answer.ticketUrl!).pathname.slice('/t/'.length));
    expect((await told(event.id)).at(-1)).toEqual(['cancelled', answer.id]);
  });

  it('two applications of one person in one frame both stand after a joining, and a third is still repeated', async () => {
    const event = await small(6);
    const [mine, other] = [await applied(app, event, 1), await applied(app, event, 2)];
    const people = await app.tx((tx) => app.get(Applications).byIds(tx, [mine.id!, other.id!]));
    const kept = people.get(mine.id!)!.personId;
    await app.tx((tx) => announce(tx, app.clock, 'identity.person-joined', { keptPersonId: kept, joinedPersonId: people.get(other.id!)!.personId }));
    await app.deliver();
    const bookings = await app.tx((tx) => app.get(Applications).ofPerson(tx, kept));
    expect(bookings.map(({ id, status }) => [id, status]).sort()).toEqual([[mine.id, 'confirmed'], [other.id, 'confirmed']].sort());

    const actor = new Actor({ personId: kept, accountId: 'a', sessionId: 's', name: '町民 1', grants: [] });
    const third = { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(1), email: 'third@example.jp' };
    expect(await app.get(SignUps).apply(actor, third)).toMatchObject({ status: 'received' });
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(mine.ticketUrl));
    expect(await app.get(SignUps).apply(actor, third)).toMatchObject({ status: 'received' });
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(other.ticketUrl));
    expect(await app.get(SignUps).apply(actor, third)).toMatchObject({ status: 'confirmed' });
  });
});
