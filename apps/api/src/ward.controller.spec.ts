import { describe, expect, it } from '@jest/globals';
import type { Config } from '@yoriai/platform';
import { TestClock } from '@yoriai/testing';
import { readNames } from '@yoriai/ui';
import { WardController } from './ward.controller.js';

describe('what every screen needs to know', () => {
  const ward = new WardController({ wardName: '西区', demo: true, officePhone: '06-0000-0120' } as Config, new TestClock('2026-11-27T10:00:00+09:00')).getWard();

  it('is the ward, its phone and the clock', () => {
    expect(ward).toMatchObject({ name: '西区', demo: true, officePhone: '06-0000-0120', now: '2026-11-27T01:00:00.000Z' });
  });

  it('is how its places and bodies are read, longer names before what they contain', () => {
    const read = readNames(ward.names);
    expect(read('西船場連合振興町会')).toBe('{西船場|にしせんば}{連合振興町会|れんごうしんこうちょうかい}');
    expect(read('松島公園')).toBe('{松島公園|まつしまこうえん}');
    expect(read('靱本町')).toBe('{靱本町|うつぼほんまち}');
  });
});
