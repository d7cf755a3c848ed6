import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { race, testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, anEvent, applied, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicantList } from '../application/applicant-list.service.js';
import { ApplicationChanges } from '../application/application-changes.service.js';
import type { ApplicationAnswer } from '../application/application.dto.js';
import { Applications } from '../application/applications.service.js';
import { Draws } from '../application/draws.service.js';
import { Offers } from '../application/offers.service.js';
import { SignUps } from '../application/sign-up.service.js';
import { TicketCodes } from '../application/ticket-codes.js';
import { AnswersForgetting } from '../asks/forgetting.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventChangeDrafts } from '../event/event-change-drafts.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventQueries } from '../event/event-queries.service.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { Contests } from '../contest/contests.service.js';
import { Postponements } from '../weather/postponements.service.js';
import { StillComing } from '../weather/still-coming.service.js';
import { ConsentLinks } from './consent-links.service.js';
import { ConsentRounds } from './consent-rounds.service.js';
import { GuardianConsents } from './guardian-consents.service.js';

let app: TestApp;
let cast: Cast;
let consents: GuardianConsents;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
  consents = app.get(GuardianConsents);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const YES = { name: '標野 花', relation: '母' };
const kite = (capacity = 1, more = {}): Promise<EventDetail> => anEvent(app, cast, 'published', { frames: [{ name: 'こども', capacity, asks: { guardian: true } }], ...more });
const applies = (event: EventDetail, index: number, guardian: object) =>
  app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(index), guardian: guardian as { by: 'child' } });
const alone = (event: EventDetail, index: number) => applies(event, index, { by: 'child', email: `guardian-${index}@example.jp` });
const linkOf = ({ id }: ApplicationAnswer): string => app.get(TicketCodes).consent(id!).url.split('/g/')[1]!;
const read = (answer: ApplicationAnswer) => app.get(ConsentLinks).byToken(linkOf(answer));
const gives = async (answer: ApplicationAnswer) => consents.giveByToken(linkOf(answer), { ...YES, revision: (await read(answer)).revision });
const ticketOf = (answer: ApplicationAnswer) => app.get(Applications).ticket(tokenOf(answer.ticketUrl));
const round = (at: string): Promise<number> => {
  app.clock.set(at);
  return app.get(ConsentRounds).sweep(app.clock.now());
};
const messages = async ({ id }: ApplicationAnswer): Promise<string[]> => (await app.outbox()).flatMap(({ message, payload }) => (payload['applicationId'] === id ? [message.replace('events.', '')] : []));

async function taken({ frames }: EventDetail): Promise<[number, number]> {
  const [row] = await app.database.asOwner<{ places_taken: number; waiting: number; held: number; queued: number }>(
    `select places_taken, waiting, (select coalesce(sum(heads), 0)::int from events.application where frame_id = frame.id and status in ('confirmed', 'guardian_pending', 'offered')) as held,
       (select count(*)::int from events.application where frame_id = frame.id and status = 'waitlisted') as queued from events.frame frame where id = $1`,
    [frames[0]!.id],
  );
  expect([row!.places_taken, row!.waiting]).toEqual([row!.held, row!.queued]);
  return [row!.places_taken, row!.waiting];
}

