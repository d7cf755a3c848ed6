import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, anEvent, applied, told, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicantList } from '../application/applicant-list.service.js';
import { ApplicationChanges } from '../application/application-changes.service.js';
import type { ApplicationAnswer } from '../application/application.dto.js';
import { Applications } from '../application/applications.service.js';
import { SignUps } from '../application/sign-up.service.js';
import { ConsentRounds } from '../consent/consent-rounds.service.js';
import { EventChangeDrafts } from '../event/event-change-drafts.service.js';
import { EventEdits } from '../event/event-edit.service.js';
import { EventPublications } from '../event/event-publication.service.js';
import { EventQueries } from '../event/event-queries.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { Postponements } from '../weather/postponements.service.js';
import type { Choice } from './choice.rules.js';
import { HostAnswers } from './host-answers.service.js';
import { aChoice, counted, later } from './testing/a-choice.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const answer = (event: EventDetail, choice: Choice, of: ApplicationAnswer[], words: string | null = null, actor = cast.leader) =>
  app.get(HostAnswers).answer(actor, { eventId: event.id, ids: of.map(({ id }) => id!), choice, words });
const undo = (event: EventDetail, of: ApplicationAnswer[]) =>
  app.get(HostAnswers).undo(
    cast.leader,
    event.id,
    of.map(({ id }) => id!),
  );
const ticketOf = ({ ticketUrl }: ApplicationAnswer) => app.get(Applications).ticket(tokenOf(ticketUrl));
const heard = async (event: EventDetail) => (await told(app, event.id)).map(([what]) => what);
const lineOf = async (event: EventDetail, { id }: ApplicationAnswer) =>
  (await app.get(ApplicantList).ofEvent(cast.leader, event.id)).items.find((line) => line.id === id);

