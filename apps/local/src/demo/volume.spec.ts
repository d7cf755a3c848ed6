import { describe, expect, it } from '@jest/globals';
import { dayOf } from './demo-event.js';
import { EVENTS } from './events.js';
import { WARD_OFFICERS, WARD_ORGANISATIONS } from './neighbourhoods.js';
import { neighbour } from './people.js';

describe('the demo ward', () => {
  it('is as large as a ward: fourteen areas, some forty associations, each with a chair', () => {
    const areas = new Set(WARD_ORGANISATIONS.flatMap(({ area }) => area ?? []));
    expect(areas.size).toBe(14);
    expect(WARD_ORGANISATIONS.length).toBeGreaterThan(50);
    expect(WARD_ORGANISATIONS.filter(({ kind }) => kind === 'neighbourhood').length).toBeGreaterThanOrEqual(40);
    const led = new Set(WARD_OFFICERS.filter(({ role }) => role === 'leader').map(({ organisation }) => organisation));
    expect(WARD_ORGANISATIONS.filter(({ key, kind }) => kind !== 'ward-office' && kind !== 'center' && !led.has(key))).toEqual([]);
  });

  it('has well over a hundred events over fourteen months, in every state', () => {
    expect(EVENTS.length).toBeGreaterThanOrEqual(115);
    const days = EVENTS.map(({ day }) => day);
    expect(Math.max(...days) - Math.min(...days)).toBeGreaterThanOrEqual(14 * 29);
    const states = ['draft', 'submitted', 'returned', 'rejected', 'approved', 'published', 'awaiting-report', 'reported', 'closed', 'cancelled'];
    expect(states.filter((state) => !EVENTS.some((event) => event.state === state))).toEqual([]);
    expect(EVENTS.filter(({ day, state }) => day < -7 && ['published', 'approved'].includes(state))).toEqual([]);
  });

  it('holds what the weather may spoil in the open and says what becomes of it, and the rest under a roof', () => {
    // Where people meet before they go out is in the open.
    const roof = /^(?!.*集合$).*(会館|体育館|講堂|室$|小学校$)/;
    expect(EVENTS.filter(({ rain, place }) => (rain === 'indoors') !== roof.test(place) && rain !== 'light-rain-only').map(({ title, place, rain }) => [title, place, rain])).toEqual([]);
  });

  it('has what is over behind it and what is to come ahead, whatever weekday it is shown on, and wakes nobody', () => {
    for (let weekday = 0; weekday < 7; weekday += 1) {
      const today = `2026-11-${22 + weekday}`;
      const wrong = EVENTS.filter((event) => {
        const over = ['awaiting-report', 'reported', 'closed'].includes(event.state);
        return event.state !== 'cancelled' && (dayOf(event, today) < today) !== over;
      });
      expect(wrong.map(({ title, day, state }) => [today, title, day, state])).toEqual([]);
    }
    const loud = EVENTS.filter(({ from, to, state }) => state !== 'rejected' && (from < '07:00' || to > '21:00' || to <= from));
    expect(loud.map(({ title, from, to }) => [title, from, to])).toEqual([]);
  });

  it('takes nobody for somebody else', () => {
    const people = Array.from({ length: 960 }, (_, n) => neighbour(n));
    expect(new Set(people.map(({ name }) => name)).size).toBe(960);
    expect(new Set([...people, ...WARD_OFFICERS].map(({ email }) => email)).size).toBe(960 + WARD_OFFICERS.length);
  });
});
