import '@yoriai/ui/theme/theme.css';
import '@yoriai/ui/theme/ui.css';
import './app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { meQuery, newQueryClient, wardQuery } from './app/queries.js';
import { router } from './app/router.js';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the App');

const client = newQueryClient();
/** A second for the first answers; after that the App says itself that it waits. */
const AT_MOST_MS = 1_000;

// The page that came stays until it is known who looks: a frame without its menu would jump.
const known = Promise.allSettled([client.prefetchQuery(meQuery), client.prefetchQuery(wardQuery)]);
await Promise.race([known, new Promise((resolve) => setTimeout(resolve, AT_MOST_MS))]);

// In slices, between which a phone answers a finger: all of it at once would hold it for half a second.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
