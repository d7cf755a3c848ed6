import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Actor } from '@yoriai/associations';
import { EventQueries, Holdings, Reductions } from '@yoriai/events';
import { Ledger } from '@yoriai/notifications';
import { Assignments } from '@yoriai/rosters';
import { LetterTown, letterTo, to } from './testing/letter-town.js';

let town: LetterTown;
let event: { id: string; frameId: string; shiftId: string };

const CHORUS = { title: '合唱', day: 0, start: '13:30', place: '北ステージ' };

beforeEach(async () => {
  town = await LetterTown.open();
  event = await town.published({ rainPolicy: 'go-ahead', programme: [{ kind: 'stage', ...CHORUS, end: null, performer: null, note: null }] });
});
afterEach(() => town.close());

async function reduce(reason: string, by: Actor = town.host): Promise<void> {
  const { startsAt, reduction } = await town.app.get(EventQueries).detail(town.host, event.id);
  await town.app.get(Reductions).reduce(by, event.id, { startsAt: startsAt!, after: reduction?.at ?? null, cause: 'wind', reason, dropped: [CHORUS] });
}

describe('letters of an event in a smaller form', () => {
  test('one for each, who comes and who helps: what is left out and why; without mail they are telephoned, with the same words', async () => {
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.apply(event, '鈴木 一郎', { phone: '090-0000-0001' });
    await town.app.get(Assignments).take(await town.actor({ name: '青木 りん', email: 'rin@example.jp' }), event.shiftId);
    await town.post();
    await reduce('風が強いため、外の舞台を取りやめます。');
    const letters = await town.post();
    expect(letters.map((mail) => to(mail)).sort()).toEqual(['hanako@example.jp', 'rin@example.jp']);
    const hers = letterTo(letters, 'hanako@example.jp');
    expect(hers?.subject).toBe('一部を取りやめて開催します：靱公園バラ園コンサート（11月29日(日)）');
    for (const said of ['風が強いため、外の舞台を取りやめます。', '取りやめるもの：13:30 合唱', '申込と当番は、そのままです', '/t/']) expect(hers?.text).toContain(said);
    const [line] = await town.app.tx((tx) => town.app.get(Ledger).callSheet(tx, event.id));
    expect(line?.letters[0]).toMatchObject({ kind: 'event-reduced', params: { reason: '風が強いため、外の舞台を取りやめます。' } });
    expect(await town.post()).toEqual([]);
  });

  test('decided anew before a letter could go, each hears once, of what counts', async () => {
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.apply(event, '鈴木 一郎', { phone: '090-0000-0001' });
    await town.post();
    await reduce('雨のため');
    await town.app.deliver();
    await reduce('風も強いため');
    const letters = await town.post();
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain('風も強いため');
    const [line] = await town.app.tx((tx) => town.app.get(Ledger).callSheet(tx, event.id));
    expect(line?.letters.filter(({ kind }) => kind === 'event-reduced')).toMatchObject([{ params: { reason: '風も強いため' } }]);
  });

  test('taken back, whoever was told hears that it takes place as planned after all; the sheet says so too, and no reminder the contrary', async () => {
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.apply(event, '鈴木 一郎', { phone: '090-0000-0001' });
    await reduce('風が強いため');
    await town.post();
    const { startsAt, reduction } = await town.app.get(EventQueries).detail(town.host, event.id);
    await town.app.get(Holdings).hold(town.approver, event.id, startsAt!, reduction!.at);
    const letters = await town.post();
    const hers = letterTo(letters, 'hanako@example.jp');
    expect(hers?.subject).toBe('やはり予定どおり、全部行います：靱公園バラ園コンサート（11月29日(日)）');
    expect(hers?.text).toContain('取りやめるとお知らせしたものも、予定どおり行います。');
    expect(hers?.text).not.toContain('取りやめるもの：');
    expect(letterTo(letters, 'leader@example.jp')?.subject).toContain('区役所が、全部行うことに決めました');
    const [line] = await town.app.tx((tx) => town.app.get(Ledger).callSheet(tx, event.id));
    expect(line?.letters.map(({ kind }) => kind)).toContain('event-whole');
    expect(line?.letters.map(({ kind }) => kind)).not.toContain('event-reduced');
    town.app.clock.set('2026-11-28T18:00:00+09:00');
    expect(letterTo(await town.post(), 'hanako@example.jp')?.text).not.toContain('一部を取りやめて');
  });

  test('by the ward office, the leaders of its host hear who decided', async () => {
    await town.post();
    await reduce('警報のため', town.approver);
    const letter = letterTo(await town.post(), 'leader@example.jp');
    expect(letter?.subject).toBe('区役所が縮小を決めました：靱公園バラ園コンサート（11月29日(日)）');
    for (const said of [`決めた人：西区役所　${town.approver.name}`, '理由：警報のため', '取りやめるもの：13:30 合唱']) expect(letter?.text).toContain(said);
  });

  test('the reminder of the day says it too', async () => {
    await town.apply(event, '山田 花子', { email: 'hanako@example.jp' });
    await town.post();
    await reduce('風が強いため、外の舞台を取りやめます。');
    await town.post();
    town.app.clock.set('2026-11-28T18:00:00+09:00');
    const reminder = letterTo(await town.post(), 'hanako@example.jp');
    expect(reminder?.text).toContain('一部を取りやめて開催します。風が強いため、外の舞台を取りやめます。');
    expect(reminder?.text).toContain('取りやめるもの：13:30 合唱');
  });
});
