import { describe, expect, it } from '@jest/globals';
import { programmeIn } from './programme.js';

describe('a programme in a description', () => {
  it('is lines that begin with a time', () => {
    expect(programmeIn('10時　合唱「秋のうた」\n10時40分 吹奏楽\n11:40 バラの話')).toEqual({
      before: '',
      points: [
        { at: '10時', what: '合唱「秋のうた」' },
        { at: '10時40分', what: '吹奏楽' },
        { at: '11:40', what: 'バラの話' },
      ],
      after: '',
    });
  });

  it('keeps the words around it', () => {
    expect(programmeIn('みんなで歌います。\n10時 開場\n11時半 おわり\n雨でもひらきます。')).toMatchObject({ before: 'みんなで歌います。', after: '雨でもひらきます。', points: [{}, { at: '11時半' }] });
  });

  it.each(['', '10時に集まってください。', '10時 集合\nそのあと自由です。', '3つの約束\n1つ目'])('is not in 「%s」', (text) => {
    expect(programmeIn(text)).toBeNull();
  });
});
