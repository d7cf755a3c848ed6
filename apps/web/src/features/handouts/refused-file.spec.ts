import { expect, it } from '@jest/globals';
import { fileRefusal, MOST_BYTES } from './refused-file.js';

it('refuses what the server would, before it goes up', () => {
  expect(fileRefusal({ type: 'text/plain', size: 10 })).toBe('file.kind');
  expect(fileRefusal({ type: 'application/pdf', size: MOST_BYTES + 1 })).toBe('file.too-large');
  expect(fileRefusal({ type: 'application/pdf', size: MOST_BYTES })).toBeUndefined();
  expect(fileRefusal({ type: '', size: 10 })).toBeUndefined();
});

it('measures a picture as it is sent, and not as it was taken', () => {
  const taken = { type: 'image/jpeg', size: MOST_BYTES + 1 };
  expect(fileRefusal(taken)).toBeUndefined();
  expect(fileRefusal(taken, false)).toBe('file.too-large');
  // The device draws it and sends a JPEG, which the server takes; where it can't, this is the answer.
  expect(fileRefusal({ type: 'image/heic', size: 10 })).toBeUndefined();
  expect(fileRefusal({ type: 'image/heic', size: 10 }, false)).toBe('file.kind');
});
