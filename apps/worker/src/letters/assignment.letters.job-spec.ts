import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Assignments } from '@yoriai/rosters';
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
});
