import { describe, expect, it } from '@jest/globals';
import { anEvent } from './an-event.builder.js';
import { answersOf, frameWords } from './answers.js';
import { contentFrom, type PlannedFrame } from './content.js';

describe('what was written, in words', () => {
  it('is the same from the event and from its snapshot', () => {
    const event = anEvent();
    expect(answersOf(contentFrom(JSON.parse(JSON.stringify(event)) as Record<string, unknown>))).toEqual(answersOf(event));
  });

  it('says dates in full and times in Japan', () => {
    const when = answersOf(anEvent()).find((row) => row.id === 'startsAt');
    expect(when?.value).toBe('令和8年(2026年)11月29日(日曜日)\n10時〜13時');
  });

  it('says of a question how it is answered, so that no change of it looks like none', () => {
    const question = { key: 'q1', kind: 'choice' as const, label: 'たこの形', required: true, choices: ['四角', 'ひし形'] };
    const words = (change: Partial<PlannedFrame['asks']['questions'][number]>): string => {
      const [frame] = anEvent().frames;
      return frameWords({ ...frame!, asks: { ages: null, guardian: false, photos: false, fixed: false, perAdult: null, needs: [], questions: [{ ...question, ...change }] } });
    };
    expect(words({})).toContain('質問：たこの形（えらぶ：四角／ひし形、必須）');
    expect(new Set([{}, { kind: 'text' as const, choices: [] }, { required: false }, { choices: ['四角', '丸'] }].map(words)).size).toBe(4);
  });

  it('says beside the duties whether they have the adults that are stated, and nothing where none are', () => {
    const adults = (perAdult: number | null, people: number) => {
      const event = anEvent();
      const frames = [{ ...event.frames[0]!, capacity: 24, asks: { ...event.frames[0]!.asks, perAdult } }];
      const duties = [{ ...event.duties[0]!, people }];
      return answersOf({ ...event, frames, duties }).find(({ id }) => id === 'adults')?.value;
    };
    expect([adults(null, 1), adults(5, 4), adults(5, 5)]).toEqual([undefined, expect.stringContaining('足りません'), '満員のとき、おとなが5人いります。当番の予定は5人です。']);
  });

  it('reads an old snapshot that lacks a field', () => {
    expect(contentFrom({ title: '夜警' })).toMatchObject({ title: '夜警', frames: [], duties: [], fire: null });
  });
});
