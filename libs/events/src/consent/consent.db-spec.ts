import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, anEvent, applied, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicantList } from '../application/applicant-list.service.js';
import { ApplicationChanges } from '../application/application-changes.service.js';
import type { ApplicationAnswer } from '../application/application.dto.js';
import { Draws } from '../application/draws.service.js';
import { Offers } from '../application/offers.service.js';
import { SignUps } from '../application/sign-up.service.js';
import { AnswersForgetting } from '../asks/forgetting.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { ConsentRounds } from './consent-rounds.service.js';
import { GuardianConsents } from './guardian-consents.service.js';
import { ConsentTown, YES } from './testing/consent-town.js';

let app: TestApp;
let cast: Cast;
let consents: GuardianConsents;
let town: ConsentTown;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
  consents = app.get(GuardianConsents);
  town = new ConsentTown(app, cast);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

describe('a guardian', () => {
  it('who applies for the child has said yes by it, to what was public then', async () => {
    const event = await town.kite();
    const answer = await town.applies(event, 1, { by: 'guardian', ...YES });
    expect(answer.status).toBe('confirmed');
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items[0]!.guardian).toMatchObject({ state: 'given', ...YES, how: 'form', releaseAt: null });
    expect(await app.database.asOwner('select revision, guardian_email from events.guardian_consent where application_id = $1', [answer.id])).toEqual([{ revision: 1, guardian_email: null }]);
  });

  it('of a child who applies alone is asked; the place is kept, and theirs with the yes', async () => {
    const event = await town.kite();
    const answer = await town.alone(event, 2);
    expect(answer.status).toBe('guardian_pending');
    expect((await applied(app, event, 3).catch((error: { code: string }) => error.code))).toBe('application.guardian-needed');
    expect((await town.applies(event, 3, { by: 'adults' })).status).toBe('waitlisted');
    expect(await town.read(answer)).toMatchObject({ state: 'asked', names: ['町民 2'], revision: 1, anew: false, releaseAt: new Date('2026-11-26T09:00:00+09:00') });
    // Reading changes nothing: scanners open links too.
    expect(await town.ticketOf(answer)).toMatchObject({ status: 'guardian_pending', guardian: { state: 'asked', name: null, releaseAt: '2026-11-26T00:00:00.000Z' } });
    await town.gives(answer);
    await town.gives(answer);
    expect(await town.ticketOf(answer)).toMatchObject({ status: 'confirmed', guardian: { state: 'given', ...YES, how: 'link' } });
    expect(await town.messages(answer)).toEqual(['application-guardian-pending', 'consent-asked', 'consent-given', 'application-confirmed']);
    expect(await town.taken(event)).toEqual([1, 1]);
  });

  it('may say no, also after a yes: the place goes to the next', async () => {
    const event = await town.kite();
    const [answer, next] = [await town.alone(event, 4), await town.applies(event, 5, { by: 'adults' })];
    await town.gives(answer);
    await consents.refuseByToken(town.linkOf(answer));
    expect(await town.ticketOf(answer)).toMatchObject({ status: 'cancelled_by_applicant', endedBy: 'consent-refused' });
    expect((await town.ticketOf(next)).status).toBe('offered');
    await expect(consents.refuseByToken(town.linkOf(answer))).rejects.toMatchObject({ code: 'application.already-cancelled' });
    await expect(consents.refuseByToken('nobody')).rejects.toMatchObject({ code: 'application.consent-unknown', status: 404 });
  });

  it('says yes while the child waits: then the place is theirs at once, else it waits for the yes', async () => {
    const event = await town.kite(2);
    const [first, second] = [await town.applies(event, 6, { by: 'adults' }), await town.applies(event, 7, { by: 'adults' })];
    const [ready, unready] = [await town.alone(event, 8), await town.alone(event, 9)];
    expect(ready).toMatchObject({ status: 'waitlisted', waitlistPosition: 1 });
    await town.gives(ready);
    expect((await town.ticketOf(ready)).status).toBe('waitlisted');
    for (const answer of [first, second]) await app.get(ApplicationChanges).cancelByTicket(tokenOf(answer.ticketUrl));
    for (const answer of [ready, unready]) await app.get(ApplicationChanges).acceptByTicket(tokenOf(answer.ticketUrl));
    expect([(await town.ticketOf(ready)).status, (await town.ticketOf(unready)).status]).toEqual(['confirmed', 'guardian_pending']);
    expect(await town.taken(event)).toEqual([2, 0]);
  });

  it('who phones, or sends a paper, is written down by a leader, with who did', async () => {
    const event = await town.kite(3);
    const answer = await town.alone(event, 10);
    await expect(consents.record(cast.otherLeader, answer.id!, { ...YES, how: 'phone' })).rejects.toMatchObject({ code: 'application.not-found', status: 404 });
    await consents.record(cast.leader, answer.id!, { ...YES, how: 'paper' });
    expect((await town.ticketOf(answer)).status).toBe('confirmed');
    const [kept] = await app.database.asOwner<{ how: string; recorded_by: string }>('select how, recorded_by from events.guardian_consent where application_id = $1', [answer.id]);
    expect(kept).toEqual({ how: 'paper', recorded_by: cast.leader.personId });
    const grownUp = await town.applies(event, 11, { by: 'adults' });
    await expect(consents.record(cast.leader, grownUp.id!, { ...YES, how: 'phone' })).rejects.toMatchObject({ code: 'application.consent-not-needed' });
    const entered = await app.get(SignUps).enter(cast.leader, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(12), guardian: { by: 'guardian', ...YES }, channel: 'phone' });
    expect(await town.ticketOf(entered)).toMatchObject({ status: 'confirmed', guardian: { how: 'phone' } });
  });
});

