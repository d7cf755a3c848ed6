import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { transformFileSync } from '@swc/core';
import fc from 'fast-check';
import { asleep, dueVerdict, heldUntil, planFor, type DueFacts } from './reminder.rules.js';

/** A file of ours as plain script, without its imports and exports. */
function plain(file: string): string {
  const { code } = transformFileSync(fileURLToPath(new URL(file, import.meta.url)), {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  return code.replace(/^import .*;$/gm, '').replace(/^export /gm, '');
}

const jst = (text: string) => new Date(`${text}+09:00`);
const LONG_AGO = jst('2026-01-01T00:00:00');

describe('the plan of an event', () => {
  test.each([
    ['in the afternoon', '2026-11-29T13:00:00', '2026-11-22T10:00:00', '2026-11-28T18:00:00', '2026-11-29T07:30:00'],
    ['in the evening, already tomorrow in New Zealand', '2026-11-29T23:30:00', '2026-11-22T10:00:00', '2026-11-28T18:00:00', '2026-11-29T07:30:00'],
    ['just after midnight, still yesterday in London', '2026-11-29T00:30:00', '2026-11-22T10:00:00', '2026-11-28T18:00:00', '2026-11-29T07:30:00'],
    ['on New Year', '2027-01-01T10:00:00', '2026-12-25T10:00:00', '2026-12-31T18:00:00', '2027-01-01T07:30:00'],
    ['on 1 March of a leap year', '2028-03-01T10:00:00', '2028-02-23T10:00:00', '2028-02-29T18:00:00', '2028-03-01T07:30:00'],
  ])('%s', (_name, startsAt, d7, d1, day) => {
    expect(planFor(jst(startsAt), LONG_AGO).map(({ dueAt }) => dueAt)).toEqual([jst(d7), jst(d1), jst(day)]);
  });

  test.each([
    ['long before', '2026-11-01T00:00:00', ['due', 'due', 'due']],
    ['at the very minute of the first', '2026-11-22T10:00:00', ['due', 'due', 'due']],
    ['a second after the first', '2026-11-22T10:00:01', ['skipped', 'due', 'due']],
    ['on the evening before, at seven', '2026-11-28T19:00:00', ['skipped', 'skipped', 'due']],
    ['on the day at eight', '2026-11-29T08:00:00', ['skipped', 'skipped', 'skipped']],
  ])('published %s', (_name, publishedAt, states) => {
    expect(planFor(jst('2026-11-29T10:00:00'), jst(publishedAt)).map(({ state }) => state)).toEqual(states);
  });

  test('an event that begins by half past seven has no reminder that morning', () => {
    for (const startsAt of ['2026-11-29T06:30:00', '2026-11-29T07:30:00']) {
      expect(planFor(jst(startsAt), LONG_AGO).map(({ state }) => state)).toEqual(['due', 'due', 'skipped']);
    }
  });

  test('nothing is planned for the night or after the start', () => {
    const instants = fc.date({ min: new Date('2026-01-01Z'), max: new Date('2036-01-01Z'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, instants, (startsAt, publishedAt) =>
        planFor(startsAt, publishedAt).every(({ dueAt, state }) => !asleep(dueAt) && (state === 'skipped' || (dueAt < startsAt && dueAt >= publishedAt))),
      ),
    );
  });

  test.each(['America/New_York', 'Asia/Tokyo', 'UTC', 'Pacific/Kiritimati'])('is the same on a server in %s', (zone) => {
    // The zone of a running process can't be changed, so the same rules run in one that was started there.
    const script = `${plain('../../../platform/src/clock/jst.ts')}
      ${plain('./reminder.rules.ts')}
      console.log(planFor(new Date('2026-11-29T00:30:00+09:00'), new Date(0)).map(({ dueAt }) => dueAt.toISOString()).join());`;
    const env = { ...process.env, TZ: zone, NODE_OPTIONS: '' };
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe('2026-11-22T01:00:00.000Z,2026-11-28T09:00:00.000Z,2026-11-28T22:30:00.000Z');
  });
});

const CALM = { kind: 'd1' as const, undecided: false, released: false };

describe('when its time has come', () => {
  const event = { state: 'published', startsAt: jst('2026-11-29T10:00:00') };
  const d1 = jst('2026-11-28T18:00:00');
  const day = jst('2026-11-29T07:30:00');

  test.each([
    ['on time', { dueAt: d1, event, others: [day] }, '2026-11-28T18:00:00', 'announce'],
    ['an hour late', { dueAt: d1, event, others: [day] }, '2026-11-28T19:00:00', 'announce'],
    ['held up over night, the next one follows at once', { dueAt: d1, event, others: [day] }, '2026-11-29T07:00:00', 'skip'],
    ['held up, and the next one is due as well', { dueAt: d1, event, others: [day] }, '2026-11-29T08:00:00', 'skip'],
    ['the last one, late', { dueAt: day, event, others: [] }, '2026-11-29T09:59:59', 'announce'],
    ['the event has begun', { dueAt: day, event, others: [] }, '2026-11-29T10:00:00', 'skip'],
    ['the event was cancelled', { dueAt: d1, event: { ...event, state: 'cancelled' }, others: [] }, '2026-11-28T18:00:00', 'withdraw'],
    ['the event is gone', { dueAt: d1, event: undefined, others: [] }, '2026-11-28T18:00:00', 'withdraw'],
  ] as const)('%s', (_name, facts, now, verdict) => {
    expect(dueVerdict({ ...CALM, ...facts }, jst(now))).toBe(verdict);
  });

  const grave = { ...CALM, dueAt: d1, event, others: [day], undecided: true };
  test.each([
    ['the evening before', {}, '2026-11-28T18:00:00', 'hold'],
    ['the evening before, at the latest', {}, '2026-11-28T20:30:00', 'announce'],
    ['a week before nobody decides yet', { kind: 'd7', dueAt: jst('2026-11-22T10:00:00') }, '2026-11-22T10:00:00', 'announce'],
    ['sent all the same', { released: true }, '2026-11-28T18:01:00', 'announce'],
    ['in the morning, until somebody may set out', { kind: 'day', dueAt: day, others: [] }, '2026-11-29T07:59:00', 'hold'],
    ['in the morning, when somebody may set out', { kind: 'day', dueAt: day, others: [] }, '2026-11-29T08:00:00', 'announce'],
    ['called off meanwhile', { event: { ...event, state: 'cancelled' } }, '2026-11-28T18:30:00', 'withdraw'],
  ] as const)('while a grave warning stands: %s', (_name, facts, now, verdict) => {
    expect(dueVerdict({ ...grave, ...facts }, jst(now))).toBe(verdict);
  });

  test('whatever the weather does, and whoever decides or sends it when: each goes by the time that was stated, and by day', () => {
    const minutes = fc.nat(14 * 60);
    fc.assert(
      fc.property(fc.constantFrom('d1' as const, 'day' as const), fc.integer({ min: 8 * 60, max: 23 * 60 }), fc.array(fc.tuple(minutes, minutes), { maxLength: 4 }), fc.option(minutes), fc.option(minutes), (kind, start, warnings, decidedAt, releasedAt) => {
        const startsAt = new Date(jst('2026-11-29T00:00:00').getTime() + start * 60_000);
        const { dueAt } = planFor(startsAt, LONG_AGO).find((one) => one.kind === kind)!;
        const said: number[] = [];
        for (let minute = 0; minute < 16 * 60 && said.length === 0; minute += 1) {
          const now = new Date(dueAt.getTime() + minute * 60_000);
          if (now >= startsAt || asleep(now)) break;
          const stands = warnings.some(([from, to]) => from <= minute && minute < to) && (decidedAt === null || minute < decidedAt);
          const facts: DueFacts = { kind, dueAt, event: { state: 'published', startsAt }, others: [], undecided: stands, released: releasedAt !== null && minute >= releasedAt };
          if (dueVerdict(facts, now) === 'announce') said.push(now.getTime());
        }
        expect(said).toHaveLength(1);
        expect(said[0]).toBeLessThanOrEqual(heldUntil({ kind, dueAt }, startsAt).getTime());
      }),
      { numRuns: 300 },
    );
  });
});
