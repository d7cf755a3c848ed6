import type { MeAnswer } from '@yoriai/api-client';
import { QueryClient, QueryClientProvider, type QueryKey } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { SessionContext, type Session } from './session.js';

interface Drawing {
  /** The route as the App names it, and the address somebody is at. */
  readonly route: string;
  readonly at: string;
  readonly screen: () => ReactElement;
  /** What the server has answered already. */
  readonly answers: ReadonlyArray<readonly [QueryKey, unknown]>;
  readonly levels?: MeAnswer['levels'];
  readonly terms?: MeAnswer['terms'];
  readonly now: Date;
}

const person: Omit<MeAnswer, 'levels'> = { personId: 'me', name: '山本 和子', kana: 'やまもと かずこ', email: 'me@example.jp', phone: null, terms: [], joiningOffers: 0, hasPasskey: true };

/** A whole screen as it is drawn first, with what the server has answered, in Japanese. */
export async function drawnScreen({ route, at, screen, answers, levels = [], terms = [], now }: Drawing): Promise<string> {
  const root = createRootRoute();
  const router = createRouter({ routeTree: root.addChildren([createRoute({ getParentRoute: () => root, path: route, component: screen })]), history: createMemoryHistory({ initialEntries: [at] }) });
  await router.load();
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  for (const [key, answer] of answers) client.setQueryData(key, answer);
  const session: Session = { me: { ...person, terms, levels: [...levels] }, ward: { name: '西区', demo: true, now: now.toISOString(), officePhone: '06-0000-0000', names: [] }, clockOffset: now.getTime() - Date.now() };
  const drawn = renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <SessionContext value={session}>
        <RouterProvider router={router} />
      </SessionContext>
    </QueryClientProvider>,
  );
  // Whatever throws on the way leaves nothing drawn.
  if (drawn === '') throw new Error(`Nothing is drawn at ${at}`);
  return drawn;
}
