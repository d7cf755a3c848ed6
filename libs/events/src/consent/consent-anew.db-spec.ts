import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, tokenOf, type Cast } from '../an-event.builder.js';
import { ApplicationChanges } from '../application/application-changes.service.js';
import type { ApplicationAnswer } from '../application/application.dto.js';
import { Applications } from '../application/applications.service.js';
import { SignUps } from '../application/sign-up.service.js';
import { TicketCodes } from '../application/ticket-codes.js';
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
import { readOf } from './consent.rules.js';
import { GuardianAddresses } from './guardian-address.service.js';
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

  it('is of no use where the host asks no more: whose place was kept has it, nothing is let go, and the link is nobody’s', async () => {
    const event = await town.kite(2);
    const [pending, given, waits] = [await town.alone(event, 70), await town.alone(event, 71), await town.alone(event, 72)];
    await town.gives(given);
    await moved(event, { frames: [{ id: event.frames[0]!.id, name: 'こども', capacity: 2, asks: { guardian: false } }] });
    expect([await town.ticketOf(pending), await town.ticketOf(given), await town.ticketOf(waits)]).toMatchObject([{ status: 'confirmed', guardian: null }, { status: 'confirmed', guardian: { state: 'given' } }, { status: 'waitlisted', guardian: null }]);
    expect((await town.messages(pending)).at(-1)).toBe('application-confirmed');
    await expect(town.read(pending)).rejects.toMatchObject({ code: 'application.consent-unknown' });
    await expect(consents.record(cast.leader, pending.id!, { ...YES, how: 'phone' })).rejects.toMatchObject({ code: 'application.consent-not-needed' });
    const left = await app.database.asOwner<{ guardian_email: string | null }>('select guardian_email from events.guardian_consent where event_id = $1 and given_at is null', [event.id]);
    expect(left).toEqual([{ guardian_email: null }, { guardian_email: null }]);
    // The letters to who said yes are forgotten with that yes, thirty days after the event.
    expect((await app.outbox()).some(({ message, payload }) => message === 'events.guardians-forgotten' && payload['eventId'] === event.id)).toBe(false);
    await town.round('2026-11-27T12:00:00+09:00');
    expect(await town.taken(event)).toEqual([2, 1]);
  });

  it('is asked for again; the place is kept however long that takes, and is theirs with the new yes', async () => {
    const event = await town.kite(2);
    const [link, form] = [await town.alone(event, 40), await town.applies(event, 41, { by: 'guardian', ...YES })];
    await town.gives(link);
    await moved(event, { placeName: '西区民センター' });
    for (const answer of [link, form]) expect(await town.ticketOf(answer)).toMatchObject({ status: 'guardian_pending', guardian: { state: 'asked', anew: true, releaseAt: null } });
    expect(await town.messages(form)).toEqual(['application-confirmed', 'consent-asked']);
    await town.round('2026-11-28T12:00:00+09:00');
    expect(await town.taken(event)).toEqual([2, 0]);
    await town.gives(link);
    expect((await town.ticketOf(link)).status).toBe('confirmed');
  });

  it('at another address does not say who said the first', async () => {
    const event = await town.kite(2);
    const child = await town.alone(event, 45);
    await town.gives(child);
    await moved(event, { placeName: '西区民センター' });
    await app.get(GuardianAddresses).askAt(tokenOf(child.ticketUrl), 'stranger@example.jp');
    const link = app.get(TicketCodes).consent(child.id!, 1).url.split('/g/')[1]!;
    expect(await app.get(ConsentLinks).byToken(link)).toMatchObject({ state: 'asked', guardianName: null, relation: null });
  });

  it('not for other words; and nobody says yes to what they have not seen', async () => {
    const event = await town.kite(2);
    const [said, waits] = [await town.alone(event, 42), await town.alone(event, 43)];
    await town.gives(said);
    await moved(event, { careText: '水とうを持ってきてください。', rainPolicy: 'go-ahead' });
    expect((await town.ticketOf(said)).status).toBe('confirmed');
    await moved(event, { feeText: '500円' });
    await expect(consents.giveByToken(town.linkOf(waits), { ...YES, revision: 1, read: readOf(null) })).rejects.toMatchObject({ code: 'application.consent-changed', status: 409 });
    expect((await town.ticketOf(waits)).status).toBe('guardian_pending');
    await town.gives(waits);
    expect((await town.ticketOf(waits)).status).toBe('confirmed');
  });

  it('when the event is put off, too', async () => {
    const event = await town.kite(2, { rainPolicy: 'postponed' });
    await app.get(Contests).setUp(cast.leader, event.id, { criteria: ['高さ'], scale: 5, places: 3, divisions: [{ frameId: event.frames[0]!.id, name: 'こども', unit: 'person' }] });
    const answer = await town.alone(event, 44);
    await town.gives(answer);
    await app.get(Postponements).postpone(cast.leader, event.id, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: event.startsAt! });
    await app.deliver();
    expect(await town.ticketOf(answer)).toMatchObject({ status: 'guardian_pending', guardian: { anew: true }, entries: [1] });
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
    const event = await town.kite(0, { frames: [{ name: 'こども', capacity: 2, perApplicationMax: 2, companions: 'names', asks: { guardian: true } }] });
    const other = await town.applies(event, 60, { by: 'adults' });
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
    expect((await town.read(first)).names).toEqual(['町民 69', '標野 すずめ']);
    await comesUp(first);
    expect(await town.read(first)).toMatchObject({ state: 'asked', names: ['標野 すずめ'], releaseAt: new Date('2026-11-26T09:00:00+09:00') });
    expect(await unanswered(first)).toBe(1);
    await town.round('2026-11-04T10:00:00+09:00');
    expect((await town.messages(first)).slice(-1)).toEqual(['consent-chased']);
    await town.gives(first);
    expect((await rest()).status).toBe('confirmed');
    await app.get(GuardianConsents).refuseByToken(town.linkOf(first));
    expect([(await rest()).status, (await town.read(first)).state, (await town.read(first)).names, await unanswered(first)]).toEqual(['cancelled_by_applicant', 'over', [], 0]);
    expect(await town.taken(event)).toEqual([1, 0]);
  });

  it('is let go as far as it is not there; who was received stays', async () => {
    const { event, other, first, comesUp, rest } = await family();
    await comesUp(other);
    await app.tx((tx) => app.get(Applications).received(tx, first.id!, app.clock.now()));
    await town.round('2026-11-26T09:00:00+09:00');
    expect([(await rest()).status, (await town.ticketOf(first)).status]).toEqual(['cancelled_by_host', 'guardian_pending']);
    expect(await town.taken(event)).toEqual([1, 0]);
  });
});
