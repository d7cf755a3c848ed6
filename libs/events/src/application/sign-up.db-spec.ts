import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, aSmallEvent, anEvent, anOfficer, applied, told, tokenOf, type Cast } from '../an-event.builder.js';
import { EventQueries } from '../event/event-queries.service.js';
import { EventPublications } from '../event/event-publication.service.js';
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

describe('applying', () => {
  it('gives a place, a number and a ticket, and says so to the letters', async () => {
    const event = await aSmallEvent(app, cast);
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
    const event = await aSmallEvent(app, cast);
    await applied(app, event, 1, 2);
    expect(await applied(app, event, 2)).toMatchObject({ status: 'waitlisted', waitlistPosition: 1 });
    expect(await applied(app, event, 3)).toMatchObject({ status: 'waitlisted', waitlistPosition: 2 });
    expect((await told(app, event.id)).map(([message]) => message)).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
  });

  it('a signed-in person applies as themselves, and for another as another', async () => {
    const event = await aSmallEvent(app, cast, 6);
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
    const event = await aSmallEvent(app, cast);
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
    const event = await aSmallEvent(app, cast, 6);
    const asked = { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(1), phone: '090-0000-1234' };
    const first = await app.get(SignUps).apply(null, asked);
    const again = await app.get(SignUps).apply(null, { ...asked, ...given });
    expect(again).toEqual({ id: null, number: null, status: 'received', waitlistPosition: null, ticketUrl: null, rest: null });
    expect(await told(app, event.id)).toEqual([
      ['confirmed', first.id],
      ['repeated', first.id],
    ]);
    expect(await app.database.asOwner('select places_taken from events.frame where event_id = $1', [event.id])).toEqual([{ places_taken: 1 }]);
  });

  it('a family member with the same mail is somebody else; after a cancellation one may come back', async () => {
    const event = await aSmallEvent(app, cast, 6);
    const asked = { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(1) };
    const first = await app.get(SignUps).apply(null, asked);
    expect(await app.get(SignUps).apply(null, { ...asked, name: '町民 花' })).toMatchObject({ status: 'confirmed' });
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(first.ticketUrl));
    expect(await app.get(SignUps).apply(null, asked)).toMatchObject({ status: 'confirmed' });
  });

  it('signed in and with another address: still one place, and the first ticket goes out again', async () => {
    const event = await aSmallEvent(app, cast, 6);
    const asked = { eventId: event.id, frameId: event.frames[0]!.id, name: '中村 誠', kana: 'なかむらまこと', heads: 1 };
    const first = await app.get(SignUps).apply(cast.otherLeader, { ...asked, email: 'one@example.jp' });
    expect(await app.get(SignUps).apply(cast.otherLeader, { ...asked, email: 'two@example.jp' })).toMatchObject({ status: 'received', id: null });
    expect(await told(app, event.id)).toEqual([
      ['confirmed', first.id],
      ['repeated', first.id],
    ]);
    // The family is entered by a leader as people of their own.
    const family = { ...asked, name: '中村 ふみ', email: 'one@example.jp', channel: 'phone' as const };
    expect(await app.get(SignUps).enter(cast.officer, family)).toMatchObject({ status: 'confirmed' });
  });

  it('signed in, from ten devices with ten addresses at once: one place', async () => {
    const event = await aSmallEvent(app, cast, 6);
    const asked = { eventId: event.id, frameId: event.frames[0]!.id, name: '中村 誠', kana: 'なかむらまこと', heads: 1 };
    const { values, errors } = await race(10, (index) => app.get(SignUps).apply(cast.otherLeader, { ...asked, email: `device-${index}@example.jp` }));
    expect(errors).toEqual([]);
    expect(values.filter(({ status }) => status === 'confirmed')).toHaveLength(1);
    expect(await app.database.asOwner('select places_taken from events.frame where event_id = $1', [event.id])).toEqual([{ places_taken: 1 }]);
  });

  it('does not flood the contact: ten minutes between two letters', async () => {
    const event = await aSmallEvent(app, cast, 6);
    const first = await applied(app, event, 1);
    const letters = async () => (await told(app, event.id)).filter(([message]) => message === 'repeated').length;
    for (let click = 0; click < 5; click += 1) await applied(app, event, 1);
    expect(await letters()).toBe(1);
    app.clock.advance(10);
    await app.get(SignUps).resend('neighbour-1@example.jp', 'a house');
    await app.get(SignUps).resend('ＮＥＩＧＨＢＯＵＲ-1@example.jp', 'a house');
    expect(await letters()).toBe(2);
    expect(await told(app, event.id)).toContainEqual(['repeated', first.id]);
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
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 5, opensAt: '2026-11-28T00:00:00+09:00' }] });
    const asked = { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(1), channel: 'phone' as const };
    const answer = await app.get(SignUps).enter(cast.officer, asked);
    expect(answer).toMatchObject({ status: 'confirmed' });
    await expect(app.get(SignUps).enter(cast.officer, asked)).rejects.toMatchObject({ code: 'application.duplicate', status: 409 });
    expect(await app.database.asOwner('select channel, entered_by from events.application where id = $1', [answer.id])).toEqual([
      { channel: 'phone', entered_by: cast.officer.personId },
    ]);
    for (const actor of [cast.otherLeader, cast.member, cast.approver]) {
      await expect(app.get(SignUps).enter(actor, { ...asked, ...aNeighbour(2) })).rejects.toMatchObject({ code: 'application.leaders-only', status: 403 });
    }
  });

  it('a block leader of the host enters it for their block, and sees no name but that; of another host none', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 5 }] });
    await app.get(SignUps).enter(cast.leader, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(3), channel: 'phone' });
    const answer = await app.get(SignUps).enter(cast.blockLeader, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(1), channel: 'paper' });
    expect(answer).toMatchObject({ status: 'confirmed', number: expect.any(String) });
    expect(await app.database.asOwner('select channel, entered_by from events.application where id = $1', [answer.id])).toEqual([{ channel: 'paper', entered_by: cast.blockLeader.personId }]);
    const { can } = await app.get(EventQueries).detail(cast.blockLeader, event.id);
    expect(can).toMatchObject({ enterApplications: true, seeApplications: 'application.leaders-only' });
    await expect(app.get(ApplicantList).ofEvent(cast.blockLeader, event.id)).rejects.toMatchObject({ code: 'application.leaders-only', status: 403 });
    await expect(app.get(ApplicantList).contacts(cast.blockLeader, event.id)).rejects.toMatchObject({ code: 'application.leaders-only', status: 403 });
    await expect(app.get(ApplicationChanges).cancel(cast.blockLeader, answer.id!, null)).rejects.toMatchObject({ code: 'application.not-found', status: 404 });
    const elsewhere = await anOfficer(app, cast.otherHost, 'block-leader');
    await expect(app.get(SignUps).enter(elsewhere, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(2), channel: 'phone' })).rejects.toMatchObject({ code: 'application.leaders-only', status: 403 });
  });

  it('the ward’s counter enters it for every host, and sees no name but that', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 5 }] });
    const answer = await app.get(SignUps).enter(cast.staff, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(1), channel: 'desk' });
    expect(answer).toMatchObject({ status: 'confirmed', number: expect.any(String) });
    expect(await app.database.asOwner('select channel, entered_by from events.application where id = $1', [answer.id])).toEqual([{ channel: 'desk', entered_by: cast.staff.personId }]);
    const { can } = await app.get(EventQueries).detail(cast.staff, event.id);
    expect(can).toMatchObject({ enterApplications: true, seeApplications: 'application.leaders-only' });
    await expect(app.get(ApplicationChanges).cancel(cast.staff, answer.id!, null)).rejects.toMatchObject({ code: 'application.not-found', status: 404 });
  });
});
