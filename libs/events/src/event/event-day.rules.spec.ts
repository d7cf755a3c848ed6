import { describe, expect, it } from '@jest/globals';
import type { EventSnapshot } from '../revision/snapshot.js';
import { contradictions } from './event-content.rules.js';
import { alongWithTheDay, inTheHours } from './event-day.rules.js';

const BEFORE = {
  startsAt: '2026-12-06T01:00:00.000Z',
  rainDecisionAt: '2026-12-05T08:00:00.000Z',
  frames: [{ id: 'seats', name: '席', opensAt: '2026-11-20T00:00:00.000Z', closesAt: '2026-12-05T08:00:00.000Z' }],
  duties: [{ key: 'door', duty: '受付', startsAt: '2026-12-05T23:00:00.000Z', endsAt: '2026-12-06T01:00:00.000Z' }],
} as unknown as EventSnapshot;

const TO_THE_12TH = { startsAt: '2026-12-12T01:00:00.000Z', endsAt: '2026-12-12T04:00:00.000Z' };

const on = (day: string) => ({ now: new Date(`${day}T00:00:00.000Z`) });
const open = (day: string) => ({ ...on(day), open: new Set(['seats']) });

describe('an event that is moved to another day', () => {
  it('takes its duties, the hours of applying and the decision about rain with it', () => {
    expect(alongWithTheDay(BEFORE, TO_THE_12TH, on('2026-11-01'))).toMatchObject({
      ...TO_THE_12TH,
      rainDecisionAt: '2026-12-11T08:00:00.000Z',
      frames: [{ id: 'seats', name: '席', opensAt: '2026-11-26T00:00:00.000Z', closesAt: '2026-12-11T08:00:00.000Z' }],
      duties: [{ key: 'door', startsAt: '2026-12-11T23:00:00.000Z', endsAt: '2026-12-12T01:00:00.000Z' }],
    });
  });

  it('closes nothing that is open', () => {
    expect(alongWithTheDay(BEFORE, TO_THE_12TH, open('2026-11-25')).frames).toMatchObject([{ opensAt: '2026-11-20T00:00:00.000Z', closesAt: '2026-12-11T08:00:00.000Z' }]);
  });

  it.each([
    ['goes along while that is ahead', '2026-11-30', '2026-11-25', '2026-12-05', '2026-11-29'],
    ['stays where going along had shut it already, and it was before the end', '2026-11-30', '2026-11-25', '2026-11-28', '2026-11-28'],
    ['is when the event begins where it was after the end', '2026-11-26', '2026-11-26', '2026-12-05', null],
    ['is when the event begins where going along were before the opening', '2026-11-20', '2026-11-19', '2026-12-05', null],
    ['stays past where it was', '2026-11-30', '2026-11-25', '2026-11-24', '2026-11-24'],
    ['refuses nothing beside a day long gone', '2025-11-30', '2026-11-25', '2026-12-05', null],
  ])('moved earlier, the closing of what is open %s', (_, to, now, closes, then) => {
    const at = (day: string): string => `${day}T08:00:00.000Z`;
    const before = { ...BEFORE, frames: BEFORE.frames.map((frame) => ({ ...frame, closesAt: at(closes) })) };
    const moved = alongWithTheDay(before, { startsAt: `${to}T10:00:00+09:00`, endsAt: `${to}T13:00:00+09:00` }, open(now));
    expect(moved.frames).toMatchObject([{ opensAt: '2026-11-20T00:00:00.000Z', closesAt: then && at(then) }]);
    expect(contradictions({ ...before, ...moved, startsAt: null, duties: [] } as EventSnapshot)).toEqual([]);
  });

  it.each([
    ['goes along while that is ahead', '2026-11-25', '2026-12-05', '2026-11-29'],
    ['stays where going along had shut it before it opens to anybody', '2026-11-29', '2026-11-29', '2026-11-29'],
    ['is when the event begins where it would be after the end', '2026-11-30', '2026-12-05', null],
    ['is when the event begins where it is past', '2026-11-29', '2026-11-28', null],
  ])('moved earlier, the closing of a draft %s', (_, now, closes, then) => {
    const at = (day: string): string => `${day}T08:00:00.000Z`;
    const before = { ...BEFORE, frames: BEFORE.frames.map((frame) => ({ ...frame, closesAt: at(closes) })) };
    const moved = alongWithTheDay(before, { startsAt: '2026-11-30T10:00:00+09:00', endsAt: '2026-11-30T13:00:00+09:00' }, on(now));
    expect(moved.frames).toMatchObject([{ opensAt: '2026-11-14T00:00:00.000Z', closesAt: then && at(then) }]);
  });

  it('leaves alone what is named together with the day, an hour that moves within it, and a day that was open', () => {
    expect(alongWithTheDay(BEFORE, { ...TO_THE_12TH, rainDecisionAt: null, duties: [] }, on('2026-11-01'))).toMatchObject({ rainDecisionAt: null, duties: [] });
    const later = { startsAt: '2026-12-06T03:00:00.000Z' };
    expect(alongWithTheDay(BEFORE, later, on('2026-11-01'))).toBe(later);
    expect(alongWithTheDay({ ...BEFORE, startsAt: null }, later, on('2026-11-01'))).toBe(later);
  });

  it('moved back is where it was', () => {
    const there = { ...BEFORE, ...alongWithTheDay(BEFORE, TO_THE_12TH, on('2026-11-01')) } as EventSnapshot;
    expect(alongWithTheDay(there, { startsAt: BEFORE.startsAt! }, on('2026-11-01'))).toMatchObject({ rainDecisionAt: BEFORE.rainDecisionAt, frames: BEFORE.frames, duties: BEFORE.duties });
  });
});

