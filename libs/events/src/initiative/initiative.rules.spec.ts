import { describe, expect, it } from '@jest/globals';
import { isOver } from './initiative.rules.js';

describe('an initiative', () => {
  it.each([
    ['that nobody ended goes on', { endedAt: null, untilDay: null }, false],
    ['goes on through its last day', { endedAt: null, untilDay: '2026-11-26' }, false],
    ['is over the day after', { endedAt: null, untilDay: '2026-11-25' }, true],
    ['that was ended is over before its last day', { endedAt: new Date(0), untilDay: '2026-12-31' }, true],
  ])('%s', (_, given, over) => {
    expect(isOver(given, '2026-11-26')).toBe(over);
  });
});