describe('a guardian who does not answer', () => {
  it('is reminded after two days and five days before, once however many workers; three days before the place goes to the next', async () => {
    const event = await town.kite();
    const [answer, next] = [await town.alone(event, 20), await town.applies(event, 21, { by: 'adults' })];
    const chased = async (at: string): Promise<number> => {
      app.clock.set(at);
      const { errors } = await race(2, () => app.get(ConsentRounds).sweep(app.clock.now()));
      expect(errors).toEqual([]);
      return (await town.messages(answer)).filter((each) => each === 'consent-chased').length;
    };
    expect(await chased('2026-11-04T09:59:00+09:00')).toBe(0);
    expect([await chased('2026-11-04T10:00:00+09:00'), await chased('2026-11-04T12:00:00+09:00'), await chased('2026-11-24T12:00:00+09:00')]).toEqual([1, 1, 2]);
    expect([await chased('2026-11-26T08:59:59+09:00'), (await town.ticketOf(answer)).status]).toEqual([2, 'guardian_pending']);
    await chased('2026-11-26T09:00:00+09:00');
    expect(await town.ticketOf(answer)).toMatchObject({ status: 'cancelled_by_host', endedBy: 'no-consent' });
    expect((await town.ticketOf(next)).status).toBe('offered');
    expect(await town.messages(answer)).toEqual(['application-guardian-pending', 'consent-asked', 'consent-chased', 'consent-chased', 'application-cancelled']);
    await expect(town.gives(answer)).rejects.toMatchObject({ code: 'application.already-cancelled' });
  });

  it('is not asked when there is no day left to answer: a child alone is sent to a guardian', async () => {
    const event = await town.kite();
    app.clock.set('2026-11-28T10:00:00+09:00');
    await expect(town.alone(event, 22)).rejects.toMatchObject({ code: 'application.guardian-applies', status: 422, fields: [{ field: 'guardian.by' }] });
    expect((await town.applies(event, 22, { by: 'guardian', ...YES })).status).toBe('confirmed');
  });

  it('and who answers, withdraws or is let go in the same moment: once, and the counters are the sum', async () => {
    const event = await town.kite(6);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => town.alone(event, 30 + index)));
    app.clock.set('2026-11-26T09:00:00+09:00');
    const acts = answers.flatMap((answer) => [() => town.gives(answer), () => consents.refuseByToken(town.linkOf(answer)), () => app.get(ApplicationChanges).cancelByTicket(tokenOf(answer.ticketUrl))]);
    const { errors } = await race(acts.length + 1, (index) => (index === acts.length ? app.get(ConsentRounds).sweep(app.clock.now()).then(() => undefined) : acts[index]!()));
    for (const error of errors) expect(error).toMatchObject({ code: 'application.already-cancelled' });
    await town.taken(event);
    const [double] = await app.database.asOwner<{ n: number }>(`select count(*)::int as n from (select 1 from events.application_transition where event_id = $1 and (to_status like 'cancelled%' or from_status = 'guardian_pending') group by application_id, from_status = 'guardian_pending' having count(*) > 1) twice`, [event.id]);
    expect(double).toEqual({ n: 0 });
  });
});

