import { describe, expect, it } from '@jest/globals';
import { changeOf, differenceOf, meanOf, scaleOf, shadeOf } from './plots.rules.js';

describe('what a plot is drawn by', () => {
  it('counts in steps that people count by, up to the largest number', () => {
    expect(scaleOf(3910)).toEqual({ top: 4000, marks: [0, 1000, 2000, 3000, 4000] });
    expect(scaleOf(700).marks).toEqual([0, 200, 400, 600, 800]);
    expect(scaleOf(9).marks).toEqual([0, 3, 6, 9]);
    expect(scaleOf(3).marks).toEqual([0, 1, 2, 3]);
    expect(scaleOf(0)).toEqual({ top: 1, marks: [0, 1] });
  });

  it('says what is more and what is less, and nothing of what began from nothing', () => {
    expect([changeOf(14_800, 14_570), changeOf(96, 100), changeOf(5, 5), changeOf(5, 0)]).toEqual(['＋1.6%', '−4%', '±0%', undefined]);
    expect([differenceOf(1240, 1110), differenceOf(980, 3020), differenceOf(4, 4)]).toEqual(['＋130', '−2,040', '±0']);
  });

  it('is darker where there are more', () => {
    expect([shadeOf(620, 620), shadeOf(440, 620), shadeOf(200, 620), shadeOf(120, 620), shadeOf(0, 0)]).toEqual([3, 2, 1, 0, 0]);
    expect([meanOf([412, 121, 197]), meanOf([])]).toEqual([243, 0]);
  });
});
