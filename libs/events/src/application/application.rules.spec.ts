import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EVENT_STATES } from '../event/event.rules.js';
import { APPLICATION_STATUSES } from './application.entity.js';
import {
  MOST_A_DAY,
  MOST_PER_CONTACT,
  after,
  cancelVerdict,
  contactVerdict,
  headsVerdict,
  mayResend,
  namesVerdict,
  openVerdict,
  parted,
  placeFor,
  promoteVerdict,
  type Counters,
  type OpenFacts,
} from './application.rules.js';

const at = (text: string): Date => new Date(`2026-11-${text}+09:00`);
const STARTS = at('29T10:00:00');
const ENDS = at('29T13:00:00');
const NOW = at('22T10:00:00');

const open = (given: Partial<OpenFacts> = {}): OpenFacts => ({ state: 'published', startsAt: STARTS, endsAt: ENDS, kind: 'participant', opensAt: null, closesAt: null, ...given });

describe('one phone number or mail address', () => {
  it('holds so many of an event and makes so many a day, and not one more', () => {
    expect(contactVerdict({ inEvent: MOST_PER_CONTACT - 1, today: MOST_A_DAY - 1 })).toBe(true);
    expect(contactVerdict({ inEvent: MOST_PER_CONTACT, today: MOST_A_DAY - 1 })).toBe('application.contact-full');
    expect(contactVerdict({ inEvent: 0, today: MOST_A_DAY })).toBe('application.contact-too-often');
  });
});

describe('is it open?', () => {
  it.each(EVENT_STATES)('%s', (state) => {
    const expected = state === 'published' ? true : state === 'cancelled' ? 'application.event-cancelled' : 'application.closed';
    expect(openVerdict(open({ state }), 'web', NOW)).toBe(expected);
  });

  it('from the opening to the deadline, to the second', () => {
    const hours = open({ opensAt: at('23T09:00:00'), closesAt: at('27T17:00:00') });
    expect(openVerdict(hours, 'web', at('23T08:59:59'))).toBe('application.not-open-yet');
    expect(openVerdict(hours, 'web', at('23T09:00:00'))).toBe(true);
    expect(openVerdict(hours, 'web', at('27T16:59:59'))).toBe(true);
    expect(openVerdict(hours, 'web', at('27T17:00:00'))).toBe('application.closed');
  });

  it('without a deadline until the event begins; by phone, at the desk and on paper until it ends', () => {
    expect(openVerdict(open(), 'web', new Date(STARTS.getTime() - 1))).toBe(true);
    expect(openVerdict(open(), 'web', STARTS)).toBe('application.closed');
    for (const channel of ['phone', 'desk', 'paper'] as const) {
      expect(openVerdict(open({ opensAt: at('23T09:00:00') }), channel, NOW)).toBe(true);
      expect(openVerdict(open({ closesAt: at('27T17:00:00') }), channel, at('29T12:59:59'))).toBe(true);
      expect(openVerdict(open(), channel, ENDS)).toBe('application.closed');
    }
  });

  it('a volunteer\'s place is a shift', () => expect(openVerdict(open({ kind: 'volunteer' }), 'web', NOW)).toBe('application.volunteers-take-shifts'));
});

