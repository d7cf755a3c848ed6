import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { after, freeIn, headsVerdict, placeFor, type Counters } from './application.rules.js';
import { nextOfAll, type Line } from './offer.rules.js';
import { seenByAll, seenByEach, waitsForShared } from './shared-places.rules.js';

const shared = { eventId: 'hall', places: 10, taken: 8, lastOrder: 7, waitedFor: false };
const frame = (given: Partial<Counters> = {}): Counters => ({ capacity: 10, placesTaken: 4, waiting: 0, lastWaitlistOrder: 3, undrawn: false, shared, ...given });

describe('places of several frames together', () => {
  it('are the smaller of what the frame has and what is left for all', () => {
    expect(freeIn(frame())).toBe(2);
    expect(freeIn(frame({ placesTaken: 9 }))).toBe(1);
    expect(placeFor(frame(), 2)).toMatchObject({ confirmed: 2, waits: 0 });
    expect(placeFor(frame(), 3)).toMatchObject({ confirmed: 0, waits: 3 });
    expect(placeFor(frame(), 3, true)).toMatchObject({ confirmed: 2, waits: 1 });
  });

  it('a group that all of them together could never hold is refused', () => {
    expect(headsVerdict({ capacity: 50, perApplicationMax: 20, shared: { places: 10 } }, 10)).toBe(true);
    expect(headsVerdict({ capacity: 50, perApplicationMax: 20, shared: { places: 10 } }, 11)).toBe('application.too-many-heads');
  });

  it('whoever joins a queue comes after everybody who waits in any', () => expect(placeFor(frame(), 3).order).toBe(8));

  it('who comes while somebody of another frame waits for them waits too, and not for who waits for their own frame', () => {
    const frames = new Map([['a', frame()], ['b', frame({ capacity: 6, waiting: 1, least: 3 })]]);
    seenByAll(frames, frames.get('a')!);
    // A group of three in a frame with two free places of its own: it waits for that.
    expect(waitsForShared(frames.get('b')!)).toBe(false);
    expect(placeFor(frames.get('a')!, 1)).toMatchObject({ confirmed: 1 });
    frames.set('b', frame({ waiting: 1, least: 3 }));
    seenByAll(frames, frames.get('a')!);
    expect(placeFor(frames.get('a')!, 1)).toMatchObject({ confirmed: 0, waits: 1 });
    expect(frames.get('b')!.shared!.waitedFor).toBe(false);
  });

  it('of events that were read together each sees its own', () => {
    const other = { ...shared, eventId: 'field', taken: 1 };
    const frames = new Map([['a', frame()], ['c', frame({ shared: other })], ['b', frame({ waiting: 1, least: 3 })], ['d', frame({ shared: other })], ['e', { capacity: 10, placesTaken: 4, waiting: 0, lastWaitlistOrder: 3, undrawn: false }]]);
    seenByEach(frames);
    const seen = (id: string) => frames.get(id)!.shared;
    expect([seen('a'), seen('b'), seen('c'), seen('d'), seen('e')]).toEqual([{ ...shared, waitedFor: true }, shared, other, other, undefined]);
  });

  it('what one frame gave, the others see', () => {
    const frames = new Map([['a', frame()], ['b', frame()]]);
    frames.set('a', after(frames.get('a')!, placeFor(frames.get('a')!, 2)));
    seenByAll(frames, frames.get('a')!);
    expect(freeIn(frames.get('b')!)).toBe(0);
    const late = placeFor(frames.get('b')!, 1);
    frames.set('b', after(frames.get('b')!, late));
    seenByAll(frames, frames.get('b')!);
    expect([late.order, placeFor(frames.get('a')!, 1).order]).toEqual([8, 9]);
  });
});

interface Who {
  id: number;
  line: string;
  heads: number;
  partIsFine: boolean;
}

describe('whose turn it is over several frames', () => {
  const asked = (queue: Who[], lines: Record<string, Line>, free: number) => {
    const { offered, passedOver } = nextOfAll(queue, new Map(Object.entries(lines)), free, (who) => who.line);
    return [offered.map(({ who, heads }) => [who.id, heads]), passedOver.map(({ id }) => id)];
  };
  const who = (id: number, line: string, heads = 1, partIsFine = false): Who => ({ id, line, heads, partIsFine });
  const inOrder = (free: number): Line => ({ free, queue: 'in-order' });
  const fits = (free: number): Line => ({ free, queue: 'who-fits' });

  it('goes by when they joined, whichever frame they wait in', () => {
    expect(asked([who(1, 'a'), who(2, 'b', 2), who(3, 'a')], { a: inOrder(9), b: inOrder(9) }, 3)).toEqual([[[1, 1], [2, 2]], []]);
  });

  it('who waits for their own frame keeps nobody of another from a place', () => {
    expect(asked([who(1, 'a', 3), who(2, 'a'), who(3, 'b')], { a: inOrder(2), b: inOrder(9) }, 9)).toEqual([[[3, 1]], []]);
  });

  it('who waits in order for the places of all is not passed over by another frame', () => {
    expect(asked([who(1, 'a', 3), who(2, 'b')], { a: inOrder(9), b: fits(9) }, 2)).toEqual([[], []]);
  });

  it('where whoever fits comes first, also those of another frame do, and it is told', () => {
    expect(asked([who(1, 'a', 3), who(2, 'b'), who(3, 'a')], { a: fits(9), b: inOrder(9) }, 2)).toEqual([[[2, 1], [3, 1]], [1]]);
  });

  it('of a group of which a part is fine, as many as both have room for', () => {
    expect(asked([who(1, 'a', 4, true), who(2, 'b', 1)], { a: inOrder(2), b: inOrder(1) }, 9)).toEqual([[[1, 2], [2, 1]], []]);
  });

  it('any queues: never more than a frame or all have, and nobody is left who comes before all others and fits', () => {
    const group = fc.record({ line: fc.constantFrom('a', 'b', 'c'), heads: fc.integer({ min: 1, max: 5 }), partIsFine: fc.boolean() });
    const line = fc.record({ free: fc.nat(8), queue: fc.constantFrom('in-order' as const, 'who-fits' as const) });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 20 }), fc.record({ a: line, b: line, c: line }), fc.nat(12), (groups, lines, free) => {
        const queue = groups.map((each, id) => ({ ...each, id }));
        const { offered } = nextOfAll(queue, new Map(Object.entries(lines)), free, (each) => each.line as keyof typeof lines);
        const given = (name?: string): number => offered.filter(({ who: { line: its } }) => name === undefined || its === name).reduce((sum, { heads }) => sum + heads, 0);
        expect(given()).toBeLessThanOrEqual(free);
        for (const [name, each] of Object.entries(lines)) expect(given(name)).toBeLessThanOrEqual(each.free);
        const left = queue.filter((each) => !offered.some((one) => one.who === each));
        const next = left[0];
        if (next) expect(next.heads > Math.min(lines[next.line as 'a'].free - given(next.line), free - given()) && !(next.partIsFine && Math.min(lines[next.line as 'a'].free - given(next.line), free - given()) > 0)).toBe(true);
      }),
    );
  });
});
