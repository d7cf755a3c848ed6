import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Queue } from '../frame/frame.entity.js';
import { freeForFewer, LONGEST_OFFER_MS, nextOfAll, offerEnd, SHORTEST_OFFER_MS, standsOverNight, waitReason, type Turn } from './offer.rules.js';

const at = (text: string): Date => new Date(`${text}:00+09:00`);
const end = (now: string, starts: string): string | null => {
  const found = offerEnd(at(now), at(starts));
  return found && new Date(found.getTime() + 9 * 3_600_000).toISOString().slice(0, 16);
};

describe('when an offered place has to be taken', () => {
  it.each([
    ['a day, long before the event, to the full hour', '2026-11-02T10:03', '2026-11-29T13:00', '2026-11-03T11:00'],
    ['a day, at an hour that is full already', '2026-11-02T10:00', '2026-11-29T13:00', '2026-11-03T10:00'],
    ['eight in the evening, where the full hour would be nine', '2026-11-28T20:12', '2026-12-12T10:00', '2026-11-29T20:00'],
    ['a quarter of an hour, of a short offer', '2026-11-29T10:03', '2026-11-29T20:00', '2026-11-29T12:45'],
    ['a quarter of what is left, near it', '2026-11-28T09:00', '2026-11-29T13:00', '2026-11-28T16:00'],
    ['an hour at least', '2026-11-29T10:00', '2026-11-29T13:00', '2026-11-29T11:00'],
    ['the evening before, when it would end at night', '2026-11-28T19:00', '2026-11-29T13:00', '2026-11-28T20:00'],
    ['at eight in the evening, when that is an hour away', '2026-11-02T22:00', '2026-11-29T13:00', '2026-11-03T20:00'],
    ['that evening also when it would end after midnight', '2026-11-02T02:00', '2026-11-29T13:00', '2026-11-02T20:00'],
    ['the next morning, when it is evening already', '2026-11-27T20:10', '2026-11-28T10:30', '2026-11-28T09:00'],
    ['not at all, when it begins before anybody could answer', '2026-11-27T20:10', '2026-11-28T08:30', null],
    ['not at all in the last hour', '2026-11-29T12:01', '2026-11-29T13:00', null],
    ['not at all once it has begun', '2026-11-29T13:30', '2026-11-29T13:00', null],
  ])('%s', (_, now, starts, expected) => expect(end(now, starts)).toBe(expected));

  it('never less than an hour, never at night, never after the beginning, and by day never more than a day', () => {
    const first = at('2026-11-02T00:00').getTime();
    for (let step = 0; step < 6_000; step += 1) {
      const now = new Date(first + step * 7 * 60_000);
      const startsAt = new Date(now.getTime() + ((step * 7919) % 40_000) * 60_000);
      const found = offerEnd(now, startsAt);
      if (found === null) {
        expect(startsAt.getTime() - now.getTime()).toBeLessThan(14 * 3_600_000);
        continue;
      }
      const hour = new Date(found.getTime() + 9 * 3_600_000).getUTCHours();
      expect([hour >= 8 && hour < 21, found < startsAt, found.getTime() - now.getTime() >= SHORTEST_OFFER_MS]).toEqual([true, true, true]);
      expect(found.getTime() - now.getTime()).toBeLessThan(LONGEST_OFFER_MS + 60 * 60_000);
      expect(found.getTime() % (15 * 60_000)).toBe(0);
    }
  });
});

/** Of one frame that shares nothing. */
const nextInLine = <Waiting extends { heads: number; partIsFine: boolean }>(queue: readonly Waiting[], free: number, policy: Queue): Turn<Waiting> =>
  nextOfAll(queue, new Map([[null, { free, queue: policy }]]), Infinity, () => null);

describe('whether an offer stands through a night', () => {
  it.each([
    ['2026-11-27T22:50', '2026-11-28T20:00', true],
    ['2026-11-28T02:00', '2026-11-28T20:00', true],
    ['2026-11-27T10:00', '2026-11-28T10:00', true],
    ['2026-11-28T08:00', '2026-11-28T20:00', false],
    ['2026-11-28T19:00', '2026-11-28T20:00', false],
  ])('from %s to %s: %s', (now, until, expected) => expect(standsOverNight(at(now), at(until))).toBe(expected));
});

