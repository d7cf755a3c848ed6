import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { statementsOf, testApp, type TestApp } from '@yoriai/testing';
import { aCast, aNeighbour, anEvent, applied, told, tokenOf, type Cast } from '../an-event.builder.js';
import type { FrameDraft } from '../frame/frame-draft.dto.js';
import type { EventDetail } from '../event/event.dto.js';
import { EventsModule } from '../events.module.js';
import { EventsWorkerModule } from '../events.worker.js';
import { ApplicantList } from './applicant-list.service.js';
import { ApplicationChanges } from './application-changes.service.js';
import type { ApplicationAnswer, ApplyRequest } from './application.dto.js';
import { ApplicationRepository } from './application.repository.js';
import { Applications } from './applications.service.js';
import { Offers } from './offers.service.js';
import { SignUps } from './sign-up.service.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule, EventsWorkerModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

/** A published event with one frame of few places. */
const small = (frame: Partial<FrameDraft>): Promise<EventDetail> => anEvent(app, cast, 'published', { frames: [{ name: '席', capacity: 4, perApplicationMax: 4, ...frame }] });

const named = (...given: string[]) => given.map((name) => ({ name: `町民 ${name}`, kana: 'ちょうみん' }));

function family(event: EventDetail, index: number, more: Partial<ApplyRequest>): Promise<ApplicationAnswer> {
  return app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frames[0]!.id, ...aNeighbour(index), ...more });
}

const ticketOf = (url: string | null) => app.get(Applications).ticket(tokenOf(url));
const names = ({ companions }: { companions: readonly { name: string }[] }): string[] => companions.map(({ name }) => name.replace('町民 ', ''));

describe('a family by name', () => {
  it('is asked for where the host asks, of each, and refused elsewhere', async () => {
    const [asks, counts] = [await small({ companions: 'names' }), await small({})];
    await expect(family(asks, 1, { heads: 3, companions: named('太郎') })).rejects.toMatchObject({ code: 'application.names-needed', status: 422, fields: [{ field: 'companions' }] });
    await expect(family(asks, 1, { heads: 2 })).rejects.toMatchObject({ code: 'application.names-needed' });
    await expect(family(counts, 1, { heads: 2, companions: named('太郎') })).rejects.toMatchObject({ code: 'application.names-not-asked', status: 422 });
    const answer = await family(asks, 1, { heads: 3, companions: named('太郎', '花') });
    expect(answer).toMatchObject({ status: 'confirmed', rest: null });
    expect(names(await ticketOf(answer.ticketUrl))).toEqual(['太郎', '花']);
    expect(await family(asks, 2, {})).toMatchObject({ status: 'confirmed' });
    await expect(app.database.asOwner(`update events.application set heads = 2 where id = $1`, [answer.id])).rejects.toMatchObject({ constraint: 'application_companions' });
  });

  it('costs one who comes alone no statement more', async () => {
    const [asks, counts] = [await small({ companions: 'names' }), await small({})];
    const [alone, before, together] = [
      await statementsOf(() => family(asks, 10, {})),
      await statementsOf(() => applied(app, counts, 10)),
      await statementsOf(() => family(asks, 11, { heads: 3, companions: named('太郎', '花') })),
    ];
    expect([alone, together]).toEqual([before, before]);
  });

  it('stays with its person when records are joined, and is on the leaders’ list', async () => {
    const event = await small({ companions: 'names' });
    const answer = await family(event, 20, { heads: 2, companions: named('太郎') });
    const [row] = await app.database.asOwner<{ person_id: string }>('select person_id from events.application where id = $1', [answer.id]);
    await app.tx((tx) => app.get(ApplicationRepository).repoint(tx, row!.person_id, cast.member.personId));
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items.map((each) => [each.name, each.heads, names(each)])).toEqual([['森 あおい', 2, ['太郎']]]);
  });
});

