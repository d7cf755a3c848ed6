import type { MeAnswer } from '@yoriai/api-client';
import { expect, it } from '@jest/globals';
import type { ReactElement } from 'react';
import { drawnScreen } from '../../app/drawn.builder.js';
import { paths } from '../../app/paths.js';
import { aLine, NOW } from './an-event.builder.js';
import { BeginOrEnter } from './begin-or-enter.js';
import { EventListScreen } from './event-list.js';
import { NewEventScreen, organisationsQuery } from './new-event.js';
import { eventsQuery } from './queries.js';

const next = aLine({ id: 'next', state: 'published' });
type Screen = readonly [string, () => ReactElement];
const CARD: Screen = ['/home', () => <BeginOrEnter next={next} />];
const LIST: Screen = ['/events', EventListScreen];
const NEW: Screen = ['/events/new', NewEventScreen];

const as = (role: MeAnswer['terms'][number]['role'], [route, screen]: Screen): Promise<string> =>
  drawnScreen({
    ...{ route, at: route, screen, now: NOW, levels: ['officer'] },
    terms: [{ termId: 't', organisationId: next.organisation.id, organisationName: '', organisationKind: 'neighbourhood', areaId: null, areaName: null, role, title: '', endsOn: '2028-03-31' }],
    answers: [
      [eventsQuery({ scope: 'mine', page: 1 }).queryKey, { items: [], total: 0, page: 1, pageSize: 20 }],
      [organisationsQuery.queryKey, []],
    ],
  });

const offered = async (role: MeAnswer['terms'][number]['role']): Promise<boolean[]> => {
  const pages = [await as(role, CARD), await as(role, LIST)];
  return pages.map((page) => page.includes(`href="${paths.newEvent()}"`));
};

it('offers a new event to whoever leads and whoever helps, and never to a block leader', async () => {
  expect(await offered('leader')).toEqual([true, true]);
  expect(await offered('drill-leader')).toEqual([true, true]);
  expect(await offered('center')).toEqual([true, true]);
  expect(await offered('block-leader')).toEqual([false, false]);
});

it('leads a block leader to what is theirs to do, and lets nobody write what can’t be kept', async () => {
  expect(await as('block-leader', CARD)).toContain(`href="${paths.proxy('next')}"`);
  expect(await as('member', CARD).catch(String)).toContain('Nothing is drawn');
  const closed = aLine({ id: 'next', state: 'published', can: { ...next.can, enterApplications: 'application.closed' } });
  expect(await as('block-leader', ['/home', () => <BeginOrEnter next={closed} />]).catch(String)).toContain('Nothing is drawn');
  expect(await as('leader', NEW)).toContain('name="title"');
  expect(await as('block-leader', NEW)).not.toContain('name="title"');
});
