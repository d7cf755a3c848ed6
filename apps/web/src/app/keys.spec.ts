import { describe, expect, it } from '@jest/globals';
import { nextRegion } from './regions.js';
import { wishOf } from './use-keys.js';

const press = (key: string, held: Partial<Parameters<typeof wishOf>[0]> = {}, mac = false) => wishOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...held }, mac);

describe('keys', () => {
  it('F6 goes on, with Shift back; Ctrl+K and ⌘K find', () => {
    expect([press('F6'), press('F6', { shiftKey: true })]).toEqual(['on', 'back']);
    expect([press('k', { ctrlKey: true }), press('K', { metaKey: true }, true)]).toEqual(['find', 'find']);
    // There it deletes to the end of the line.
    expect([press('k', { ctrlKey: true }, true), press('k', { metaKey: true })]).toEqual([null, null]);
  });

  it('are no single letters, and none while kanji are composed', () => {
    for (const each of [press('k'), press('k', { shiftKey: true }), press('k', { ctrlKey: true, shiftKey: true }), press('k', { ctrlKey: true, altKey: true }), press('k', { ctrlKey: true, isComposing: true }), press('F6', { ctrlKey: true })]) expect(each).toBeNull();
  });
});

describe('the parts of a page', () => {
  it('follow each other, and after the last the browser goes on', () => {
    expect([nextRegion(3, -1, false), nextRegion(3, 0, false), nextRegion(3, 1, false), nextRegion(3, 2, false)]).toEqual([0, 1, 2, null]);
    expect([nextRegion(3, -1, true), nextRegion(3, 2, true), nextRegion(3, 0, true)]).toEqual([2, 1, null]);
    expect(nextRegion(0, -1, false)).toBeNull();
  });
});