describe('a frame of which the host says who gets a place', () => {
  it('takes everybody, gives nobody a place by itself, and tells by which day the host answers', async () => {
    const event = await aChoice(app, cast);
    const [first, second] = [await applied(app, event, 1, 3), await applied(app, event, 2, 3)];
    expect([first, second]).toMatchObject([{ status: 'applied', waitlistPosition: null }, { status: 'applied' }]);
    expect(await ticketOf(first)).toMatchObject({ status: 'applied', chosen: true, answersBy: '2026-11-20', drawsAt: null, can: { cancel: true } });
    expect(await counted(app, event)).toEqual({ taken: 0, waiting: 0, entered: 6 });
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(second.ticketUrl));
    expect(await counted(app, event)).toMatchObject({ entered: 3 });
    // What came by phone is asked for like the others.
    const { name, kana } = aNeighbour(3);
    expect(
      await app
        .get(SignUps)
        .enter(cast.leader, { eventId: event.id, frameId: event.frames[0]!.id, name, kana, phone: '090-1111-2222', heads: 1, channel: 'phone' }),
    ).toMatchObject({ status: 'applied' });
    expect((await app.get(EventQueries).detail(cast.leader, event.id)).toAnswer).toEqual({ groups: 2, by: '2026-11-20' });
  });

  it('accepts several at once, tells them some minutes later, and nobody twice', async () => {
    const event = await aChoice(app, cast);
    const [first, second] = [await applied(app, event, 1, 2), await applied(app, event, 2)];
    await answer(event, 'accepted', [second, first]);
    expect(await counted(app, event)).toEqual({ taken: 3, waiting: 0, entered: 0 });
    // Until it is told its holder knows nothing of it.
    expect(await ticketOf(first)).toMatchObject({ status: 'applied' });
    expect(await lineOf(event, first)).toMatchObject({
      status: 'confirmed',
      undoUntil: '2026-11-02T01:05:00.000Z',
      can: { answer: 'application.answered-already' },
    });
    expect(await later(app, 4)).toBe(0);
    expect(await later(app, 2)).toBe(2);
    expect(await later(app, 2)).toBe(0);
    expect(await heard(event)).toEqual(['entered', 'entered', 'answered', 'answered']);
    expect(await ticketOf(first)).toMatchObject({ status: 'confirmed' });
  });

  it('lets nobody in beyond its places, and nobody of those named when one of them does not fit', async () => {
    const event = await aChoice(app, cast);
    const all = [await applied(app, event, 1, 2), await applied(app, event, 2, 2)];
    await expect(answer(event, 'accepted', all)).rejects.toMatchObject({ code: 'application.not-enough-places', status: 409 });
    expect(await counted(app, event)).toEqual({ taken: 0, waiting: 0, entered: 4 });
    await answer(event, 'accepted', [all[0]!]);
    await expect(answer(event, 'declined', all)).rejects.toMatchObject({ code: 'application.answered-already' });
    await answer(event, 'declined', [all[1]!], 'またお越しください。');
    await later(app);
    expect(await ticketOf(all[1]!)).toMatchObject({
      status: 'declined',
      hostWords: 'またお越しください。',
      unanswered: false,
      can: { cancel: 'application.already-cancelled' },
    });
  });

  it('puts the rest on the waiting list in the order they came; a place that is given back goes down that list', async () => {
    const event = await aChoice(app, cast);
    const [inside, ...rest] = [await applied(app, event, 1, 3), await applied(app, event, 2), await applied(app, event, 3)];
    await answer(event, 'accepted', [inside!]);
    await answer(event, 'waitlisted', [rest[1]!, rest[0]!]);
    await later(app);
    expect([await ticketOf(rest[0]!), await ticketOf(rest[1]!)]).toMatchObject([
      { status: 'waitlisted', waitlistPosition: 1 },
      { status: 'waitlisted', waitlistPosition: 2 },
    ]);
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(inside!.ticketUrl));
    expect(await ticketOf(rest[0]!)).toMatchObject({ status: 'offered' });
    // Whoever comes while somebody waits can't be let in before them.
    const late = await applied(app, event, 4, 3);
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(rest[0]!.ticketUrl));
    app.clock.set('2026-11-29T09:30:00+09:00');
    await answer(event, 'waitlisted', [late]);
    await expect(answer(event, 'accepted', [await applied(app, event, 5)])).rejects.toMatchObject({ code: 'application.others-wait', status: 409 });
  });

  it('puts nobody on the waiting list whom a free place could be given', async () => {
    const event = await aChoice(app, cast);
    const all = [await applied(app, event, 1, 2), await applied(app, event, 2), await applied(app, event, 3, 2)];
    await expect(answer(event, 'waitlisted', all)).rejects.toMatchObject({ code: 'application.places-free', status: 409 });
    await answer(event, 'accepted', [all[0]!]);
    await expect(answer(event, 'waitlisted', [all[2]!, all[1]!])).rejects.toMatchObject({ code: 'application.places-free' });
    await answer(event, 'waitlisted', [all[2]!]);
    expect(await counted(app, event)).toEqual({ taken: 2, waiting: 1, entered: 1 });
  });

  it('is not asked for who was let in at the door all the same', async () => {
    const event = await aChoice(app, cast);
    const one = await applied(app, event, 1);
    await app.database.asOwner('update events.application set received_at = $2 where id = $1', [one.id, app.clock.now()]);
    for (const choice of ['declined', 'waitlisted', 'accepted'] as const) await expect(answer(event, choice, [one])).rejects.toMatchObject({ code: 'application.received', status: 409 });
  });

  it('takes an answer back until it was told, and then not any more', async () => {
    const event = await aChoice(app, cast);
    const all = [await applied(app, event, 1, 3), await applied(app, event, 2), await applied(app, event, 3)];
    await answer(event, 'accepted', [all[0]!]);
    await answer(event, 'waitlisted', [all[1]!]);
    await answer(event, 'declined', [all[2]!], '満員です。');
    await undo(event, [all[2]!, all[1]!, all[0]!]);
    expect(await counted(app, event)).toEqual({ taken: 0, waiting: 0, entered: 5 });
    expect(await lineOf(event, all[2]!)).toMatchObject({ status: 'applied', undoUntil: null, hostWords: null, can: { answer: true } });
    await later(app);
    expect(await heard(event)).toEqual(['entered', 'entered', 'entered']);
    await answer(event, 'accepted', [all[2]!]);
    await later(app);
    await expect(undo(event, [all[2]!])).rejects.toMatchObject({ code: 'application.answer-told', status: 409 });
    expect((await heard(event)).filter((what) => what === 'answered')).toHaveLength(1);
  });

  it('whoever gives up before they hear the answer is gone as without one, whatever it was', async () => {
    const event = await aChoice(app, cast);
    const all = [await applied(app, event, 1, 3), await applied(app, event, 2), await applied(app, event, 3)];
    await answer(event, 'accepted', [all[0]!]);
    await answer(event, 'waitlisted', [all[1]!]);
    await answer(event, 'declined', [all[2]!]);
    for (const each of all) await app.get(ApplicationChanges).cancelByTicket(tokenOf(each.ticketUrl));
    expect(await counted(app, event)).toEqual({ taken: 0, waiting: 0, entered: 0 });
    for (const each of all) expect(await ticketOf(each)).toMatchObject({ status: 'cancelled_by_applicant' });
  });

  it('keeps the place of a child until a guardian says yes, who is asked when the child is told', async () => {
    const event = await aChoice(app, cast, { asks: { guardian: true } });
    const child = await app
      .get(SignUps)
      .apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(8), guardian: { by: 'child', email: 'mother@example.jp' } });
    expect(child).toMatchObject({ status: 'applied' });
    await answer(event, 'accepted', [child]);
    const asked = async () =>
      (await app.outbox()).filter(({ message, payload }) => message === 'events.consent-asked' && payload['eventId'] === event.id).length;
    expect(await asked()).toBe(1);
    await later(app);
    expect(await asked()).toBe(2);
    expect(await ticketOf(child)).toMatchObject({ status: 'guardian_pending' });
    await app.get(ConsentRounds).sweep(app.clock.now());
    expect(await counted(app, event)).toMatchObject({ taken: 1 });
  });

  it('is answered by those who lead the event alone, and only where the host chooses', async () => {
    const [event, other] = [await aChoice(app, cast), await anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 3 }] })];
    const [one, placed] = [await applied(app, event, 1), await applied(app, other, 1)];
    for (const actor of [cast.staff, cast.approver])
      await expect(answer(event, 'accepted', [one], null, actor)).rejects.toMatchObject({ code: 'application.leaders-only', status: 403 });
    await expect(answer(other, 'declined', [placed])).rejects.toMatchObject({ code: 'application.not-chosen', status: 409 });
    await expect(answer(other, 'declined', [one])).rejects.toMatchObject({ code: 'application.not-found', status: 404 });
  });

  it('stays of this kind once somebody applied, needs places, and its day of answers is not after the event; the day is words', async () => {
    await expect(anEvent(app, cast, 'submitted', { frames: [{ name: '席', method: 'chosen' }] })).rejects.toMatchObject({
      fields: [{ field: 'frames.0.capacity', code: 'event.field-missing' }],
    });
    const late = { name: '席', method: 'chosen' as const, capacity: 3, answersBy: '2026-11-30' };
    await expect(anEvent(app, cast, 'submitted', { frames: [late] })).rejects.toMatchObject({
      fields: [{ field: 'frames.0.answersBy', code: 'event.answers-after-start' }],
    });
    const early = { ...late, answersBy: '2026-11-19', closesAt: '2026-11-20T17:00:00+09:00' };
    await expect(anEvent(app, cast, 'submitted', { frames: [early] })).rejects.toMatchObject({
      fields: [{ field: 'frames.0.answersBy', code: 'event.answers-before-closing' }],
    });
    const event = await aChoice(app, cast);
    await applied(app, event, 1);
    const { version } = await app.get(EventQueries).detail(cast.leader, event.id);
    const frame = { id: event.frames[0]!.id, name: '席', capacity: 3, perApplicationMax: 3 };
    await expect(
      app.get(EventChangeDrafts).update(cast.leader, event.id, { frames: [{ ...frame, method: 'first-come' }] }, `"${version}"`),
    ).rejects.toMatchObject({ fields: [{ field: 'frames.0.method', code: 'event.frame-in-use' }] });
    expect(
      await app.get(EventEdits).update(cast.leader, event.id, { frames: [{ ...frame, method: 'chosen', answersBy: '2026-11-22' }] }, `"${version}"`),
    ).toMatchObject({ frames: [{ answersBy: '2026-11-22' }] });
  });
});

