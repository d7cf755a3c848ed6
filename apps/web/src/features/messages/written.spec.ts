import { describe, expect, it } from '@jest/globals';
import { byBox, emptyAt, hasOwnWords, narrows, requestOf, withOthers, withStart } from './written.js';

const NOW = new Date('2026-11-12T22:00:00+09:00');
const EMPTY = emptyAt(NOW);
const FRAMES = [{ id: 'a' }, { id: 'b' }];
const THANKS = { start: 'thanks', japanese: { title: 'お礼', text: 'ありがとう' }, easy: { title: 'れい', text: 'ありがと' }, english: { title: 'Thanks', text: 'Thank you' } } as const;
const STARTS = [THANKS];

describe('a message that is written', () => {
  it('is for those with a place, and goes now; an hour would be tomorrow at nine', () => {
    expect(requestOf(EMPTY, FRAMES)).toMatchObject({ audiences: ['applied'], frameIds: [], sendAt: null, easy: null, english: null });
    expect(requestOf({ ...EMPTY, when: 'at' }, FRAMES).sendAt).toBe('2026-11-13T09:00:00+09:00');
    expect(requestOf({ ...EMPTY, when: 'at', at: '' }, FRAMES).sendAt).toBe('2000-01-01T00:00:00+09:00');
  });

  it('names frames only where there are several, and only for those who applied', () => {
    const chosen = { ...EMPTY, frameIds: ['a'] };
    expect(requestOf(chosen, FRAMES).frameIds).toEqual(['a']);
    expect(requestOf(chosen, FRAMES.slice(0, 1)).frameIds).toEqual([]);
    expect(requestOf({ ...chosen, audiences: ['duties'] }, FRAMES).frameIds).toEqual([]);
    expect(narrows({ audiences: ['duties', 'guardians'] }, FRAMES)).toBe(true);
  });

  it('is in another language as soon as one of its boxes is written in; the server says which is missing', () => {
    expect(requestOf({ ...EMPTY, englishText: 'Gloves.' }, FRAMES).english).toEqual({ title: '', text: 'Gloves.' });
    expect(byBox({ 'english.title': '題を書いてください。', sendAt: '夜です。' })).toEqual({ englishTitle: '題を書いてください。', sendAt: '夜です。' });
  });

  it('begins with ready-made words, Japanese in the Japanese boxes, the others on request in theirs', () => {
    const started = withStart({ ...EMPTY, audiences: ['duties'] }, THANKS);
    expect(started).toMatchObject({ audiences: ['duties'], title: 'お礼', text: 'ありがとう', easyTitle: '', englishText: '' });
    expect(withOthers(started, THANKS, STARTS)).toMatchObject({ title: 'お礼', easyText: 'ありがと', englishTitle: 'Thanks' });
    expect(withOthers({ ...started, englishTitle: 'Mine' }, THANKS, STARTS)).toMatchObject({ easyText: 'ありがと', englishTitle: 'Mine', englishText: '' });
  });

  it('knows what somebody wrote themselves, which no ready-made words wipe unasked', () => {
    expect(hasOwnWords(EMPTY, STARTS)).toBe(false);
    expect(hasOwnWords(withStart(EMPTY, THANKS), STARTS)).toBe(false);
    expect(hasOwnWords({ ...withStart(EMPTY, THANKS), text: 'ありがとう。また。' }, STARTS)).toBe(true);
    expect(hasOwnWords({ ...EMPTY, title: '持ち物' }, STARTS)).toBe(true);
  });
});
