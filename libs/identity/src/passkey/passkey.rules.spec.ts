import { describe, expect, it } from '@jest/globals';
import { countsOn, heldBack, passkeyName } from './passkey.rules.js';

describe('the count of a device', () => {
  it.each([
    [0, 0, true],
    [0, 1, true],
    [5, 6, true],
    [5, 90, true],
    [5, 5, false],
    [5, 4, false],
    [5, 0, false],
  ])('that was %i and is %i goes on: %s', (known, given, answer) => {
    expect(countsOn(known, given)).toBe(answer);
  });
});

describe('the name of a device', () => {
  it('is a line of at most forty letters', () => {
    expect(passkeyName('  妻の　iPhone \n')).toBe('妻の iPhone');
    expect(passkeyName('あ'.repeat(40))).toHaveLength(40);
    expect([passkeyName(' 　 '), passkeyName('あ'.repeat(41))]).toEqual([null, null]);
  });
});

describe('a session', () => {
  const all = [true, false].flatMap((required) =>
    [true, false].flatMap((seesOthers) =>
      [true, false].flatMap((hasPasskey) => (['letter', 'passkey'] as const).map((beganBy) => ({ required, seesOthers, hasPasskey, beganBy }))),
    ),
  );

  it('is held back where passkeys are required, from an office that shows others’ data, and by nothing else', () => {
    const held = all.flatMap((each) => {
      const why = heldBack(each, each);
      return why === null ? [] : [[each.required, each.seesOthers, each.hasPasskey, each.beganBy, why]];
    });
    expect(held).toEqual([
      [true, true, true, 'letter', 'use-it'],
      [true, true, false, 'letter', 'add-first'],
      // They came by a device that was removed since.
      [true, true, false, 'passkey', 'add-first'],
    ]);
  });
});
