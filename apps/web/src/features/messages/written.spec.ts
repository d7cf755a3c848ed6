import { describe, expect, it } from '@jest/globals';
import { byBox, emptyAt, narrows, requestOf, withStart } from './written.js';

const NOW = new Date('2026-11-12T22:00:00+09:00');
const EMPTY = emptyAt(NOW);
const FRAMES = [{ id: 'a' }, { id: 'b' }];

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

  it('begins with ready-made words, which are its host’s to change', () => {
    const started = withStart({ ...EMPTY, audiences: ['duties'] }, 'thanks');
    expect(started).toMatchObject({ audiences: ['duties'], title: 'ご参加ありがとうございました' });
    expect(started.text.length).toBeLessThanOrEqual(1200);
  });
});
