import { describe, expect, it } from '@jest/globals';
import { keyId } from '@yoriai/platform';
import { keyIdsFrom } from './sealing-key.js';

const [ONE, OTHER] = ['a-key-of-the-tests-that-seals-long-enough', 'another-key-of-the-tests-that-seals-too'];

describe('the key of a restore', () => {
  it('is known by its name, also beside the one of before', () => {
    expect(keyIdsFrom(ONE)).toEqual([keyId(ONE)]);
    expect(keyIdsFrom(` ${ONE} , ${OTHER}`)).toEqual([keyId(ONE), keyId(OTHER)]);
    expect([keyIdsFrom(undefined), keyIdsFrom(' ')]).toEqual([[], []]);
  });

  it('is refused before anything is touched where no process would begin with it', () => {
    for (const setting of ['short', `${ONE},short`, 'x'.repeat(31)]) expect(() => keyIdsFrom(setting)).toThrow(/^SEALING_KEY: .*at least 32 characters.*Nothing was touched/s);
    expect(keyIdsFrom('x'.repeat(32))).toHaveLength(1);
  });
});
