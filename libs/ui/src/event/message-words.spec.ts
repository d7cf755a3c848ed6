import { describe, expect, test } from '@jest/globals';
import { translator } from '../texts/index.js';
import { messageRead, type MessageToRead } from './message-words.js';

const MESSAGE: MessageToRead = { title: '持ち物のお願い', text: '軍手をお持ちください。\n\n雨のときは\nかっぱも。', easy: { title: 'もって くる もの', text: 'ぐんてを もって きて ください。' }, english: null, eventTitle: '公園そうじ', hostName: '西船場連合振興町会', mark: null };

describe('a message as its reader sees it', () => {
  test('in Japanese, paragraph by paragraph', () => {
    expect(messageRead(translator('ja'), MESSAGE)).toEqual({
      subject: '持ち物のお願い（公園そうじ）',
      lead: ['「公園そうじ」を主催する西船場連合振興町会から、お知らせです。'],
      paragraphs: ['軍手をお持ちください。', '雨のときは\nかっぱも。'],
    });
  });

  test('in the words the host wrote for its reader; without any whoever reads English is told so', () => {
    expect(messageRead(translator('ja-easy'), MESSAGE).subject).toContain('もって くる もの');
    const english = messageRead(translator('en'), MESSAGE);
    expect(english.subject).toBe('持ち物のお願い (公園そうじ)');
    expect(english.lead).toContain('The message is in Japanese only.');
    expect(messageRead(translator('en'), { ...MESSAGE, english: { title: 'What to bring', text: 'Gloves.' } })).toMatchObject({ subject: 'What to bring (公園そうじ)', paragraphs: ['Gloves.'], lead: [expect.stringContaining('公園そうじ')] });
  });

  test('of a drill it begins with the mark, once', () => {
    for (const title of ['集まる時間', '【訓練】集まる時間']) expect(messageRead(translator('ja'), { ...MESSAGE, title, mark: '【訓練】' }).subject).toBe('【訓練】集まる時間（公園そうじ）');
  });
});