describe('the host’s answers as time goes by', () => {
  const reminded = async (event: EventDetail) =>
    (await app.outbox()).flatMap(({ message, payload }) =>
      message === 'events.answers-due' && payload['eventId'] === event.id ? [[payload['stage'], payload['dueOn']]] : [],
    );

  it('reminds whoever leads the event the day before they were promised and the day after, each once, by day', async () => {
    const event = await aChoice(app, cast);
    await applied(app, event, 1);
    app.clock.set('2026-11-18T23:50:00+09:00');
    await later(app, 1);
    expect(await reminded(event)).toEqual([]);
    app.clock.set('2026-11-19T09:05:00+09:00');
    for (const minutes of [1, 60, 24 * 60]) await later(app, minutes);
    expect(await reminded(event)).toEqual([['near', '2026-11-20']]);
    app.clock.set('2026-11-21T09:05:00+09:00');
    for (const minutes of [1, 60]) await later(app, minutes);
    expect(await reminded(event)).toEqual([
      ['near', '2026-11-20'],
      ['over', '2026-11-20'],
    ]);
  });

  it('lets go of whoever has no answer when the event begins, and tells them', async () => {
    const event = await aChoice(app, cast);
    const [kept, left] = [await applied(app, event, 1), await applied(app, event, 2)];
    await answer(event, 'accepted', [kept]);
    app.clock.set('2026-11-29T09:59:00+09:00');
    await later(app, 2);
    expect(await counted(app, event)).toEqual({ taken: 1, waiting: 0, entered: 0 });
    expect(await ticketOf(left)).toMatchObject({ status: 'declined', unanswered: true });
    expect(
      (await told(app, event.id))
        .slice(-2)
        .map(([, id]) => id)
        .sort(),
    ).toEqual([kept.id, left.id].sort());
    expect(await later(app, 30)).toBe(0);
  });

  it('goes along with a postponement, and ends with the event that is called off', async () => {
    const event = await aChoice(app, cast);
    const one = await applied(app, event, 1);
    const moved = await app
      .get(Postponements)
      .postpone(cast.staff, event.id, { day: '2026-12-06', cause: 'rain', reason: '台風のため', startsAt: event.startsAt! });
    expect(moved.frames).toMatchObject([{ answersBy: '2026-11-27', entered: 1 }]);
    await app.get(EventPublications).cancel(cast.leader, event.id, '台風のため');
    expect(await ticketOf(one)).toMatchObject({ status: 'cancelled_by_host' });
    expect(await counted(app, event)).toMatchObject({ entered: 0 });
  });
});
