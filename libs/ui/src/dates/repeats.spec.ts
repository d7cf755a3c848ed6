import { describe, expect, it } from '@jest/globals';
import { translator } from '../texts/index.js';
import { repeatsWords, weekdayName, type RepeatsSaid } from './repeats.js';

const aRule = (given: Partial<RepeatsSaid> = {}): RepeatsSaid => ({ every: 'week', interval: 1, weekdays: [2], nth: [], skipHolidays: false, schoolDays: false, ...given });
const monthly = aRule({ every: 'month', weekdays: [0], nth: [2] });

describe('how something repeats', () => {
  it.each([
    [aRule(), '毎週火曜日', 'Every week on Tuesday'],
    [aRule({ weekdays: [2, 5], skipHolidays: true }), '毎週火曜日・金曜日（祝日と年末年始は休み）', 'Every week on Tuesday and Friday, not on holidays or at New Year'],
    [aRule({ interval: 2 }), '2週間に1回、火曜日', 'Every 2 weeks on Tuesday'],
    [monthly, '毎月第2日曜日', 'Every month on the 2nd Sunday'],
    [{ ...monthly, nth: [2, -1] }, '毎月第2・最終日曜日', 'Every month on the 2nd and last Sunday'],
    [{ ...monthly, interval: 2 }, '2か月に1回、第2日曜日', 'Every 2 months on the 2nd Sunday'],
    [aRule({ weekdays: [1, 2, 3, 4, 5], schoolDays: true, skipHolidays: true }), '学校のある日', 'Every day with school'],
    [aRule({ schoolDays: true }), '毎週火曜日（学校のある日）', 'Every week on Tuesday, when there is school'],
  ])('%j', (rule, japanese, english) => {
    expect([repeatsWords(translator('ja'), rule), repeatsWords(translator('en'), rule)]).toEqual([japanese, english]);
  });

  it('is read aloud in easy Japanese, and knows every weekday', () => {
    expect(repeatsWords(translator('ja-easy'), { ...monthly, nth: [2, 4] })).toBe('{毎月|まいつき} 2{番目|ばんめ}の・4{番目|ばんめ}の {日曜日|にちようび}');
    expect([0, 1, 2, 3, 4, 5, 6].map((day) => weekdayName(translator('ja'), day)[0]).join('')).toBe('日月火水木金土');
  });
});