describe('a guardian', () => {
  it('who applies for the child has said yes by it, to what was public then', async () => {
    const event = await kite();
    const answer = await applies(event, 1, { by: 'guardian', ...YES });
    expect(answer.status).toBe('confirmed');
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items[0]!.guardian).toMatchObject({ state: 'given', ...YES, how: 'form', releaseAt: null });
    expect(await app.database.asOwner('select revision, guardian_email from events.guardian_consent where application_id = $1', [answer.id])).toEqual([{ revision: 1, guardian_email: null }]);
  });

  it('of a child who applies alone is asked; the place is kept, and theirs with the yes', async () => {
    const event = await kite();
    const answer = await alone(event, 2);
    expect(answer.status).toBe('guardian_pending');
    expect((await applied(app, event, 3).catch((error: { code: string }) => error.code))).toBe('application.guardian-needed');
    expect((await applies(event, 3, { by: 'adults' })).status).toBe('waitlisted');
    expect(await read(answer)).toMatchObject({ state: 'asked', names: ['町民 2'], revision: 1, anew: false, releaseAt: new Date('2026-11-26T09:00:00+09:00') });
    // Reading changes nothing: scanners open links too.
    expect(await ticketOf(answer)).toMatchObject({ status: 'guardian_pending', guardian: { state: 'asked', name: null, releaseAt: '2026-11-26T00:00:00.000Z' } });
    await gives(answer);
    await gives(answer);
    expect(await ticketOf(answer)).toMatchObject({ status: 'confirmed', guardian: { state: 'given', ...YES, how: 'link' } });
    expect(await messages(answer)).toEqual(['application-guardian-pending', 'consent-asked', 'application-confirmed']);
    expect(await taken(event)).toEqual([1, 1]);
  });

  it('may say no, also after a yes: the place goes to the next', async () => {
    const event = await kite();
    const [answer, next] = [await alone(event, 4), await applies(event, 5, { by: 'adults' })];
    await gives(answer);
    await consents.refuseByToken(linkOf(answer));
    expect(await ticketOf(answer)).toMatchObject({ status: 'cancelled_by_applicant', endedBy: 'consent-refused' });
    expect((await ticketOf(next)).status).toBe('offered');
    await expect(consents.refuseByToken(linkOf(answer))).rejects.toMatchObject({ code: 'application.already-cancelled' });
    await expect(consents.refuseByToken('nobody')).rejects.toMatchObject({ code: 'application.consent-unknown', status: 404 });
  });

  it('says yes while the child waits: then the place is theirs at once, else it waits for the yes', async () => {
    const event = await kite(2);
    const [first, second] = [await applies(event, 6, { by: 'adults' }), await applies(event, 7, { by: 'adults' })];
    const [ready, unready] = [await alone(event, 8), await alone(event, 9)];
    expect(ready).toMatchObject({ status: 'waitlisted', waitlistPosition: 1 });
    await gives(ready);
    expect((await ticketOf(ready)).status).toBe('waitlisted');
    for (const answer of [first, second]) await app.get(ApplicationChanges).cancelByTicket(tokenOf(answer.ticketUrl));
    for (const answer of [ready, unready]) await app.get(ApplicationChanges).acceptByTicket(tokenOf(answer.ticketUrl));
    expect([(await ticketOf(ready)).status, (await ticketOf(unready)).status]).toEqual(['confirmed', 'guardian_pending']);
    expect(await taken(event)).toEqual([2, 0]);
  });

  it('who phones, or sends a paper, is written down by a leader, with who did', async () => {
    const event = await kite(3);
    const answer = await alone(event, 10);
    await expect(consents.record(cast.otherLeader, answer.id!, { ...YES, how: 'phone' })).rejects.toMatchObject({ code: 'application.not-found', status: 404 });
    await consents.record(cast.leader, answer.id!, { ...YES, how: 'paper' });
    expect((await ticketOf(answer)).status).toBe('confirmed');
    const [kept] = await app.database.asOwner<{ how: string; recorded_by: string }>('select how, recorded_by from events.guardian_consent where application_id = $1', [answer.id]);
    expect(kept).toEqual({ how: 'paper', recorded_by: cast.leader.personId });
    const grownUp = await applies(event, 11, { by: 'adults' });
    await expect(consents.record(cast.leader, grownUp.id!, { ...YES, how: 'phone' })).rejects.toMatchObject({ code: 'application.consent-not-needed' });
    const entered = await app.get(SignUps).enter(cast.leader, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(12), guardian: { by: 'guardian', ...YES }, channel: 'phone' });
    expect(await ticketOf(entered)).toMatchObject({ status: 'confirmed', guardian: { how: 'phone' } });
  });
});