describe('a child who comes up late', () => {
  const asked = async (answer: ApplicationAnswer): Promise<number> => (await town.messages(answer)).filter((each) => each === 'consent-asked').length;

  it('from the queue, by an offer or by the host: the guardian is asked then, and has a day', async () => {
    const event = await town.kite(2);
    const [first, second] = [await town.applies(event, 23, { by: 'adults' }), await town.applies(event, 24, { by: 'adults' })];
    const [accepts, promoted] = [await town.alone(event, 25), await town.alone(event, 26)];
    app.clock.set('2026-11-27T11:00:00+09:00');
    for (const { ticketUrl } of [first, second]) await app.get(ApplicationChanges).cancelByTicket(tokenOf(ticketUrl));
    await app.get(ApplicationChanges).acceptByTicket(tokenOf(accepts.ticketUrl));
    await app.get(ApplicationChanges).promote(cast.leader, promoted.id!);
    for (const answer of [accepts, promoted]) {
      expect(await town.ticketOf(answer)).toMatchObject({ status: 'guardian_pending', guardian: { releaseAt: '2026-11-28T02:00:00.000Z' } });
      expect(await asked(answer)).toBe(2);
    }
    await town.round('2026-11-28T10:59:59+09:00');
    expect(await town.taken(event)).toEqual([2, 0]);
    await town.gives(accepts);
    await town.round('2026-11-28T11:00:00+09:00');
    expect([(await town.ticketOf(accepts)).status, (await town.ticketOf(promoted)).status]).toEqual(['confirmed', 'cancelled_by_host']);
  });

  it('by lot: the same; and where no day is left, not by itself', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: 'こども', capacity: 1, method: 'lottery', closesAt: '2026-11-28T17:00:00+09:00', asks: { guardian: true } }] });
    const [one, other] = [await town.alone(event, 27), await town.alone(event, 28)];
    app.clock.set('2026-11-28T17:00:00+09:00');
    await app.get(Draws).sweep();
    await town.round('2026-11-28T17:01:00+09:00');
    const [won, lost] = (await town.ticketOf(one)).status === 'guardian_pending' ? [one, other] : [other, one];
    expect(await town.ticketOf(won)).toMatchObject({ status: 'guardian_pending', guardian: { releaseAt: null } });
    expect((await town.ticketOf(lost)).status).toBe('waitlisted');
    expect([await asked(won), await asked(lost)]).toEqual([2, 1]);
  });
});

describe('behind the rules', () => {
  it('nobody sends letters to anybody: thirty a day to one address of a guardian, however it is spelled', async () => {
    const event = await town.kite(50);
    const asks = (index: number, email: string) => town.applies(event, 100 + index, { by: 'child', email });
    await Promise.all(Array.from({ length: 30 }, (_, index) => asks(index, index % 2 ? 'anybody@example.jp' : 'Anybody@Example.JP')));
    await expect(asks(30, 'anybody@example.jp')).rejects.toMatchObject({ code: 'application.contact-too-often', status: 429 });
    expect((await asks(31, 'somebody@example.jp')).status).toBe('guardian_pending');
    app.clock.advance(24 * 60);
    expect((await asks(32, 'anybody@example.jp')).status).toBe('guardian_pending');
  });

  it('the database gives no child a place for certain without a yes', async () => {
    const event = await town.kite();
    const answer = await town.alone(event, 50);
    await expect(app.database.asOwner(`update events.application set status = 'confirmed' where id = $1`, [answer.id])).rejects.toThrow(/application_consent_before_place/);
    await expect(app.database.asOwner(`update events.application set consent = 'given' where id = $1`, [answer.id])).rejects.toThrow(/application_guardian_pending/);
  });

  it('guardians are forgotten thirty days after the event', async () => {
    const event = await town.kite();
    const answer = await town.applies(event, 51, { by: 'guardian', ...YES });
    const kept = () => app.database.asOwner('select guardian_name from events.guardian_consent where application_id = $1', [answer.id]);
    await app.get(AnswersForgetting).sweep(new Date('2026-12-29T13:00:00+09:00'));
    expect(await kept()).toHaveLength(1);
    await app.get(AnswersForgetting).sweep(new Date('2026-12-29T13:00:01+09:00'));
    expect(await kept()).toEqual([]);
    expect(await town.ticketOf(answer)).toMatchObject({ guardian: { state: 'given', name: null } });
    expect(await app.get(Offers).sweep()).toBe(0);
  });
});