describe('who is asked', () => {
  const queue = [2, 1, 3, 1].map((heads, index) => ({ id: index + 1, heads, partIsFine: false }));
  const asked = (...given: Parameters<typeof nextInLine<(typeof queue)[number]>>) => {
    const { offered, passedOver } = nextInLine(...given);
    return { offered: offered.map(({ who, heads }) => [who.id, heads]), passedOver: passedOver.map(({ id }) => id) };
  };

  it.each([
    [0, []],
    [1, []],
    [2, [1]],
    [5, [1, 2]],
    [9, [1, 2, 3, 4]],
  ])('with %i free places: from the head of the queue, whole groups, nobody passed over', (free, ids) => {
    expect(asked(queue, free, 'in-order')).toEqual({ offered: ids.map((id) => [id, queue[id - 1]!.heads]), passedOver: [] });
  });

  it.each([
    [1, [[2, 1]], [1]],
    [2, [[1, 2]], []],
    [4, [[1, 2], [2, 1], [4, 1]], [3]],
    [0, [], []],
  ])('with %i free places, where whoever fits comes first: those who do, and it is told who was passed over', (free, offered, passedOver) => {
    expect(asked(queue, free, 'who-fits')).toEqual({ offered, passedOver });
  });

  it.each(['in-order', 'who-fits'] as const)('a group of which a part is fine is asked for as many as fit (%s)', (policy) => {
    const easy = queue.map((each) => ({ ...each, partIsFine: each.id === 3 }));
    expect(asked(easy, 5, policy)).toEqual({ offered: [[1, 2], [2, 1], [3, 2]], passedOver: [] });
  });

  it('any queue: no more is offered than is free, in order nobody is passed over, and nobody behind is asked before who fits', () => {
    const group = fc.record({ heads: fc.integer({ min: 1, max: 6 }), partIsFine: fc.boolean() });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 30 }), fc.nat(20), fc.constantFrom('in-order' as const, 'who-fits' as const), (waiting, free, policy) => {
        const { offered, passedOver } = nextInLine(waiting, free, policy);
        const given = offered.reduce((sum, { heads }) => sum + heads, 0);
        expect(given).toBeLessThanOrEqual(free);
        for (const { who, heads } of offered) expect(heads === who.heads || (who.partIsFine && given === free)).toBe(true);
        const indexes = offered.map(({ who }) => waiting.indexOf(who));
        expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
        const last = indexes.at(-1) ?? -1;
        expect(waiting.slice(0, last + 1).filter((who) => !offered.some((each) => each.who === who))).toEqual(passedOver);
        if (policy === 'in-order') expect(passedOver).toEqual([]);
        else for (const who of waiting.filter((each) => !offered.some((one) => one.who === each))) expect(who.heads).toBeGreaterThan(free - given);
      }),
    );
  });
});

describe('why somebody still waits', () => {
  const facts = { free: 0, asked: 0, heads: 2, partIsFine: false, position: 1, next: true, queue: 'in-order' as const, startsAt: at('2026-11-29T13:00') };
  const now = at('2026-11-02T10:00');

  it.each([
    ['full', {}],
    ['others-asked', { asked: 2 }],
    ['first-too-large', { free: 1 }],
    ['first-too-large', { free: 1, asked: 2 }],
    ['group-too-large', { free: 1, position: 2 }],
    ['group-too-large', { free: 1, next: false }],
    ['others-asked', { free: 1, asked: 2, position: 2 }],
    ['group-too-large', { free: 1, partIsFine: true }],
    ['own-group-too-large', { free: 1, queue: 'who-fits' as const }],
    [null, { free: 2, queue: 'who-fits' as const }],
    ['host-decides', { startsAt: at('2026-11-02T10:30') }],
    ['host-decides', { startsAt: null }],
  ])('%s', (reason, change) => expect(waitReason({ ...facts, ...change }, now)).toBe(reason));

  it('and how few could come now, where only their own group is too large', () => {
    expect(freeForFewer('first-too-large', 1)).toBe(1);
    expect(freeForFewer('own-group-too-large', 3)).toBe(3);
    expect([freeForFewer('group-too-large', 1), freeForFewer('others-asked', 1), freeForFewer(null, 1)]).toEqual([null, null, null]);
  });
});