describe('who gets a place', () => {
  it('groups get all their places or none', () => {
    const counters: Counters = { capacity: 10, placesTaken: 8, waiting: 0, lastWaitlistOrder: 4, undrawn: false };
    expect(placeFor(counters, 2)).toMatchObject({ confirmed: 2, waits: 0 });
    expect(placeFor(counters, 3)).toEqual({ entered: 0, confirmed: 0, waits: 3, order: 5, position: 1 });
  });

  it('or as many as fit, where a part is fine; the others wait behind those who came before', () => {
    const counters: Counters = { capacity: 10, placesTaken: 8, waiting: 0, lastWaitlistOrder: 4, undrawn: false };
    expect(placeFor(counters, 3, true)).toEqual({ entered: 0, confirmed: 2, waits: 1, order: 5, position: 1 });
    expect(placeFor({ ...counters, placesTaken: 10 }, 3, true)).toEqual({ entered: 0, confirmed: 0, waits: 3, order: 5, position: 1 });
    expect(placeFor({ ...counters, waiting: 2 }, 3, true)).toEqual({ entered: 0, confirmed: 0, waits: 3, order: 5, position: 3 });
    const named = ['次郎', '三郎'].map((name) => ({ name, kana: 'ろう' }));
    expect(parted(named, 2, true).map((each) => each?.map(({ name }) => name))).toEqual([['次郎'], ['三郎']]);
    expect(parted(named, 1, false).map((each) => each?.map(({ name }) => name))).toEqual([['次郎'], ['三郎']]);
    expect(parted(null, 1, false)).toEqual([null, null]);
  });

  it('names are given where the host asks for them, of each, and nowhere else', () => {
    const one = [{ name: '山田 太郎', kana: 'やまだ たろう' }];
    expect([namesVerdict('names', 2, one), namesVerdict('names', 1, []), namesVerdict('number', 4, [])]).toEqual([true, true, true]);
    expect([namesVerdict('names', 3, one), namesVerdict('names', 1, one)]).toEqual(['application.names-needed', 'application.names-needed']);
    expect(namesVerdict('number', 2, one)).toBe('application.names-not-asked');
  });

  it('a newcomer never passes somebody who waits, however small', () => {
    expect(placeFor({ capacity: 10, placesTaken: 8, waiting: 1, lastWaitlistOrder: 5, undrawn: false }, 1)).toEqual({ entered: 0, confirmed: 0, waits: 1, order: 6, position: 2 });
  });

  it('a frame for everybody takes everybody', () => {
    expect(placeFor({ capacity: null, placesTaken: 10_000, waiting: 0, lastWaitlistOrder: 0, undrawn: false }, 99)).toMatchObject({ confirmed: 99, waits: 0 });
  });

  it('groups that can never fit are told at once', () => {
    expect(headsVerdict({ capacity: 50, perApplicationMax: 6 }, 6)).toBe(true);
    expect(headsVerdict({ capacity: 50, perApplicationMax: 6 }, 7)).toBe('application.too-many-heads');
    expect(headsVerdict({ capacity: 3, perApplicationMax: 6 }, 4)).toBe('application.too-many-heads');
    expect(headsVerdict({ capacity: null, perApplicationMax: 6 }, 6)).toBe(true);
  });

  it('any arrivals: never oversold, nobody passes, the queue is numbered without gaps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.array(fc.record({ heads: fc.integer({ min: 1, max: 6 }), partIsFine: fc.boolean() }), { maxLength: 60 }), (capacity, groups) => {
        let counters: Counters = { capacity, placesTaken: 0, waiting: 0, lastWaitlistOrder: 0, undrawn: false };
        let confirmed = 0;
        const positions: number[] = [];
        for (const { heads, partIsFine } of groups.filter((each) => headsVerdict({ capacity, perApplicationMax: 6 }, each.heads) === true)) {
          const place = placeFor(counters, heads, partIsFine);
          expect(place.confirmed + place.waits).toBe(heads);
          expect(place.confirmed === 0 || place.waits === 0 || partIsFine).toBe(true);
          if (place.confirmed > 0) expect(positions).toEqual([]);
          confirmed += place.confirmed;
          if (place.waits > 0) positions.push(place.position);
          counters = after(counters, place);
        }
        expect(counters.placesTaken).toBe(confirmed);
        expect(confirmed).toBeLessThanOrEqual(capacity);
        expect(positions).toEqual(positions.map((_, index) => index + 1));
        expect(counters.waiting).toBe(positions.length);
      }),
    );
  });
});

describe('afterwards', () => {
  it.each(APPLICATION_STATUSES)('cancelling a %s one', (status) => {
    const active = status === 'applied' || status === 'guardian_pending' || status === 'confirmed' || status === 'offered' || status === 'waitlisted';
    expect(cancelVerdict({ status, state: 'published', endsAt: ENDS, receivedAt: null }, NOW)).toBe(active ? true : 'application.already-cancelled');
  });

  it('cancelling works on the morning of the day, not after the end', () => {
    expect(cancelVerdict({ status: 'confirmed', state: 'published', endsAt: ENDS, receivedAt: null }, at('29T09:59:00'))).toBe(true);
    expect(cancelVerdict({ status: 'confirmed', state: 'published', endsAt: ENDS, receivedAt: null }, ENDS)).toBe('application.event-over');
    expect(cancelVerdict({ status: 'confirmed', state: 'awaiting-report', endsAt: ENDS, receivedAt: null }, NOW)).toBe('application.event-over');
  });

  it('whoever was received stays', () => {
    expect(cancelVerdict({ status: 'confirmed', state: 'published', endsAt: ENDS, receivedAt: NOW }, NOW)).toBe('application.received');
    expect(cancelVerdict({ status: 'cancelled_by_host', state: 'published', endsAt: ENDS, receivedAt: NOW }, NOW)).toBe('application.already-cancelled');
  });

  it('whose turn it is moves up when the whole group fits, or a part of it where that is fine', () => {
    const first = { status: 'waitlisted', state: 'published', endsAt: ENDS, next: true, heads: 2, partIsFine: false, capacity: 10, placesTaken: 8 } as const;
    expect(promoteVerdict(first, NOW)).toBe(true);
    expect(promoteVerdict({ ...first, placesTaken: 9 }, NOW)).toBe('application.not-enough-places');
    expect(promoteVerdict({ ...first, placesTaken: 9, partIsFine: true }, NOW)).toBe(true);
    expect(promoteVerdict({ ...first, placesTaken: 10, partIsFine: true }, NOW)).toBe('application.not-enough-places');
    expect(promoteVerdict({ ...first, next: false }, NOW)).toBe('application.not-first');
    expect(promoteVerdict({ ...first, status: 'confirmed' }, NOW)).toBe('application.not-waiting');
    expect(promoteVerdict({ ...first, capacity: null }, NOW)).toBe(true);
    expect(promoteVerdict(first, ENDS)).toBe('application.event-over');
    expect(promoteVerdict({ ...first, state: 'cancelled' }, NOW)).toBe('application.event-over');
  });

  it('a ticket is sent again every ten minutes at most', () => {
    expect(mayResend(null, NOW)).toBe(true);
    expect(mayResend(new Date(NOW.getTime() - 599_999), NOW)).toBe(false);
    expect(mayResend(new Date(NOW.getTime() - 600_000), NOW)).toBe(true);
  });
});
