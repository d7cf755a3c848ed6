import type { EventDetail } from '@yoriai/api-client';
import { expect, it } from '@jest/globals';
import type { ReactElement } from 'react';
import { drawnScreen } from '../../app/drawn.builder.js';
import { DecideScreen } from '../weather/decide-screen.js';
import { anEvent, NOW } from './an-event.builder.js';
import { PapersScreen } from './papers-screen.js';
import { eventQuery } from './queries.js';

const drawn = (event: EventDetail, route: string, screen: () => ReactElement): Promise<string> =>
  drawnScreen({ route, at: route.replace('$id', event.id), screen, now: NOW, answers: [[eventQuery(event.id).queryKey, event]] });

it('asks nobody what happened who may not call an event off: it says whose that is', async () => {
  const page = (cancel: EventDetail['can']['cancel']): Promise<string> => drawn(anEvent({ can: { ...anEvent().can, cancel, postpone: cancel, putOff: cancel } }), '/events/$id/cancel', DecideScreen);
  expect(await page(true)).toContain('<form');
  const refused = await page('event.host-only');
  expect(refused).toContain('主催の団体の代表');
  expect(refused).not.toContain('<form');
});

it('says of lists with names that they are the host’s, and of none that it comes later', async () => {
  const papers = (seeApplications: EventDetail['can']['seeApplications'], publicRevision: number | null = 1): Promise<string> => drawn(anEvent({ publicRevision, can: { ...anEvent().can, seeApplications } }), '/events/$id/papers', PapersScreen);
  const refused = await papers('notifications.leaders-only');
  expect(refused).toContain('主催の役員だけ');
  // Its running order alone, which somebody may still write.
  expect(refused.match(/これから/g)).toHaveLength(1);
  expect(await papers(true)).not.toContain('主催の役員だけ');
});
