import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Actor } from '@yoriai/associations';
import { People } from '@yoriai/identity';
import { announce, testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, aSmallEvent, applied, told, tokenOf, type Cast } from '../an-event.builder.js';
import { EventPublications } from '../event/event-publication.service.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
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

describe('reading', () => {
  it('a ticket shows its holder everything for the day', async () => {
    const event = await aSmallEvent(app, cast);
    const answer = await applied(app, event, 1, 2);
    const ticket = await app.get(Applications).ticket(tokenOf(answer.ticketUrl));
    expect(ticket).toMatchObject({ id: answer.id, number: answer.number, status: answer.status, ticketUrl: answer.ticketUrl, heads: 2, name: '町民 1', frameName: '席', can: { cancel: true } });
    expect(ticket.event).toMatchObject({ slug: event.slug, title: '靱公園バラ園コンサート', placeName: '靱公園 バラ園', organisationName: '西船場連合振興町会', cancellationReason: null });
    expect(await app.tx((tx) => app.get(Applications).byTicket(tx, 'nobody'))).toBeNull();
  });

  it('those who were cancelled together with the event can be told', async () => {
    const event = await aSmallEvent(app, cast);
    const gone = await applied(app, event, 1);
    const stayed = await applied(app, event, 2);
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(gone.ticketUrl));
    await app.get(EventPublications).cancel(cast.leader, event.id, '台風');
    const ended = await app.tx((tx) => app.get(Applications).endedWithEvent(tx, event.id));
    expect(ended.map(({ id }) => id)).toEqual([stayed.id]);
    expect(ended[0]!.event.cancellationReason).toBe('台風');
    expect(await app.tx((tx) => app.get(Applications).comingOf(tx, event.id))).toEqual([]);
  });

  it('applications follow a person whose records were joined', async () => {
    const event = await aSmallEvent(app, cast);
    const answer = await applied(app, event, 1);
    const kept = await app.tx((tx) => app.get(People).add(tx, { name: '町民 1', kana: 'ちょうみん', email: 'kept@example.jp' }));
    const [before] = await app.tx(async (tx) => [...(await app.get(Applications).byIds(tx, [answer.id!])).values()]);
    await app.tx((tx) => announce(tx, app.clock, 'identity.person-joined', { keptPersonId: kept, joinedPersonId: before!.personId }));
    await app.deliver();
    const mine = await app.tx((tx) => app.get(Applications).ofPerson(tx, kept));
    expect(mine.map(({ id }) => id)).toEqual([answer.id]);
    await app.get(ApplicationChanges).cancelByTicket(new URL(answer.ticketUrl!).pathname.slice('/t/'.length));
    expect((await told(app, event.id)).at(-1)).toEqual(['cancelled', answer.id]);
  });

  it('two applications of one person in one frame both stand after a joining, and a third is still repeated', async () => {
    const event = await aSmallEvent(app, cast, 6);
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