describe('duties of an event whose hours are set', () => {
  const [WHOLE, OWN] = [{ key: 'whole', startsAt: null, endsAt: null }, { key: 'own', startsAt: '2026-12-05T23:00:00.000Z', endsAt: '2026-12-06T01:00:00.000Z' }];
  const draft = { startsAt: null, endsAt: null, duties: [WHOLE, OWN] } as unknown as EventSnapshot;
  const set = (before: EventSnapshot, asked: Parameters<typeof inTheHours>[1]) => inTheHours(before, asked, alongWithTheDay(before, asked, on('2026-11-01')));

  it('have them, unless they have hours of their own', () => {
    expect(set(draft, TO_THE_12TH).duties).toMatchObject([{ key: 'whole', ...TO_THE_12TH }, OWN]);
  });

  it('follow them while they are the same', () => {
    const there = { ...draft, ...set(draft, TO_THE_12TH), frames: [], rainDecisionAt: null, rainDate: null } as unknown as EventSnapshot;
    const later = { endsAt: '2026-12-12T05:00:00.000Z' };
    expect(set(there, later).duties).toMatchObject([{ key: 'whole', startsAt: TO_THE_12TH.startsAt, ...later }, OWN]);
    const nextDay = { startsAt: '2026-12-13T02:00:00.000Z', endsAt: '2026-12-13T05:00:00.000Z' };
    expect(set(there, nextDay).duties).toMatchObject([nextDay, { startsAt: '2026-12-06T23:00:00.000Z' }]);
  });

  it('are just before and just after it, where a template says so, and stay there until they have hours of their own', () => {
    const [before, after] = [{ key: 'before', startsAt: null, endsAt: null, beside: { side: 'before', minutes: 90 } }, { key: 'after', startsAt: null, endsAt: null, beside: { side: 'after', minutes: 30 } }];
    const planned = { ...draft, duties: [before, after] } as unknown as EventSnapshot;
    const hours = { startsAt: '2026-12-12T01:00:00.000Z', endsAt: '2026-12-12T03:00:00.000Z' };
    const there = set(planned, hours).duties!;
    expect(there).toMatchObject([{ startsAt: '2026-12-11T23:30:00.000Z', endsAt: hours.startsAt }, { startsAt: hours.endsAt, endsAt: '2026-12-12T03:30:00.000Z' }]);
    const saved = { ...planned, ...hours, duties: there, frames: [], rainDecisionAt: null, rainDate: null } as unknown as EventSnapshot;
    expect(set(saved, { startsAt: '2026-12-13T02:00:00.000Z', endsAt: '2026-12-13T06:00:00.000Z' }).duties).toMatchObject([
      { startsAt: '2026-12-13T00:30:00.000Z', endsAt: '2026-12-13T02:00:00.000Z' },
      { startsAt: '2026-12-13T06:00:00.000Z', endsAt: '2026-12-13T06:30:00.000Z' },
    ]);
    const own = { ...saved, duties: [{ key: 'before', startsAt: '2026-12-11T22:00:00.000Z', endsAt: '2026-12-12T00:00:00.000Z' }] } as unknown as EventSnapshot;
    expect(set(own, { startsAt: '2026-12-12T02:00:00.000Z' }).duties).toBeUndefined();
  });

  it('stay open while one of both is, and where they are named', () => {
    expect(set(draft, { startsAt: TO_THE_12TH.startsAt }).duties).toBeUndefined();
    expect(set(draft, { ...TO_THE_12TH, duties: [] }).duties).toEqual([]);
    expect(set(draft, { title: '別の名前' } as Parameters<typeof inTheHours>[1]).duties).toBeUndefined();
  });
});
