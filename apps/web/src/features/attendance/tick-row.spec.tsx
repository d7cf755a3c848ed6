import type { ReceptionPerson } from '@yoriai/api-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { TickRow } from './tick-row.js';

const child = { subjectKind: 'application', subjectId: 'a', name: '凧野 あがる', kana: 'たこの あがる', heads: 2, groupName: null, companions: [], withoutApplicant: false, consentMissing: false, noPhotos: false, number: 'KTRWAS', entries: [], duty: null, dutyStartsAt: null, present: false, presentHeads: 0, presentAt: null, bySelf: false } as unknown as ReceptionPerson;

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });

const row = (change: Partial<ReceptionPerson>): string =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <RouterContextProvider router={router}>
        <ul>
          <TickRow eventId="e" person={{ ...child, ...change }} open />
        </ul>
      </RouterContextProvider>
    </QueryClientProvider>,
  );

it('tells the entry numbers, which are handed out at the door', () => {
  expect(row({ entries: [16, 17] })).toContain('16番、17番');
  expect(row({})).not.toContain('番');
});

it('says what to do where no guardian has said yes, until they are in', () => {
  expect(row({ consentMissing: true })).toMatch(/保護者の同意がまだです.*受付の前に、保護者に同意を聞いてください.*href="\/app\/events\/e\/people".*「参加する人」で同意を入れる/s);
  expect(row({})).not.toContain('同意');
  expect(row({ consentMissing: true, present: true })).not.toContain('参加する人');
});

it('tells who received themselves, by the code at the entrance', () => {
  expect(row({ present: true, presentHeads: 2, presentAt: '2026-11-22T03:30:00.000Z', bySelf: true })).toContain('本人が受付');
  expect(row({ present: true, presentHeads: 2, presentAt: '2026-11-22T03:30:00.000Z' })).not.toContain('本人');
});