describe('a family of which a part is fine', () => {
  it('has as many places as there are, in the order given; the others wait with a ticket of their own', async () => {
    const event = await small({ companions: 'names' });
    await applied(app, event, 1);
    await applied(app, event, 2);
    const answer = await family(event, 3, { heads: 4, companions: named('二', '三', '四'), partIsFine: true });
    expect(answer).toMatchObject({ status: 'confirmed', rest: { heads: 2, waitlistPosition: 1 } });
    const [first, others] = [await ticketOf(answer.ticketUrl), await ticketOf(answer.rest!.ticketUrl)];
    expect(first).toMatchObject({ status: 'confirmed', heads: 2, withoutApplicant: false, partUrls: [answer.rest!.ticketUrl] });
    expect(others).toMatchObject({ status: 'waitlisted', heads: 2, withoutApplicant: true, partUrls: [], number: answer.rest!.number });
    expect([names(first), names(others)]).toEqual([['二'], ['三', '四']]);
    expect((await told(app, event.id)).slice(-2)).toEqual([['confirmed', answer.id], ['waitlisted', others.id]]);
    // Applied once: asked again it is still the same family.
    expect(await family(event, 3, { heads: 1 })).toMatchObject({ status: 'received' });
  });

  it('without the tick has all places or none', async () => {
    const event = await small({});
    await applied(app, event, 1, 2);
    expect(await family(event, 2, { heads: 3 })).toMatchObject({ status: 'waitlisted', rest: null });
  });

  it('that waits is asked for as many as come free; those who still wait keep its place in the queue', async () => {
    const event = await small({ companions: 'names' });
    const inside = [await applied(app, event, 1), await applied(app, event, 2), await applied(app, event, 3), await applied(app, event, 4)];
    const group = await family(event, 5, { heads: 3, companions: named('二', '三'), partIsFine: true });
    const behind = await applied(app, event, 6);
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(inside[0]!.ticketUrl));
    const asked = await ticketOf(group.ticketUrl);
    expect(asked).toMatchObject({ status: 'offered', heads: 1, companions: [] });
    const rest = await ticketOf(asked.partUrls[0]!);
    expect([rest.status, rest.waitlistPosition, rest.heads, names(rest)]).toEqual(['waitlisted', 1, 2, ['二', '三']]);
    expect(await ticketOf(behind.ticketUrl)).toMatchObject({ waitlistPosition: 2 });
    expect((await told(app, event.id)).slice(-2)).toEqual([['waitlisted', rest.id], ['offered', group.id]]);

    // In the last hour the host gives by hand, a part as well; those who were parted are parted again.
    app.clock.set('2026-11-29T09:30:00+09:00');
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(inside[1]!.ticketUrl));
    await app.get(ApplicationChanges).promote(cast.leader, rest.id);
    const given = await ticketOf(rest.ticketUrl);
    expect([given.status, given.heads, names(given), (await ticketOf(group.ticketUrl)).partUrls.length]).toEqual(['confirmed', 1, ['二'], 2]);
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    const last = items.find(({ waitlistPosition }) => waitlistPosition === 1)!;
    expect([last.withoutApplicant, names(last), last.can.promote]).toEqual([true, ['三'], 'application.not-enough-places']);
  });
});