describe('a guardian who does not answer', () => {
  it('is reminded after two days and five days before, once however many workers; three days before the place goes to the next', async () => {
    const event = await kite();
    const [answer, next] = [await alone(event, 20), await applies(event, 21, { by: 'adults' })];
    const chased = async (at: string): Promise<number> => {
      app.clock.set(at);
      const { errors } = await race(2, () => app.get(ConsentRounds).sweep(app.clock.now()));
      expect(errors).toEqual([]);
      return (await messages(answer)).filter((each) => each === 'consent-chased').length;
    };
    expect(await chased('2026-11-04T09:59:00+09:00')).toBe(0);
    expect([await chased('2026-11-04T10:00:00+09:00'), await chased('2026-11-04T12:00:00+09:00'), await chased('2026-11-24T12:00:00+09:00')]).toEqual([1, 1, 2]);
    expect([await chased('2026-11-26T08:59:59+09:00'), (await ticketOf(answer)).status]).toEqual([2, 'guardian_pending']);
    await chased('2026-11-26T09:00:00+09:00');
    expect(await ticketOf(answer)).toMatchObject({ status: 'cancelled_by_host', endedBy: 'no-consent' });
    expect((await ticketOf(next)).status).toBe('offered');
    expect(await messages(answer)).toEqual(['application-guardian-pending', 'consent-asked', 'consent-chased', 'consent-chased', 'application-cancelled']);
    await expect(gives(answer)).rejects.toMatchObject({ code: 'application.already-cancelled' });
  });

  it('is not asked when there is no day left to answer: a child alone is sent to a guardian', async () => {
    const event = await kite();
    app.clock.set('2026-11-28T10:00:00+09:00');
    await expect(alone(event, 22)).rejects.toMatchObject({ code: 'application.guardian-applies', status: 422, fields: [{ field: 'guardian.by' }] });
    expect((await applies(event, 22, { by: 'guardian', ...YES })).status).toBe('confirmed');
  });

  it('and who answers, withdraws or is let go in the same moment: once, and the counters are the sum', async () => {
    const event = await kite(6);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => alone(event, 30 + index)));
    app.clock.set('2026-11-26T09:00:00+09:00');
    const acts = answers.flatMap((answer) => [() => gives(answer), () => consents.refuseByToken(linkOf(answer)), () => app.get(ApplicationChanges).cancelByTicket(tokenOf(answer.ticketUrl))]);
    const { errors } = await race(acts.length + 1, (index) => (index === acts.length ? app.get(ConsentRounds).sweep(app.clock.now()).then(() => undefined) : acts[index]!()));
    for (const error of errors) expect(error).toMatchObject({ code: 'application.already-cancelled' });
    await taken(event);
    const [double] = await app.database.asOwner<{ n: number }>(`select count(*)::int as n from (select 1 from events.application_transition where event_id = $1 and (to_status like 'cancelled%' or from_status = 'guardian_pending') group by application_id, from_status = 'guardian_pending' having count(*) > 1) twice`, [event.id]);
    expect(double).toEqual({ n: 0 });
  });
});

describe('a child who comes up late', () => {
  const asked = async (answer: ApplicationAnswer): Promise<number> => (await messages(answer)).filter((each) => each === 'consent-asked').length;

  it('from the queue, by an offer or by the host: the guardian is asked then, and has a day', async () => {
    const event = await kite(2);
    const [first, second] = [await applies(event, 23, { by: 'adults' }), await applies(event, 24, { by: 'adults' })];
    const [accepts, promoted] = [await alone(event, 25), await alone(event, 26)];
    app.clock.set('2026-11-27T11:00:00+09:00');
    for (const { ticketUrl } of [first, second]) await app.get(ApplicationChanges).cancelByTicket(tokenOf(ticketUrl));
    await app.get(ApplicationChanges).acceptByTicket(tokenOf(accepts.ticketUrl));
    await app.get(ApplicationChanges).promote(cast.leader, promoted.id!);
    for (const answer of [accepts, promoted]) {
      expect(await ticketOf(answer)).toMatchObject({ status: 'guardian_pending', guardian: { releaseAt: '2026-11-28T02:00:00.000Z' } });
      expect(await asked(answer)).toBe(2);
    }
    await round('2026-11-28T10:59:59+09:00');
    expect(await taken(event)).toEqual([2, 0]);
    await gives(accepts);
    await round('2026-11-28T11:00:00+09:00');
    expect([(await ticketOf(accepts)).status, (await ticketOf(promoted)).status]).toEqual(['confirmed', 'cancelled_by_host']);
  });

  it('by lot: the same; and where no day is left, not by itself', async () => {
    const event = await anEvent(app, cast, 'published', { frames: [{ name: 'こども', capacity: 1, method: 'lottery', closesAt: '2026-11-28T17:00:00+09:00', asks: { guardian: true } }] });
    const [one, other] = [await alone(event, 27), await alone(event, 28)];
    app.clock.set('2026-11-28T17:00:00+09:00');
    await app.get(Draws).sweep();
    await round('2026-11-28T17:01:00+09:00');
    const [won, lost] = (await ticketOf(one)).status === 'guardian_pending' ? [one, other] : [other, one];
    expect(await ticketOf(won)).toMatchObject({ status: 'guardian_pending', guardian: { releaseAt: null } });
    expect((await ticketOf(lost)).status).toBe('waitlisted');
    expect([await asked(won), await asked(lost)]).toEqual([2, 1]);
  });
});

