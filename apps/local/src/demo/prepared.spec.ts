import { describe, expect, it } from '@jest/globals';
import { NamesOfStatements } from './prepared.js';

describe('names of statements', () => {
  it('are the same for the same text, however it is asked, and no two texts have one', () => {
    const names = new NamesOfStatements();
    const first = { text: 'select $1', values: [1], name: 'demo-0' };
    expect(names.named(['select $1', [1]])).toEqual([first]);
    expect(names.named([{ text: 'select $1', values: [2] }])).toEqual([{ ...first, values: [2] }]);
    expect(names.named(['select $1, 2', [1], 'a callback'])).toEqual([{ text: 'select $1, 2', values: [1], name: 'demo-1' }, 'a callback']);
    expect(names.named(['select $1', [3]])).toEqual([{ ...first, values: [3] }]);
  });

  it('are for nothing that has one, that has no values, or that puts itself to the connection', () => {
    const names = new NamesOfStatements();
    for (const given of [['start transaction'], ['select 1', []], [{ text: 'select 1' }], [{ name: 'events.booking', text: 'select $1', values: [1] }], [{ text: 'select $1', values: [1], submit: () => {} }]]) expect(names.named(given)).toBe(given);
  });
});
