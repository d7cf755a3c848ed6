import { describe, expect, it } from '@jest/globals';
import { closingsOf, freePlaces, lastCall, lastUpdate, lotteryOf, placesOf, standingOf, type PublicFrameFacts, type StandingFacts } from './standing.js';

const NOW = new Date('2026-11-22T10:00:00+09:00');

function frame(changes: Partial<PublicFrameFacts> = {}): PublicFrameFacts {
  return { id: 'a', kind: 'participant', name: 'いす席', method: 'first-come', capacity: 120, placesTaken: 96, waiting: 0, opensAt: null, closesAt: '2026-11-27T17:00:00+09:00', perApplicationMax: 6, companions: 'number', queue: 'in-order', asks: { ages: null, questions: [], needs: [], guardian: false, photos: false, fixed: false, perAdult: null }, entered: 0, answersBy: null, drawnAt: null, ...changes };
}

function concert(changes: Partial<StandingFacts> = {}): StandingFacts {
  return { state: 'published', startsAt: '2026-11-29T10:00:00+09:00', endsAt: '2026-11-29T13:00:00+09:00', frames: [frame()], ...changes };
}

describe('an event whose places are drawn', () => {
  const lots = frame({ method: 'lottery', placesTaken: 0, entered: 300 });

  it('is open to everybody until the closing, however many have entered', () => {
    const event = concert({ frames: [lots] });
    expect([standingOf(event, NOW), standingOf(event, new Date('2026-11-27T17:00:00+09:00'))]).toEqual(['open', 'closed']);
    expect(lotteryOf(event.frames)).toEqual({ capacity: 120, entered: 300, closesAt: '2026-11-27T17:00:00+09:00' });
    expect(placesOf(event.frames)).toMatchObject({ capacity: 120, free: 120 });
  });

  it('is one like others once they are, and never one where some places are first come', () => {
    expect(lotteryOf([{ ...lots, drawnAt: '2026-11-27T08:00:10.000Z' }])).toBeNull();
    expect(lotteryOf([lots, frame({ id: 'b' })])).toBeNull();
    expect(lotteryOf([])).toBeNull();
  });
});

describe('frames that share places', () => {
  const shared = { places: 200, left: 10 };
  const two = [frame({ shared }), frame({ id: 'b', capacity: 150, placesTaken: 94, shared })];

  it('have the smaller of their own and what is left for all, and never more together', () => {
    expect(two.map(freePlaces)).toEqual([10, 10]);
    expect(freePlaces(frame({ placesTaken: 115, shared }))).toBe(5);
    expect(placesOf(two)).toEqual({ capacity: 200, taken: 190, free: 10, waiting: 0 });
    expect(placesOf([...two, frame({ id: 'c', capacity: 5, placesTaken: 1 })])).toMatchObject({ capacity: 205, free: 14 });
  });

  it('are full when all of the places are taken, or others wait for them', () => {
    const full = concert({ frames: two.map((each) => ({ ...each, shared: { places: 200, left: 0 } })) });
    expect(standingOf(full, NOW)).toBe('full');
  });
});

describe('how an event stands', () => {
  it('is open while there are places', () => {
    expect(standingOf(concert(), NOW)).toBe('open');
    expect(placesOf(concert().frames)).toEqual({ capacity: 120, taken: 96, free: 24, waiting: 0 });
  });

  it('is full when the last place is taken, and stays full for newcomers while somebody waits', () => {
    expect(standingOf(concert({ frames: [frame({ placesTaken: 120 })] }), NOW)).toBe('full');
    expect(freePlaces(frame({ placesTaken: 118, waiting: 1 }))).toBe(0);
    expect(standingOf(concert({ frames: [frame({ placesTaken: 118, waiting: 1 })] }), NOW)).toBe('full');
  });

  it('is open when one of its frames is', () => {
    expect(standingOf(concert({ frames: [frame({ placesTaken: 120 }), frame({ id: 'b', capacity: 3, placesTaken: 0 })] }), NOW)).toBe('open');
  });

  it('closes at the deadline, and at the latest when it begins', () => {
    expect(standingOf(concert(), new Date('2026-11-27T17:00:00+09:00'))).toBe('closed');
    expect(standingOf(concert({ frames: [frame({ closesAt: null })] }), new Date('2026-11-29T09:59:59+09:00'))).toBe('open');
    expect(standingOf(concert({ frames: [frame({ closesAt: null })] }), new Date('2026-11-29T10:00:00+09:00'))).toBe('closed');
    expect(lastCall(concert())).toBe('2026-11-27T17:00:00+09:00');
  });

  it('tells the deadline of each frame only where they differ', () => {
    expect(closingsOf(concert({ frames: [frame(), frame({ id: 'b' })] }))).toEqual([]);
    const two = closingsOf(concert({ frames: [frame(), frame({ id: 'b', closesAt: null })] }));
    expect(two.map(({ closesAt }) => closesAt)).toEqual(['2026-11-27T17:00:00+09:00', concert().startsAt]);
  });

  it('waits for its opening', () => {
    expect(standingOf(concert({ frames: [frame({ opensAt: '2026-11-23T09:00:00+09:00' })] }), NOW)).toBe('not-open');
  });

  it('needs no application where nobody is counted out', () => {
    expect(standingOf(concert({ frames: [frame({ method: 'open', capacity: null })] }), NOW)).toBe('anyone');
    expect(standingOf(concert({ frames: [frame({ kind: 'volunteer' })] }), NOW)).toBe('anyone');
    expect(lastCall(concert({ frames: [] }))).toBeNull();
  });

  it('is over when it is over, whatever its frames say, and off when it is cancelled', () => {
    expect(standingOf(concert(), new Date('2026-11-29T13:00:00+09:00'))).toBe('ended');
    expect(standingOf(concert({ state: 'awaiting-report' }), NOW)).toBe('ended');
    expect(standingOf(concert({ state: 'cancelled' }), NOW)).toBe('cancelled');
  });
});

describe('when a page last said something else', () => {
  it('is the cancellation, where that came after the text', () => {
    const updatedAt = '2026-11-20T10:00:00+09:00';
    expect(lastUpdate({ updatedAt, banner: null })).toBe(updatedAt);
    expect(lastUpdate({ updatedAt, banner: { at: '2026-11-28T04:00:00+09:00' } })).toBe('2026-11-28T04:00:00+09:00');
  });
});
