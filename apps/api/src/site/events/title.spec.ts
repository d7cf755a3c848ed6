import { describe, expect, it } from '@jest/globals';
import { piecesOf } from './title.js';

describe('where a title breaks', () => {
  it.each([
    ['靱公園バラ園コンサート', ['靱公園', 'バラ園', 'コンサート']],
    ['手づくりたこ教室', ['手づくりたこ', '教室']],
    ['ふれあい食事会（冬）', ['ふれあい', '食事会（冬）']],
    ['こどもワクワク映画会', ['こども', 'ワクワク映画会']],
    ['お茶会', ['お茶会']],
    ['あそび場', ['あそび場']],
    ['西区 全地域 合同防災訓練', ['西区 全地域 合同防災訓練']],
  ])('%s', (title, pieces) => {
    expect(piecesOf(title)).toEqual(pieces);
  });
});
