import type { ApplicationLine } from '@yoriai/api-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { forgetContacts, isAtList, WithContacts } from './contacts.js';

const people = [1, 2].map((number) => ({ id: String(number), read: 'a', phone: '•••5501', email: null }) as ApplicationLine);

const drawn = (read: readonly string[]): string => {
  const client = new QueryClient();
  client.setQueryData(['applicant-contacts', 'e'], new Map(read.map((each, index) => [String(index + 1), { id: String(index + 1), read: each, phone: '09000005501', email: null }])));
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <WithContacts eventId="e" people={people}>
        {null}
      </WithContacts>
    </QueryClientProvider>,
  );
};
const offers = (page: string): string[] => ['連絡先を見る', '連絡先をかくす'].filter((word) => page.includes(word));

it('says how many contacts are to be seen, and hides them again for whoever asks', () => {
  expect(offers(drawn([]))).toEqual(['連絡先を見る']);
  expect(offers(drawn(['a', 'a']))).toEqual(['連絡先をかくす']);
  expect(drawn(['a', 'a'])).toContain('2件の連絡先を出しています');
});

it('says so too where one changed since, and is hidden by itself', () => {
  const page = drawn(['a', 'of another reading']);
  expect(page).toContain('1件の連絡先を出しています');
  expect(page).toContain('ほかの1件は、そのあと変わったので出していません');
  expect(offers(page)).toEqual(['連絡先を見る', '連絡先をかくす']);
});

it('keeps them for whoever is at the list or at one on it, and for nobody who went elsewhere', () => {
  expect(['/app/events/e/people', '/app/events/e/people/1', '/app/events/e/people/new'].every((path) => isAtList(path, 'e'))).toBe(true);
  expect(['/app/events/e', '/app', '/app/events/other/people', '/app/events/e/peoples'].some((path) => isAtList(path, 'e'))).toBe(false);
});

it('forgets them from wherever at the list somebody left it', () => {
  const client = new QueryClient();
  const kept = (path: string): boolean => {
    client.setQueryData(['applicant-contacts', 'e'], new Map());
    forgetContacts(client, 'e', path);
    return client.getQueryData(['applicant-contacts', 'e']) !== undefined;
  };
  expect(['/app/events/e/people', '/app/events/e/people/new'].map(kept)).toEqual([true, true]);
  expect(['/app', '/app/events/e', '/app/events/other/people'].map(kept)).toEqual([false, false, false]);
});
