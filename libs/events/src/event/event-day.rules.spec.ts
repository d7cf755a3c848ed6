import { describe, expect, it } from '@jest/globals';
import type { EventSnapshot } from '../revision/snapshot.js';
import { alongWithTheDay } from './event-day.rules.js';

const BEFORE = {
  startsAt: '2026-12-06T01:00:00.000Z',
  rainDecisionAt: '2026-12-05T08:00:00.000Z',
  frames: [{ id: 'seats', name: '席', opensAt: '2026-11-20T00:00:00.000Z', closesAt: '2026-12-05T08:00:00.000Z' }],
  duties: [{ key: 'door', duty: '受付', startsAt: '2026-12-05T23:00:00.000Z', endsAt: '2026-12-06T01:00:00.000Z' }],
} as unknown as EventSnapshot;

const TO_THE_12TH = { startsAt: '2026-12-12T01:00:00.000Z', endsAt: '2026-12-12T04:00:00.000Z' };

describe('an event that is moved to another day', () => {
  it('takes its duties, the hours of applying and the decision about rain with it', () => {
    expect(alongWithTheDay(BEFORE, TO_THE_12TH)).toMatchObject({
      ...TO_THE_12TH,
      rainDecisionAt: '2026-12-11T08:00:00.000Z',
      frames: [{ id: 'seats', name: '席', opensAt: '2026-11-26T00:00:00.000Z', closesAt: '2026-12-11T08:00:00.000Z' }],
      duties: [{ key: 'door', startsAt: '2026-12-11T23:00:00.000Z', endsAt: '2026-12-12T01:00:00.000Z' }],
    });
  });

  it('closes nothing that is open', () => {
    expect(alongWithTheDay(BEFORE, TO_THE_12TH, new Set(['seats'])).frames).toMatchObject([{ opensAt: '2026-11-20T00:00:00.000Z', closesAt: '2026-12-11T08:00:00.000Z' }]);
  });

  it('leaves alone what is named together with the day, an hour that moves within it, and a day that was open', () => {
    expect(alongWithTheDay(BEFORE, { ...TO_THE_12TH, rainDecisionAt: null, duties: [] })).toMatchObject({ rainDecisionAt: null, duties: [] });
    const later = { startsAt: '2026-12-06T03:00:00.000Z' };
    expect(alongWithTheDay(BEFORE, later)).toBe(later);
    expect(alongWithTheDay({ ...BEFORE, startsAt: null }, later)).toBe(later);
  });

  it('moved back is where it was', () => {
    const there = { ...BEFORE, ...alongWithTheDay(BEFORE, TO_THE_12TH) } as EventSnapshot;
    expect(alongWithTheDay(there, { startsAt: BEFORE.startsAt! })).toMatchObject({ rainDecisionAt: BEFORE.rainDecisionAt, frames: BEFORE.frames, duties: BEFORE.duties });
  });
});
