import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, applied, told, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicationChanges } from '../application/application-changes.service.js';
import type { ApplicationAnswer } from '../application/application.dto.js';
import { Applications } from '../application/applications.service.js';
import { Offers } from '../application/offers.service.js';
import { SignUps } from '../application/sign-up.service.js';
import { TicketCodes } from '../application/ticket-codes.js';
import { AnswersForgetting } from '../asks/forgetting.js';
import { ConsentLinks } from '../consent/consent-links.service.js';
import { ConsentRounds } from '../consent/consent-rounds.service.js';
import { GuardianConsents } from '../consent/guardian-consents.service.js';
import { EventPublications } from '../event/event-publication.service.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
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

const answer = (event: EventDetail, choice: Choice, { id }: ApplicationAnswer, words: string | null = null) =>
  app.get(HostAnswers).answer(cast.leader, { eventId: event.id, ids: [id!], choice, words });
const undone = (event: EventDetail, { id }: ApplicationAnswer) =>
  app
    .get(HostAnswers)
    .undo(cast.leader, event.id, [id!])
    .then(
      () => 'undone',
      ({ code }: { code: string }) => code,
    );
const ticketOf = ({ ticketUrl }: ApplicationAnswer) => app.get(Applications).ticket(tokenOf(ticketUrl));
const heard = async (event: EventDetail, { id }: ApplicationAnswer) => (await told(app, event.id)).flatMap(([what, whose]) => (whose === id ? [what] : []));
const aChild = (event: EventDetail, index = 8) =>
  app
    .get(SignUps)
    .apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(index), guardian: { by: 'child', email: `mother-${index}@example.jp` } });
const statusOf = async ({ id }: ApplicationAnswer) =>
  (await app.database.asOwner<{ status: string }>('select status from events.application where id = $1', [id]))[0]!.status;

