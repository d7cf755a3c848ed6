import { expect, it } from '@jest/globals';
import type { EventDetail } from '@yoriai/api-client';
import { drawnScreen } from '../../app/drawn.builder.js';
import { ALLOWED, anEvent, NOW } from './an-event.builder.js';
import { HubScreen } from './hub-screen.js';
import { eventQuery } from './queries.js';

const drawn = (change: Partial<EventDetail>): Promise<string> => {
  const event = anEvent({ publicRevision: null, ...change });
  return drawnScreen({ ...{ route: '/events/$id', at: `/events/${event.id}`, screen: HubScreen, now: NOW }, answers: [[eventQuery(event.id).queryKey, event]] });
};
const again = `/app/events/${anEvent().id}/again"`;

it('offers to copy what was not approved and to apply anew, as the letter about it says', async () => {
  const page = await drawn({ state: 'rejected', can: { ...ALLOWED, edit: 'event.is-rejected' } });
  expect(page).toContain(`href="${again}`);
  expect(page).toMatch(/<section[^>]*aria-labelledby="hub-anew".*なおして、もう一度申請できます.*内容を写して、新しく申請する/s);
});

it('offers it to nobody who may not write for its host, and of nothing that still goes on', async () => {
  expect(await drawn({ state: 'rejected', can: { ...ALLOWED, edit: 'event.host-only' } })).not.toContain(again);
  for (const state of ['draft', 'submitted', 'returned'] as const) expect(await drawn({ state })).not.toContain(again);
});
