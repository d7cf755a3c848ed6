import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aSmallEvent, applied, told, tokenOf, type Cast } from '../an-event.builder.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { ApplicantList } from './applicant-list.service.js';
import { ApplicationChanges } from './application-changes.service.js';
import { Applications } from './applications.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

/** Until somebody in this database waits for a lock. */
async function waitsForARow(app: TestApp): Promise<void> {
  const waiting = () => app.database.asOwner(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  while ((await waiting()).length === 0);
}

describe('giving a place back', () => {
  it('frees it, and a newcomer stays behind those who wait', async () => {
    const event = await aSmallEvent(app, cast);
    const first = await applied(app, event, 1, 2);
    const waiting = [await applied(app, event, 2), await applied(app, event, 3), await applied(app, event, 4)];
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(first.ticketUrl));
    expect(await applied(app, event, 5)).toMatchObject({ status: 'waitlisted', waitlistPosition: 2 });

    await expect(app.get(ApplicationChanges).promote(cast.leader, waiting[2]!.id!)).rejects.toMatchObject({ code: 'application.not-enough-places', status: 409 });
    await app.get(ApplicationChanges).promote(cast.leader, waiting[0]!.id!);
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items.map(({ status, waitlistPosition, can }) => [status, waitlistPosition, can.promote])).toEqual([
      ['confirmed', null, 'application.not-waiting'],
      ['offered', null, true],
      ['waitlisted', 1, 'application.not-enough-places'],
      ['waitlisted', 2, 'application.not-first'],
    ]);
    expect((await told(app, event.id)).slice(-2)).toEqual([
      ['waitlisted', items[3]!.id],
      ['promoted', waiting[0]!.id],
    ]);
  });

  it('the first of the queue waits until their whole group fits', async () => {
    const event = await aSmallEvent(app, cast, 3);
    const first = await applied(app, event, 1, 2);
    const family = await applied(app, event, 2, 3);
    await expect(app.get(ApplicationChanges).promote(cast.leader, family.id!)).rejects.toMatchObject({ code: 'application.not-enough-places', status: 409 });
    await app.get(ApplicationChanges).cancel(cast.leader, first.id!, '電話で連絡がありました');
    await app.get(ApplicationChanges).promote(cast.leader, family.id!);
    expect(await app.database.asOwner('select places_taken, waiting from events.frame where event_id = $1', [event.id])).toEqual([{ places_taken: 3, waiting: 0 }]);
    const log = await app.database.asOwner('select cause, reason, actor_person_id from events.application_transition where event_id = $1 order by cause', [event.id]);
    expect(log).toEqual([
      { cause: 'host', reason: '電話で連絡がありました', actor_person_id: cast.leader.personId },
      { cause: 'offer', reason: null, actor_person_id: null },
      { cause: 'promotion', reason: null, actor_person_id: cast.leader.personId },
    ]);
  });

  it('works once, until the end, with the right ticket', async () => {
    const event = await aSmallEvent(app, cast);
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
    const event = await aSmallEvent(app, cast);
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
    const event = await aSmallEvent(app, cast);
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
