import { describe, expect, it } from '@jest/globals';
import { checkBodyShape } from './body-shape.js';

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1);

describe('the shape of a body', () => {
  it.each([[undefined], [null], [''], [{ name: '山田 はな子', heads: 2 }], [{ frames: [{ name: '𠮷' }], duties: [] }], [nested(12)]])('%j passes', (body) => {
    expect(() => checkBodyShape(body)).not.toThrow();
  });

  it.each([
    ['deep nesting', nested(13)],
    ['very deep nesting', nested(20_000)],
    ['thousands of keys', Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`k${n}`, 1]))],
    ['NUL in a text', { name: 'a\u0000b' }],
    ['NUL in a key', { 'a\u0000': 1 }],
    ['half a surrogate pair', { name: 'a\ud800' }],
  ])('%s is refused', (_what, body) => {
    expect(() => checkBodyShape(body)).toThrow('platform.invalid');
  });
});
