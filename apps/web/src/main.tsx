import '@yoriai/ui/theme/theme.css';
import '@yoriai/ui/theme/ui.css';
import './app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from './app/queries.js';
import { router } from './app/router.js';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the App');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