describe('an answer of the host that was not told yet', () => {
  it('begins no guardian’s time to say yes: a child who is taken in late keeps the place until the guardian was asked', async () => {
    const event = await aChoice(app, cast, { asks: { guardian: true } });
    const child = await aChild(event);
    app.clock.set('2026-11-27T10:00:00+09:00');
    await answer(event, 'accepted', child);
    await app.get(ConsentRounds).sweep(app.clock.now());
    expect(await statusOf(child)).toBe('guardian_pending');
    await later(app);
    await app.get(ConsentRounds).sweep(app.clock.now());
    expect(await ticketOf(child)).toMatchObject({ status: 'guardian_pending' });
    expect(await counted(app, event)).toMatchObject({ taken: 1 });
  });

  it('lets nothing be offered: a place that is free meanwhile may still be given by taking an answer back', async () => {
    const event = await aChoice(app, cast);
    const [inside, next] = [await applied(app, event, 1, 3), await applied(app, event, 2)];
    await answer(event, 'accepted', inside);
    await answer(event, 'waitlisted', next);
    expect(await undone(event, inside)).toBe('undone');
    await app.get(Offers).sweep();
    expect([await statusOf(next), await ticketOf(next)]).toMatchObject(['waitlisted', { status: 'applied' }]);
    expect(await undone(event, next)).toBe('undone');
    await answer(event, 'accepted', inside);
    await answer(event, 'waitlisted', next);
    await later(app);
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(inside.ticketUrl));
    expect(await ticketOf(next)).toMatchObject({ status: 'offered' });
    expect(await heard(event, next)).toEqual(['entered', 'answered', 'offered']);
  });

  it('reminds nobody of a place that they do not know of', async () => {
    const event = await aChoice(app, cast);
    const one = await applied(app, event, 1);
    await answer(event, 'accepted', one);
    const coming = async () => (await app.tx((tx) => app.get(Applications).comingOf(tx, event.id))).map(({ id }) => id);
    expect(await coming()).toEqual([]);
    await later(app);
    expect(await coming()).toEqual([one.id]);
  });

  it('ends with whoever gives up before they hear it: no letter follows, and nobody else waits for it', async () => {
    const event = await aChoice(app, cast);
    const [inside, next] = [await applied(app, event, 1, 3), await applied(app, event, 2)];
    await answer(event, 'accepted', inside);
    await answer(event, 'waitlisted', next);
    await later(app);
    const last = await applied(app, event, 3);
    await answer(event, 'waitlisted', last);
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(last.ticketUrl));
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(inside.ticketUrl));
    expect(await statusOf(next)).toBe('offered');
    await later(app);
    expect(await heard(event, last)).not.toContain('answered');
  });

  it('shows in no word about whoever gave up: they have left, and the answer can not be taken back any more', async () => {
    const event = await aChoice(app, cast);
    const [inside, out] = [await applied(app, event, 1), await applied(app, event, 2)];
    await answer(event, 'accepted', inside);
    await answer(event, 'declined', out);
    for (const each of [inside, out]) {
      await app.get(ApplicationChanges).cancelByTicket(tokenOf(each.ticketUrl));
      expect(await ticketOf(each)).toMatchObject({ status: 'cancelled_by_applicant', leftQueue: true });
      expect(await undone(event, each)).toBe('application.already-cancelled');
    }
    const known = await applied(app, event, 3);
    await answer(event, 'accepted', known);
    await later(app);
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(known.ticketUrl));
    expect(await ticketOf(known)).toMatchObject({ leftQueue: false });
  });

  it('is told once, with the answer, where a guardian says yes meanwhile', async () => {
    const event = await aChoice(app, cast, { asks: { guardian: true } });
    const child = await aChild(event);
    await answer(event, 'accepted', child);
    const link = app.get(TicketCodes).consent(child.id!).url.split('/g/')[1]!;
    const { revision, read } = await app.get(ConsentLinks).byToken(link);
    await app.get(GuardianConsents).giveByToken(link, { name: '標野 花', relation: '母', revision, read });
    expect([await statusOf(child), await ticketOf(child)]).toMatchObject(['confirmed', { status: 'applied' }]);
    expect(await heard(event, child)).not.toContain('confirmed');
    await later(app);
    expect((await heard(event, child)).filter((what) => what === 'confirmed' || what === 'answered')).toEqual(['answered']);
  });

  it('shows to nobody who applies once more: they have applied', async () => {
    const event = await aChoice(app, cast);
    const out = await applied(app, event, 1);
    await answer(event, 'declined', out);
    const again = await applied(app, event, 1);
    expect([again.status, again.id]).toEqual(['received', null]);
    expect(await counted(app, event)).toEqual({ taken: 0, waiting: 0, entered: 0 });
    expect(await undone(event, out)).toBe('undone');
    await answer(event, 'declined', out);
    await later(app);
    expect(await applied(app, event, 1)).toMatchObject({ status: 'applied' });
  });

  it('is followed by the offer of a place that became free meanwhile', async () => {
    const event = await aChoice(app, cast);
    const [inside, next] = [await applied(app, event, 1, 3), await applied(app, event, 2)];
    await answer(event, 'accepted', inside);
    await later(app);
    await answer(event, 'waitlisted', next);
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(inside.ticketUrl));
    expect(await statusOf(next)).toBe('waitlisted');
    await later(app);
    await app.get(Offers).sweep();
    expect(await ticketOf(next)).toMatchObject({ status: 'offered' });
  });

  it('is known by a place that the host gives to whoever waits', async () => {
    const event = await aChoice(app, cast);
    const [inside, next] = [await applied(app, event, 1, 3), await applied(app, event, 2)];
    await answer(event, 'accepted', inside);
    app.clock.set('2026-11-29T09:30:00+09:00');
    await answer(event, 'waitlisted', next);
    await app.get(ApplicationChanges).cancel(cast.leader, inside.id!, null);
    await app.get(ApplicationChanges).promote(cast.leader, next.id!);
    expect(await ticketOf(next)).toMatchObject({ status: 'confirmed' });
    expect(await undone(event, next)).toBe('application.answer-told');
    await later(app);
    expect(await heard(event, next)).toEqual(['entered', 'promoted']);
  });

  it('shows on no guardian’s link', async () => {
    const event = await aChoice(app, cast, { asks: { guardian: true } });
    const [child, other] = [await aChild(event), await aChild(event, 9)];
    const link = ({ id }: ApplicationAnswer) => app.get(ConsentLinks).byToken(app.get(TicketCodes).consent(id!).url.split('/g/')[1]!);
    await answer(event, 'accepted', child);
    await answer(event, 'declined', other);
    for (const each of [child, other]) expect(await link(each)).toMatchObject({ state: 'asked', standing: 'applied', chosen: true, releaseAt: null });
    await later(app);
    expect(await link(child)).toMatchObject({ standing: 'guardian_pending', releaseAt: expect.any(Date) });
    expect(await link(other)).toMatchObject({ state: 'over' });
  });

  it('is told no more once the event is called off: that is what everybody hears', async () => {
    const event = await aChoice(app, cast);
    const [inside, out, long] = [await applied(app, event, 1), await applied(app, event, 2), await applied(app, event, 3)];
    await answer(event, 'declined', long);
    await later(app);
    await answer(event, 'accepted', inside);
    await answer(event, 'declined', out, 'またお越しください。');
    await app.get(EventPublications).cancel(cast.leader, event.id, '台風のため');
    for (const each of [inside, out]) expect(await ticketOf(each)).toMatchObject({ status: 'cancelled_by_host', hostWords: null });
    expect(await later(app)).toBe(0);
    for (const each of [inside, out]) expect(await heard(event, each)).toEqual(['entered']);
    const ended = await app.tx((tx) => app.get(Applications).endedWithEvent(tx, event.id));
    expect(ended.map(({ id }) => id)).toEqual([inside.id, out.id]);
    expect(await ticketOf(long)).toMatchObject({ status: 'declined' });
    expect(await counted(app, event)).toEqual({ taken: 0, waiting: 0, entered: 0 });
  });
});

it('what the host wrote to whoever was not chosen stands nowhere else, and is forgotten thirty days after the event', async () => {
  const event = await aChoice(app, cast);
  const out = await applied(app, event, 1);
  await answer(event, 'declined', out, '春にお越しください。');
  await later(app);
  const forget = (at: string) => app.get(AnswersForgetting).sweep(new Date(at));
  const endsAt = new Date(event.endsAt!).getTime() + 30 * 24 * 60 * 60_000;
  await forget(new Date(endsAt).toISOString());
  expect(await ticketOf(out)).toMatchObject({ hostWords: '春にお越しください。' });
  await forget(new Date(endsAt + 1000).toISOString());
  expect(await ticketOf(out)).toMatchObject({ status: 'declined', hostWords: null });
  const log = await app.database.asOwner('select reason from events.application_transition where application_id = $1 and reason is not null', [out.id]);
  expect(log).toEqual([]);
});
