import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rows } from '@yoriai/platform';
import { testApp, type TestApp } from '@yoriai/testing';
import { aCast, told, tokenOf, type Cast } from '../an-event.builder.js';
import { HostAnswers } from '../choice/host-answers.service.js';
import { EventApprovals } from '../event/event-approval.service.js';
import { EventChangeDrafts } from '../event/event-change-drafts.service.js';
import type { UpdateEventRequest } from '../event/event-draft.dto.js';
import { EventEdits } from '../event/event-edit.service.js';
import { EventPublications } from '../event/event-publication.service.js';
import { EventQueries } from '../event/event-queries.service.js';
import { EventsModule } from '../events.module.js';
import { PublicDraws } from '../public-event/public-draws.service.js';
import { Postponements } from '../weather/postponements.service.js';
import { ApplicantList } from './applicant-list.service.js';
import { ApplicationChanges } from './application-changes.service.js';
import type { ApplicationAnswer } from './application.dto.js';
import { Applications } from './applications.service.js';
import { draw } from './draw.rules.js';
import { Draws } from './draws.service.js';
import { OfferRepository } from './offer.repository.js';
import { Offers } from './offers.service.js';
import { aHall, appliedIn, hallCounts, type Hall } from './testing/a-hall.js';

let app: TestApp;
let cast: Cast;

