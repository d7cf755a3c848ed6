import { describe, expect, it } from '@jest/globals';
import { anEvent } from './an-event.builder.js';
import { changedFields, collides, fieldsIn, isDetail } from './merge.js';

describe('two people at one page', () => {
  const base = fieldsIn('what', anEvent());

  it('send only what they changed', () => {
    expect(changedFields(base, base)).toEqual({});
    expect(changedFields(base, { ...base, summary: 'あたらしい' })).toEqual({ summary: 'あたらしい' });
    expect(changedFields(base, { ...base, kana: null })).toEqual({ kana: null });
  });

  it('do not collide over different fields', () => {
    const mine = { title: 'わたしの名前' };
    expect(collides(mine, base, fieldsIn('what', anEvent({ summary: '相手の紹介' })))).toBe(false);
    expect(collides(mine, base, fieldsIn('what', anEvent({ title: '相手の名前' })))).toBe(true);
  });

  it('collide when rows changed on both sides', () => {
    const frames = fieldsIn('places', anEvent());
    const theirs = fieldsIn('places', anEvent({ frames: [] }));
    expect(collides({ frames: [] }, frames, theirs)).toBe(true);
  });

  it('know the event that comes with a refusal', () => {
    expect(isDetail(anEvent())).toBe(true);
    expect(isDetail({ version: 1 })).toBe(false);
  });
});
