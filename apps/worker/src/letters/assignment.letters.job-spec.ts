import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EventPublications } from '@yoriai/events';
import { Calls } from '@yoriai/notifications';
import { Assignments, ProxyAssignments } from '@yoriai/rosters';
import { LetterTown, letterTo } from './testing/letter-town.js';

let town: LetterTown;

beforeEach(async () => {
  town = await LetterTown.open();
});
afterEach(() => town.close());

describe('letters of the journey', () => {
  test('a volunteer hears about the duty', async () => {
    const event = await town.published();
    const helper = await town.actor({ name: '手伝 花', email: 'helper@example.jp' });
    await town.app.get(Assignments).take(helper, event.shiftId);
    await town.post();
    const letter = letterTo(await town.sink.parsed(), 'helper@example.jp');
    expect(letter?.subject).toBe('当番に入りました：受付／靱公園バラ園コンサート（11月29日(日)）');
    expect(letter?.text).toContain('当番の時間：11月29日(日) 12時〜15時30分');
    expect(letter?.text).toContain('集合場所：北の入口');
  });

  test('somebody who said yes by telephone: a letter where they have an address; else nobody telephones a yes, but everybody that the event is off', async () => {
    const event = await town.published();
    const proxies = town.app.get(ProxyAssignments);
    await proxies.enter(town.host, event.shiftId, { channel: 'phone', name: '森 葉子', kana: 'もり ようこ', email: 'yoko@example.jp' });
    await proxies.enter(town.host, event.shiftId, { channel: 'phone', name: '山田 太郎', kana: 'やまだ たろう', phone: '06-0000-0101' });
    const toCall = () => town.app.tx((tx) => town.app.get(Calls).left(tx, [event.id]));
    const letter = letterTo(await town.post(), 'yoko@example.jp');
    // Who may have no sign-in is told who entered them, and telephones.
    expect(letter?.text).toContain('主催の人がお電話などでうかがい、当番に入れました。');
    expect(letter?.text).not.toContain('/me');
    expect(letter?.subject).toBe('当番に入りました：受付／靱公園バラ園コンサート（11月29日(日)）');
    expect(await toCall()).toEqual([]);
    await town.app.get(EventPublications).cancel(town.host, event.id, '台風');
    await town.post();
    expect(await toCall()).toEqual([{ eventId: event.id, people: 1, offeredUntil: null }]);
  });
});
