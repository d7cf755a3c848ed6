import { describe, expect, it } from '@jest/globals';
import { eventTitle } from './event-title.js';

const concert = { title: '靱公園の会', kana: 'うつぼこうえんのかい' };

describe('the title of an event in the App', () => {
  it('carries the reading the host gave for those who want readings, and for nobody else', () => {
    expect(eventTitle(concert, true)).toBe('{靱公園|うつぼこうえん}の{会|かい}');
    expect(eventTitle(concert, false)).toBe('靱公園の会');
    expect(eventTitle({ ...concert, kana: null }, true)).toBe('靱公園の会');
  });

  it('says so where there is none yet', () => {
    expect(eventTitle({ title: null, kana: null }, true)).toBe('（名前のない行事）');
  });
});