describe('a yes to what is another now', () => {
  const moved = async (event: EventDetail, change: object): Promise<void> => {
    const changes = app.get(EventChangeDrafts);
    const { version } = await app.get(EventQueries).detail(cast.leader, event.id);
    const approvals = app.get(EventApprovals);
    await changes.update(cast.leader, event.id, change, `"${version}"`);
    const { nextRevision } = await revisionOf(event);
    await approvals.submit(cast.leader, event.id);
    await approvals.approve(cast.approver, event.id, { revision: nextRevision });
    await app.deliver();
  };
  const revisionOf = async ({ id }: EventDetail): Promise<{ nextRevision: number }> => {
    const [row] = await app.database.asOwner<{ number: number }>('select max(number)::int as number from events.event_revision where event_id = $1', [id]);
    return { nextRevision: row!.number + 1 };
  };

  it('is asked for again; the place is kept however long that takes, and is theirs with the new yes', async () => {
    const event = await kite(2);
    const [link, form] = [await alone(event, 40), await applies(event, 41, { by: 'guardian', ...YES })];
    await gives(link);
    await moved(event, { placeName: '西区民センター' });
    for (const answer of [link, form]) expect(await ticketOf(answer)).toMatchObject({ status: 'guardian_pending', guardian: { state: 'asked', anew: true, releaseAt: null } });
    expect(await messages(form)).toEqual(['application-confirmed', 'consent-asked']);
    await round('2026-11-28T12:00:00+09:00');
    expect(await taken(event)).toEqual([2, 0]);
    await gives(link);
    expect((await ticketOf(link)).status).toBe('confirmed');
  });

  it('not for other words; and nobody says yes to what they have not seen', async () => {
    const event = await kite(2);
    const [said, waits] = [await alone(event, 42), await alone(event, 43)];
    await gives(said);
    await moved(event, { careText: '水とうを持ってきてください。', rainPolicy: 'go-ahead' });
    expect((await ticketOf(said)).status).toBe('confirmed');
    await moved(event, { feeText: '500円' });
    await expect(consents.giveByToken(linkOf(waits), { ...YES, revision: 1 })).rejects.toMatchObject({ code: 'application.consent-changed', status: 409 });
    expect((await ticketOf(waits)).status).toBe('guardian_pending');
    await gives(waits);
    expect((await ticketOf(waits)).status).toBe('confirmed');
  });

  it('when the event is put off, too', async () => {
    const event = await kite(2, { rainPolicy: 'postponed' });
    await app.get(Contests).setUp(cast.leader, event.id, { criteria: ['高さ'], scale: 5, places: 3, divisions: [{ frameId: event.frames[0]!.id, name: 'こども', unit: 'person' }] });
    const answer = await alone(event, 44);
    await gives(answer);
    await app.get(Postponements).postpone(cast.leader, event.id, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: event.startsAt! });
    await app.deliver();
    expect(await ticketOf(answer)).toMatchObject({ status: 'guardian_pending', guardian: { anew: true }, entries: [1] });
    // Whatever asks who comes counts them.
    expect((await app.get(Contests).ofEvent(cast.leader, event.id)).entries).toMatchObject([{ number: 1, stands: true }]);
    expect(await app.tx((tx) => app.get(Applications).comingOf(tx, event.id))).toMatchObject([{ id: answer.id, hasPlace: true }]);
    const said = () => app.tx((tx) => app.get(StillComing).postponementOf(tx, event.id));
    await app.get(StillComing).yesByTicket(tokenOf(answer.ticketUrl));
    expect((await said())!.yes).toEqual(new Set([answer.id]));
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(answer.ticketUrl));
    expect((await said())!.cancelled).toEqual(new Set([answer.id]));
  });
});

