import { describe, expect, it } from '@jest/globals';
import { EVENT_STATES } from '../event/event.rules.js';
import { CO_HOST_ANSWERS, CO_HOST_STATES, answerVerdict } from './co-host.rules.js';

const HOST = { isHost: true, isAsked: false };
const ASKED = { isHost: false, isAsked: true };

describe('what is said to 共催のお願い', () => {
  it('yes and no by those who were asked, taken back by the host, and by nobody else', () => {
    const said = CO_HOST_ANSWERS.flatMap((answer) => CO_HOST_STATES.map((state) => `${state} ${answer} host:${answerVerdict(answer, HOST, { state, event: 'approved' })} asked:${answerVerdict(answer, ASKED, { state, event: 'approved' })}`));
    expect(said).toEqual([
      'invited accepted host:co-host.asked-only asked:true',
      'accepted accepted host:co-host.asked-only asked:co-host.is-accepted',
      'declined accepted host:co-host.asked-only asked:co-host.is-declined',
      'withdrawn accepted host:co-host.asked-only asked:co-host.is-withdrawn',
      'invited declined host:co-host.asked-only asked:true',
      'accepted declined host:co-host.asked-only asked:true',
      'declined declined host:co-host.asked-only asked:co-host.is-declined',
      'withdrawn declined host:co-host.asked-only asked:co-host.is-withdrawn',
      'invited withdrawn host:true asked:co-host.host-only',
      'accepted withdrawn host:true asked:co-host.host-only',
      'declined withdrawn host:co-host.is-declined asked:co-host.host-only',
      'withdrawn withdrawn host:co-host.is-withdrawn asked:co-host.host-only',
    ]);
  });

  it('until the event is over', () => {
    const open = EVENT_STATES.filter((event) => answerVerdict('accepted', ASKED, { state: 'invited', event }) === true);
    expect(open).toEqual(['draft', 'submitted', 'returned', 'approved', 'published']);
  });
});
