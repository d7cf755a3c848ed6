import { describe, expect, it, test } from '@jest/globals';
import { besidesVerdict, fateOf, filledVerdict, hourVerdict, leftOn, soonest, unfilledIn, wordsVerdict, writeVerdict, type Kept } from './message.rules.js';

const at = (time: string, day = '2026-11-20'): Date => new Date(`${day}T${time}:00+09:00`);
const ENDS = new Date('2026-11-29T15:00:00+09:00');
const EVENT = { state: 'published', endsAt: ENDS, namesRemovedAt: null } as const;

describe('who leads an event may write to its people', () => {
  it.each([
    ['draft', 'message.not-public'],
    ['approved', 'message.not-public'],
    ['cancelled', 'message.not-public'],
    ['published', true],
    ['awaiting-report', true],
    ['closed', true],
  ] as const)('while people know of it: %s', (state, verdict) => {
    expect(writeVerdict({ ...EVENT, state }, at('10:00'))).toBe(verdict);
  });

  test('until thirty days after it, and not once its names are gone', () => {
    expect(writeVerdict(EVENT, at('15:00', '2026-12-29'))).toBe(true);
    expect(writeVerdict(EVENT, at('15:01', '2026-12-29'))).toBe('message.over');
    expect(writeVerdict({ ...EVENT, namesRemovedAt: at('10:00') }, at('10:00'))).toBe('message.over');
  });
});

describe('a message goes by day', () => {
  it.each([
    ['08:00', '08:00', '2026-11-20'],
    ['20:59', '20:59', '2026-11-20'],
    ['21:00', '08:00', '2026-11-21'],
    ['23:30', '08:00', '2026-11-21'],
    ['00:10', '08:00', '2026-11-20'],
    ['07:59', '08:00', '2026-11-20'],
  ])('sent at %s it goes at %s', (sent, goes, day) => {
    expect(soonest(at(sent))).toEqual(at(goes, day));
  });

  test('at an hour that is to come, by day, and while there is somebody to thank', () => {
    const now = at('10:00');
    expect(hourVerdict(at('10:00'), EVENT, now)).toBe('message.past');
    expect(hourVerdict(at('21:00'), EVENT, now)).toBe('message.night');
    expect(hourVerdict(at('07:59', '2026-11-21'), EVENT, now)).toBe('message.night');
    expect(hourVerdict(at('08:00', '2026-11-21'), EVENT, now)).toBe(true);
    expect(hourVerdict(at('10:00', '2026-12-30'), EVENT, now)).toBe('message.too-late');
  });
});

describe('not more than people read', () => {
  const kept = (sendAt: Date, changes: Partial<Kept> = {}): Kept => ({ audiences: ['applied'], frameIds: [], title: '持ち物', text: '軍手', writtenAt: sendAt, sendAt, ...changes });

  test('three on one day in Japan', () => {
    const three = ['08:00', '12:00', '20:00'].map((time) => kept(at(time)));
    const fourth = kept(at('20:30'), { title: '集合場所' });
    expect(besidesVerdict(fourth, three.slice(1))).toBe(true);
    expect(besidesVerdict(fourth, three)).toBe('message.too-many');
    expect(besidesVerdict(kept(at('08:00', '2026-11-21'), { title: '集合場所' }), three)).toBe(true);
    expect(leftOn(at('12:00'), three)).toBe(0);
  });

  test('the same words to the same people within ten minutes are sent once', () => {
    const first = kept(at('12:00'));
    expect(besidesVerdict(kept(at('12:09')), [first])).toBe('message.twice');
    expect(besidesVerdict(kept(at('12:10')), [first])).toBe(true);
    expect(besidesVerdict(kept(at('12:05'), { audiences: ['waiting'] }), [first])).toBe(true);
    expect(besidesVerdict(kept(at('12:05'), { frameIds: ['a'] }), [first])).toBe(true);
  });
});

test('what was written before the event was called or put off does not go', () => {
  const writtenAt = at('10:00');
  expect(fateOf({ state: 'published', writtenAt, putOffAt: null })).toBe('send');
  expect(fateOf({ state: 'published', writtenAt, putOffAt: at('09:00') })).toBe('send');
  expect(fateOf({ state: 'published', writtenAt, putOffAt: at('11:00') })).toBe('put-off');
  expect(fateOf({ state: 'cancelled', writtenAt, putOffAt: at('11:00') })).toBe('called-off');
});

test('the mark of a drill stands in messages about drills alone', () => {
  const words = [{ title: '【訓練】集まる時間', text: '9時です。' }];
  expect(wordsVerdict(words, 'festival')).toBe('message.not-a-drill');
  expect(wordsVerdict(words, 'drill')).toBe(true);
});

test.each([
  ['場所：\n時間：\n\n場所がわからないときは', ['場所：', '時間：']],
  ['次のものをお持ちください。\n・軍手\n・', ['・']],
  ['Place:\nTime: 9:00', ['Place:']],
  ['場所：公園\n時間：9時', []],
  ['持ち物：\n・軍手', []],
  ['持ち物：\n\n・軍手', []],
  ['持ち物：\n軍手とタオル', []],
  ['時間：\n10:00から', []],
  ['集合場所：\nhttps://map.example.jp/1', []],
  ['集合場所：\n北口（目印：時計台）', []],
  ['ご注意ください：\n\n車では来ないでください。', []],
  ['Dear all:\n\nPlease come by train.', []],
  ['ご連絡先は次のとおりです：', ['ご連絡先は次のとおりです：']],
  ['当日の連絡先：\n\n持ち物：水', ['当日の連絡先：']],
  ['場所（雨のとき）：\n\n時間：10時', ['場所（雨のとき）：']],
  ['時間：\n場所（雨のとき）：体育館', ['時間：']],
  ['Meeting point:\n\nBring:\nwater', ['Meeting point:']],
])('what waits to be filled in is found: %j', (text, lines) => {
  expect(unfilledIn(text)).toEqual(lines);
  expect(filledVerdict(text)).toBe(lines.length === 0 ? true : 'message.unfilled');
});