describe('a group that was parted', () => {
  const family = async () => {
    const event = await kite(0, { frames: [{ name: 'こども', capacity: 2, perApplicationMax: 2, companions: 'names', asks: { guardian: true } }] });
    const other = await applies(event, 60, { by: 'adults' });
    const first = await app.get(SignUps).apply(null, {
      ...{ eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(69, 2), partIsFine: true },
      ...{ companions: [{ name: '標野 すずめ', kana: 'しめの すずめ' }], guardian: { by: 'child', email: 'guardian-69@example.jp' } },
    });
    const rest = tokenOf(first.rest!.ticketUrl);
    const comesUp = async (place: ApplicationAnswer): Promise<void> => {
      await app.get(ApplicationChanges).cancelByTicket(tokenOf(place.ticketUrl));
      await app.get(ApplicationChanges).acceptByTicket(rest);
    };
    return { event, other, first, comesUp, rest: () => app.get(Applications).ticket(rest) };
  };
  const unanswered = async ({ id }: ApplicationAnswer): Promise<number> => (await app.tx((tx) => app.get(ConsentLinks).unansweredOf(tx, [id!]))).size;

  it('is asked of as one: the link names who is in, also when the first has given the place back; it is chased, and let go', async () => {
    const { event, first, comesUp, rest } = await family();
    expect((await read(first)).names).toEqual(['町民 69', '標野 すずめ']);
    await comesUp(first);
    expect(await read(first)).toMatchObject({ state: 'asked', names: ['標野 すずめ'], releaseAt: new Date('2026-11-26T09:00:00+09:00') });
    expect(await unanswered(first)).toBe(1);
    await round('2026-11-04T10:00:00+09:00');
    expect((await messages(first)).slice(-1)).toEqual(['consent-chased']);
    await gives(first);
    expect((await rest()).status).toBe('confirmed');
    await app.get(GuardianConsents).refuseByToken(linkOf(first));
    expect([(await rest()).status, (await read(first)).state, (await read(first)).names, await unanswered(first)]).toEqual(['cancelled_by_applicant', 'over', [], 0]);
    expect(await taken(event)).toEqual([1, 0]);
  });

  it('is let go as far as it is not there; who was received stays', async () => {
    const { event, other, first, comesUp, rest } = await family();
    await comesUp(other);
    await app.tx((tx) => app.get(Applications).received(tx, first.id!, app.clock.now()));
    await round('2026-11-26T09:00:00+09:00');
    expect([(await rest()).status, (await ticketOf(first)).status]).toEqual(['cancelled_by_host', 'guardian_pending']);
    expect(await taken(event)).toEqual([1, 0]);
  });
});

describe('behind the rules', () => {
  it('nobody sends letters to anybody: thirty a day to one address of a guardian, however it is spelled', async () => {
    const event = await kite(50);
    const asks = (index: number, email: string) => applies(event, 100 + index, { by: 'child', email });
    await Promise.all(Array.from({ length: 30 }, (_, index) => asks(index, index % 2 ? 'anybody@example.jp' : 'Anybody@Example.JP')));
    await expect(asks(30, 'anybody@example.jp')).rejects.toMatchObject({ code: 'application.contact-too-often', status: 429 });
    expect((await asks(31, 'somebody@example.jp')).status).toBe('guardian_pending');
    app.clock.advance(24 * 60);
    expect((await asks(32, 'anybody@example.jp')).status).toBe('guardian_pending');
  });

  it('the database gives no child a place for certain without a yes', async () => {
    const event = await kite();
    const answer = await alone(event, 50);
    await expect(app.database.asOwner(`update events.application set status = 'confirmed' where id = $1`, [answer.id])).rejects.toThrow(/application_consent_before_place/);
    await expect(app.database.asOwner(`update events.application set consent = 'given' where id = $1`, [answer.id])).rejects.toThrow(/application_guardian_pending/);
  });

  it('guardians are forgotten thirty days after the event', async () => {
    const event = await kite();
    const answer = await applies(event, 51, { by: 'guardian', ...YES });
    const kept = () => app.database.asOwner('select guardian_name from events.guardian_consent where application_id = $1', [answer.id]);
    await app.get(AnswersForgetting).sweep(new Date('2026-12-29T13:00:00+09:00'));
    expect(await kept()).toHaveLength(1);
    await app.get(AnswersForgetting).sweep(new Date('2026-12-29T13:00:01+09:00'));
    expect(await kept()).toEqual([]);
    expect(await ticketOf(answer)).toMatchObject({ guardian: { state: 'given', name: null } });
    expect(await app.get(Offers).sweep()).toBe(0);
  });
});
