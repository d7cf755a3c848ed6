import { describe, expect, it } from '@jest/globals';
import { anEvent } from './an-event.builder.js';
import { answersOf } from './answers.js';
import { contentFrom } from './content.js';

describe('what was written, in words', () => {
  it('is the same from the event and from its snapshot', () => {
    const event = anEvent();
    expect(answersOf(contentFrom(JSON.parse(JSON.stringify(event)) as Record<string, unknown>))).toEqual(answersOf(event));
  });

  it('says dates in full and times in Japan', () => {
    const when = answersOf(anEvent()).find((row) => row.id === 'startsAt');
    expect(when?.value).toBe('令和8年(2026年)11月29日(日曜日)\n10時〜13時');
  });

  it('reads an old snapshot that lacks a field', () => {
    expect(contentFrom({ title: '夜警' })).toMatchObject({ title: '夜警', frames: [], duties: [], fire: null });
  });
});