beforeAll(async () => {
  app = await testApp({ imports: [EventsModule] });
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-02T10:00:00+09:00'));

const changes = (): ApplicationChanges => app.get(ApplicationChanges);
const sweep = (): Promise<number> => app.get(Offers).sweep();
const ticketOf = (answer: ApplicationAnswer) => app.get(Applications).ticket(tokenOf(answer.ticketUrl));
const cancelled = (answer: ApplicationAnswer): Promise<void> => changes().cancelByTicket(tokenOf(answer.ticketUrl));
const apply = (hall: Hall, name: string, index: number, heads = 1, partIsFine = false) => appliedIn(app, hall, name, index, heads, partIsFine);
const counts = (hall: Hall) => hallCounts(app, hall);
const statusOf = async (answer: ApplicationAnswer) => (await ticketOf(answer)).status;
const NEIGHBOURS = { name: '地域の方', capacity: 3 };
const ALL = { name: '一般', capacity: 4 };
const hall = (total: number | null = 4): Promise<Hall> => aHall(app, cast, total, [NEIGHBOURS, ALL]);
const fresh = ({ event }: Hall) => app.get(EventQueries).detail(cast.leader, event.id);
const edited = async (one: Hall, request: UpdateEventRequest) => app.get(EventEdits).update(cast.leader, one.event.id, request, `"${(await fresh(one)).version}"`);
const change = async (one: Hall, request: UpdateEventRequest) => app.get(EventChangeDrafts).update(cast.leader, one.event.id, request, `"${(await fresh(one)).version}"`);

/** Three in the first frame and one in the second: all places of four are taken. */
async function aFullHall() {
  const one = await hall();
  const [family, single] = [await apply(one, '地域の方', 1, 3), await apply(one, '一般', 2)];
  return { one, family, single };
}

describe('frames with a total', () => {
  it('give no more places together than there are, whatever each has left', async () => {
    const { one } = await aFullHall();
    expect(await apply(one, '一般', 3)).toMatchObject({ status: 'waitlisted', waitlistPosition: 1 });
    expect(await counts(one)).toEqual({ total: [4, 4], frames: { 地域の方: [3, 0], 一般: [1, 1] } });
  });

  it('count neither a frame that takes everybody nor one that the host keeps beside', async () => {
    const one = await aHall(app, cast, 1, [ALL, { name: '出演', capacity: 2, outsideTotal: true }, { name: '立ち見', method: 'open', capacity: null }]);
    for (const [index, name] of ['一般', '出演', '立ち見'].entries()) expect(await apply(one, name, index)).toMatchObject({ status: 'confirmed' });
    expect(await apply(one, '一般', 5)).toMatchObject({ status: 'waitlisted' });
    expect(await counts(one)).toEqual({ total: [1, 1], frames: { 一般: [1, 1], 出演: [1, 0], 立ち見: [1, 0] } });
  });

  it('the database says no by itself, and the serving role can’t write the row that counts', async () => {
    const { one } = await aFullHall();
    const frame = one.frames.get('一般')!;
    await expect(app.tx((tx) => rows(tx, 'update events.frame set places_taken = places_taken + 1 where id = $1', [frame]))).rejects.toMatchObject({ code: 'application.no-place' });
    await expect(app.tx((tx) => rows(tx, 'update events.shared_places set places = 9 where event_id = $1', [one.event.id]))).rejects.toThrow(/permission denied/);
    expect((await counts(one)).total).toEqual([4, 4]);
  });

  it('a family has places for all of it, or as many as there are where a part is fine', async () => {
    const one = await hall();
    await apply(one, '地域の方', 1, 2);
    expect(await apply(one, '一般', 2, 3, true)).toMatchObject({ status: 'confirmed', rest: { heads: 1 } });
    expect(await counts(one)).toEqual({ total: [4, 4], frames: { 地域の方: [2, 0], 一般: [2, 1] } });
  });
});

describe('a place that becomes free', () => {
  it('is offered to who has waited longest, whichever frame they wait in', async () => {
    const { one, family } = await aFullHall();
    const [second, third, fourth] = [await apply(one, '一般', 3), await apply(one, '地域の方', 4), await apply(one, '一般', 5, 2)];
    await cancelled(family);
    for (const each of [second, third]) expect(await statusOf(each)).toBe('offered');
    // A group of two does not fit beside the three who are in or were asked: one place is left, and nobody comes past it.
    expect(await ticketOf(fourth)).toMatchObject({ status: 'waitlisted', waitReason: 'first-too-large', freeForFewer: 1 });
    // Nor are they told to bring fewer: the place would still be the other's first.
    const behind = await apply(one, '地域の方', 6, 2);
    expect(await ticketOf(behind)).toMatchObject({ status: 'waitlisted', waitlistPosition: 1, waitReason: 'others-asked', freeForFewer: null });
    expect(await counts(one)).toEqual({ total: [3, 4], frames: { 地域の方: [1, 1], 一般: [2, 1] } });
    expect(await sweep()).toBe(0);
  });

  it('of an offer that nobody took goes to the other frame as well', async () => {
    const { one, single } = await aFullHall();
    const [second, third] = [await apply(one, '一般', 3), await apply(one, '一般', 4)];
    await cancelled(single);
    expect([await statusOf(second), await statusOf(third)]).toEqual(['offered', 'waitlisted']);
    app.clock.set('2026-11-04T10:00:00+09:00');
    await sweep();
    expect([await statusOf(second), await statusOf(third)]).toEqual(['expired', 'offered']);
    await changes().acceptByTicket(tokenOf(third.ticketUrl));
    expect(await counts(one)).toEqual({ total: [4, 4], frames: { 地域の方: [3, 0], 一般: [1, 0] } });
  });

  it('is not kept for who waits for their own frame, nor do newcomers of another frame wait behind them', async () => {
    const one = await hall(6);
    await apply(one, '地域の方', 1, 2);
    const family = await apply(one, '地域の方', 2, 3);
    expect(family).toMatchObject({ status: 'waitlisted' });
    expect(await apply(one, '一般', 3)).toMatchObject({ status: 'confirmed' });
    expect(await counts(one)).toEqual({ total: [3, 6], frames: { 地域の方: [2, 1], 一般: [1, 0] } });
  });

  it('is by hand theirs who fit it, where whoever fits comes first, and not theirs whose own frame is full', async () => {
    const one = await aHall(app, cast, 4, [{ ...NEIGHBOURS, capacity: 4, queue: 'who-fits' }, { ...ALL, queue: 'who-fits' }, { name: '団体', capacity: 1 }]);
    const inside = await apply(one, '地域の方', 1);
    for (const [index, [name, heads]] of ([['団体', 1], ['一般', 2]] as const).entries()) await apply(one, name, 2 + index, heads);
    const waiting = [await apply(one, '団体', 4), await apply(one, '地域の方', 5, 2), await apply(one, '一般', 6, 2), await apply(one, '一般', 7), await apply(one, '地域の方', 8)];
    app.clock.set('2026-11-29T09:30:00+09:00');
    await cancelled(inside);
    const can = async () => {
      const { items } = await app.get(ApplicantList).ofEvent(cast.leader, one.event.id);
      return waiting.map(({ id }) => items.find((line) => line.id === id)!.can.promote);
    };
    // One place of all is free: the group of one frame alone waits for its own, two groups of two are too many, and of the two who fit the first is next.
    const tooMany = 'application.not-enough-places';
    expect(await can()).toEqual([tooMany, tooMany, tooMany, true, 'application.not-first']);
    await expect(changes().promote(cast.leader, waiting[4]!.id!)).rejects.toMatchObject({ code: 'application.not-first' });
    await changes().promote(cast.leader, waiting[3]!.id!);
    expect((await counts(one)).total).toEqual([4, 4]);
  });

  describe('where people waited before there was a total, each by their number in their own frame,', () => {
    /** One waits in each frame as the first of it, the earlier in the second frame; seven of seven places are taken. */
    async function twoFirsts() {
      const one = await hall(null);
      const inside = await apply(one, '地域の方', 1);
      for (const [index, [name, heads]] of ([['地域の方', 2], ['一般', 4]] as const).entries()) await apply(one, name, 2 + index, heads);
      const earlier = await apply(one, '一般', 5);
      app.clock.set('2026-11-02T10:01:00+09:00');
      const later = await apply(one, '地域の方', 6);
      await change(one, { totalPlaces: 7 });
      await app.get(EventApprovals).submit(cast.leader, one.event.id);
      await app.get(EventApprovals).approve(cast.approver, one.event.id, { revision: 2 });
      // Both frames have room of their own from now on; it is the total that both wait for.
      await edited(one, { frames: [{ id: one.frames.get('地域の方')!, ...NEIGHBOURS, capacity: 5 }, { id: one.frames.get('一般')!, ...ALL, capacity: 6 }] });
      const orders = await app.database.asOwner<{ n: number }>(`select waitlist_order as n from events.application where event_id = $1 and status = 'waitlisted'`, [one.event.id]);
      expect([orders.map(({ n }) => n), await counts(one)]).toEqual([[1, 1], { total: [7, 7], frames: { 地域の方: [3, 1], 一般: [4, 1] } }]);
      return { one, inside, earlier, later };
    }

    it('is offered to the earlier of two equal ones', async () => {
      const { inside, earlier, later } = await twoFirsts();
      await cancelled(inside);
      expect([await statusOf(earlier), await statusOf(later)]).toEqual(['offered', 'waitlisted']);
    });

    it('is theirs by hand as well, and the list says so', async () => {
      const { one, inside, earlier, later } = await twoFirsts();
      app.clock.set('2026-11-29T09:30:00+09:00');
      await cancelled(inside);
      const { items } = await app.get(ApplicantList).ofEvent(cast.leader, one.event.id);
      const can = (id: string | null) => items.find((line) => line.id === id)!.can.promote;
      expect([can(earlier.id), can(later.id)]).toEqual([true, 'application.not-first']);
      await expect(changes().promote(cast.leader, later.id!)).rejects.toMatchObject({ code: 'application.not-first' });
      await changes().promote(cast.leader, earlier.id!);
    });
  });

  it('is looked for once for all frames of the total, in which several people wait', async () => {
    const one = await hall();
    for (const name of ['地域の方', '一般']) await apply(one, name, 1, 2);
    const [first, second] = [await apply(one, '一般', 3), await apply(one, '地域の方', 4)];
    await edited(one, { totalPlaces: 6 });
    const found = await app.tx((tx) => app.get(OfferRepository).framesToSee(tx, app.clock.now()));
    expect(found.filter((id) => [...one.frames.values()].includes(id))).toHaveLength(1);
    await sweep();
    expect([await statusOf(first), await statusOf(second)]).toEqual(['offered', 'offered']);
  });

  it('is given by a leader in the same order', async () => {
    const { one, family } = await aFullHall();
    const [first, second] = [await apply(one, '一般', 3, 2), await apply(one, '地域の方', 4)];
    // Too late to ask anybody: the host decides.
    app.clock.set('2026-11-29T09:30:00+09:00');
    await cancelled(family);
    await expect(changes().promote(cast.leader, second.id!)).rejects.toMatchObject({ code: 'application.not-first' });
    await changes().promote(cast.leader, first.id!);
    await changes().promote(cast.leader, second.id!);
    expect(await counts(one)).toEqual({ total: [4, 4], frames: { 地域の方: [1, 0], 一般: [3, 0] } });
  });
});

describe('lots and the host’s choice', () => {
  const CLOSES = '2026-11-20T17:00:00+09:00';

  it('frames draw in the order of their closing and as they stand, each from what is left for all, and anybody comes to the same result', async () => {
    const lots = (name: string) => ({ name, method: 'lottery' as const, capacity: 3, closesAt: CLOSES });
    const one = await aHall(app, cast, 5, [ALL, lots('前の席'), lots('後ろの席')]);
    await apply(one, '一般', 0);
    for (let index = 1; index <= 4; index += 1) for (const name of ['前の席', '後ろの席']) await apply(one, name, index);
    app.clock.set('2026-11-20T17:00:00+09:00');
    expect(await app.get(Draws).sweep()).toBe(2);
    expect(await counts(one)).toEqual({ total: [5, 5], frames: { 一般: [1, 0], 前の席: [3, 1], 後ろの席: [1, 3] } });
    const drawn = await app.tx((tx) => app.get(PublicDraws).ofEvent(tx, one.event.id));
    expect(drawn.map(({ capacity }) => capacity)).toEqual([3, 1]);
    for (const { capacity, drawn: result } of drawn) expect(draw(result!.seed, result!.lots.map(({ entry }) => entry), capacity)).toEqual(result!.lots);
    // Who lost later comes after who lost earlier.
    expect((await told(app, one.event.id)).filter(([what]) => what === 'drawn')).toHaveLength(8);
    const orders = await app.database.asOwner<{ n: number }>(`select waitlist_order as n from events.application where event_id = $1 and status = 'waitlisted' order by 1`, [one.event.id]);
    expect(orders.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
  });

  it('the host lets nobody in past the total, over several frames at once, and an answer taken back frees the place for another frame', async () => {
    const one = await aHall(app, cast, 3, [{ name: '団体', method: 'chosen', capacity: 3 }, { name: '学校', method: 'chosen', capacity: 3 }, ALL]);
    const [group, school] = [await apply(one, '団体', 1, 2), await apply(one, '学校', 2, 2)];
    const answer = (ids: (string | null)[], choice: 'accepted' | 'waitlisted') => app.get(HostAnswers).answer(cast.leader, { eventId: one.event.id, ids: ids.map((id) => id!), choice, words: null });
    await expect(answer([group.id, school.id], 'accepted')).rejects.toMatchObject({ code: 'application.not-enough-places' });
    expect((await counts(one)).total).toEqual([0, 3]);
    await answer([group.id], 'accepted');
    const family = await apply(one, '一般', 3, 2);
    expect(family).toMatchObject({ status: 'waitlisted' });
    await expect(answer([school.id], 'accepted')).rejects.toMatchObject({ code: 'application.others-wait' });
    await app.get(HostAnswers).undo(cast.leader, one.event.id, [group.id!]);
    expect(await statusOf(family)).toBe('offered');
    expect(await counts(one)).toEqual({ total: [2, 3], frames: { 団体: [0, 0], 学校: [0, 0], 一般: [2, 0] } });
  });
});

describe('the total of an event that is public', () => {
  it('grows like a frame, up to twice without asking, and who waits is asked', async () => {
    const { one } = await aFullHall();
    const next = await apply(one, '一般', 3);
    expect(await edited(one, { totalPlaces: 5 })).toMatchObject({ totalPlaces: 5 });
    await sweep();
    expect(await statusOf(next)).toBe('offered');
    expect((await counts(one)).total).toEqual([5, 5]);
    for (const totalPlaces of [9, 4, null]) await expect(edited(one, { totalPlaces })).rejects.toMatchObject({ code: 'event.needs-new-approval', fields: [{ field: 'totalPlaces' }] });
    await expect(change(one, { totalPlaces: 4 })).rejects.toMatchObject({ fields: [{ field: 'totalPlaces', code: 'event.total-below-taken' }] });
  });

  it('comes and goes by a change that the ward approves, counting who is in already', async () => {
    const one = await hall(null);
    await apply(one, '地域の方', 1, 2);
    expect((await counts(one)).total).toBeNull();
    const decide = async (totalPlaces: number | null, revision: number) => {
      await change(one, { totalPlaces });
      await app.get(EventApprovals).submit(cast.leader, one.event.id);
      return app.get(EventApprovals).approve(cast.approver, one.event.id, { revision });
    };
    await decide(3, 2);
    expect((await counts(one)).total).toEqual([2, 3]);
    expect([(await apply(one, '一般', 2)).status, (await apply(one, '一般', 3)).status]).toEqual(['confirmed', 'waitlisted']);
    await decide(null, 3);
    expect((await counts(one)).total).toBeNull();
    await sweep();
    expect((await counts(one)).frames).toEqual({ 地域の方: [2, 0], 一般: [2, 0] });
  });

  it('is refused where more got in while the ward decided', async () => {
    const one = await hall(null);
    await change(one, { totalPlaces: 2 });
    await app.get(EventApprovals).submit(cast.leader, one.event.id);
    await apply(one, '地域の方', 1, 3);
    await expect(app.get(EventApprovals).approve(cast.approver, one.event.id, { revision: 2 })).rejects.toMatchObject({ code: 'event.change-takes-places' });
  });

  it('stands through a postponement, and is empty once the event is called off', async () => {
    const one = await aHall(app, cast, 2, [NEIGHBOURS, ALL]);
    const rainy = await aHall(app, cast, 2, [NEIGHBOURS]);
    await app.database.asOwner(`update events.event set rain_policy = 'postponed' where id = $1`, [rainy.event.id]);
    await apply(one, '地域の方', 1, 2);
    await apply(rainy, '地域の方', 1, 2);
    await app.get(Postponements).postpone(cast.leader, rainy.event.id, { day: '2026-12-06', cause: 'rain', reason: '雨の予報のため', startsAt: rainy.event.startsAt! });
    expect((await counts(rainy)).total).toEqual([2, 2]);
    await app.get(EventPublications).cancel(cast.leader, one.event.id, '台風のため');
    expect((await counts(one)).total).toEqual([0, 2]);
  });
});
