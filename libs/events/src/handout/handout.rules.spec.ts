import { describe, expect, it } from '@jest/globals';
import { EVENT_STATES } from '../event/event.rules.js';
import { addingVerdict, areShown } from './handout.rules.js';

describe('handouts', () => {
  it('are added until the event is closed, and to none that is off', () => {
    expect(EVENT_STATES.filter((state) => addingVerdict(state) !== true)).toEqual(['rejected', 'closed', 'cancelled']);
  });

  it('are taken along from the publication on, also when the event is over', () => {
    expect(EVENT_STATES.filter(areShown)).toEqual(['published', 'awaiting-report', 'reported', 'closed']);
  });
});
