import { describe, expect, it } from '@jest/globals';
import { anEvent } from './an-event.builder.js';
import { answersOf, compare } from './answers.js';
import { contentFrom, withPatch } from './content.js';
import { fieldsIn } from './merge.js';

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

  it('lays two versions side by side, with what was taken away', () => {
    const before = anEvent();
    const after = anEvent({ placeName: '松島公園', duties: [] });
    const changed = compare(before, after).filter((row) => row.changed);
    expect(changed.map(({ id, before: was, value }) => [id, was, value])).toEqual([
      ['placeName', '靱公園 バラ園', '松島公園'],
      ['duty a1', expect.stringContaining('4人'), ''],
    ]);
  });

  it('shows an edit before it is sent', () => {
    const event = anEvent();
    const mine = { ...fieldsIn('what', event), title: '秋のコンサート' };
    expect(
      compare(event, withPatch(event, mine))
        .filter((row) => row.changed)
        .map((row) => row.value),
    ).toEqual(['秋のコンサート']);
  });
});