describe('whose turn it is', () => {
  async function queueOf(queue: 'in-order' | 'who-fits') {
    const event = await small({ queue });
    const inside = await applied(app, event, 1);
    await applied(app, event, 2, 3);
    const [large, little] = [await applied(app, event, 3, 2), await applied(app, event, 4)];
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(inside.ticketUrl));
    return { event, large, little };
  }
  const skips = () => app.database.asOwner<{ id: string }>(`select application_id as id from events.application_transition where cause = 'passed-over'`);

  it('strictly in order: while the first group does not fit nobody is asked, and it says so', async () => {
    const { event, large, little } = await queueOf('in-order');
    expect(await ticketOf(large.ticketUrl)).toMatchObject({ status: 'waitlisted', waitReason: 'first-too-large', freeForFewer: 1 });
    expect(await ticketOf(little.ticketUrl)).toMatchObject({ status: 'waitlisted', waitlistPosition: 2, waitReason: 'group-too-large', freeForFewer: null });
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    // The leader reads of each what their ticket says.
    expect(items.map(({ waitReason }) => waitReason).slice(-3)).toEqual([null, 'first-too-large', 'group-too-large']);
    expect(items.map(({ can }) => can.promote).slice(-2)).toEqual(['application.not-enough-places', 'application.not-first']);
    expect(await skips()).toEqual([]);
  });

  it('whoever fits: a smaller group behind is asked, it is written down who was passed over, and their place stays', async () => {
    const { event, large, little } = await queueOf('who-fits');
    expect(await ticketOf(little.ticketUrl)).toMatchObject({ status: 'offered' });
    expect(await ticketOf(large.ticketUrl)).toMatchObject({ status: 'waitlisted', waitlistPosition: 1, waitReason: 'others-asked' });
    expect(await skips()).toEqual([{ id: large.id }]);
    // A newcomer who fits is no more than the last of the queue, and then the next who fits.
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(little.ticketUrl));
    expect(await ticketOf(large.ticketUrl)).toMatchObject({ waitReason: 'own-group-too-large' });
    const late = await applied(app, event, 5);
    expect(late).toMatchObject({ status: 'waitlisted', waitlistPosition: 2 });
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, event.id);
    expect(items.slice(-2).map(({ can }) => can.promote)).toEqual(['application.not-enough-places', true]);
    await app.get(Offers).sweep();
    expect(await ticketOf(late.ticketUrl)).toMatchObject({ status: 'offered' });
  });
});

describe('a group', () => {
  it('applies by its name where the frame is for groups, also what waits of it, and nowhere else', async () => {
    const [groups, people] = [await small({ kind: 'group' }), await small({})];
    await expect(family(groups, 40, { heads: 2 })).rejects.toMatchObject({ code: 'application.group-needed', status: 422, fields: [{ field: 'groupName' }] });
    await expect(family(people, 40, { groupName: '江戸堀将棋クラブ' })).rejects.toMatchObject({ code: 'application.group-not-asked', status: 422, fields: [{ field: 'groupName' }] });
    await family(groups, 41, { heads: 3, groupName: '松島こども会' });
    const parted = await family(groups, 42, { heads: 3, partIsFine: true, groupName: '川口たこの会' });
    expect(parted).toMatchObject({ status: 'confirmed', rest: { heads: 2 } });
    expect(await ticketOf(parted.ticketUrl)).toMatchObject({ groupName: '川口たこの会', heads: 1 });
    expect(await ticketOf(parted.rest!.ticketUrl)).toMatchObject({ groupName: '川口たこの会', withoutApplicant: true });
    const { items } = await app.get(ApplicantList).ofEvent(cast.leader, groups.id);
    expect(items.map(({ groupName }) => groupName).sort()).toEqual(['川口たこの会', '川口たこの会', '松島こども会']);
    await expect(app.database.asOwner(`update events.application set group_name = '' where id = $1`, [parted.id])).rejects.toMatchObject({ constraint: 'application_group_name' });
  });

  it('that comes up in part keeps its name for those who wait on', async () => {
    const groups = await small({ kind: 'group', queue: 'who-fits' });
    const first = await family(groups, 43, { heads: 2, groupName: '松島こども会' });
    await family(groups, 46, { heads: 2, groupName: '江戸堀将棋クラブ' });
    await family(groups, 44, { heads: 3, partIsFine: true, groupName: '川口たこの会' });
    await app.get(ApplicationChanges).cancelByTicket(tokenOf(first.ticketUrl));
    const parts = await app.database.asOwner(`select group_name, status, heads from events.application where event_id = $1 and status in ('offered', 'waitlisted') order by heads desc`, [groups.id]);
    expect(parts).toEqual([{ group_name: '川口たこの会', status: 'offered', heads: 2 }, { group_name: '川口たこの会', status: 'waitlisted', heads: 1 }]);
  });
});
