import type { ContestDetail } from '@yoriai/api-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { Judges } from './judges.js';

const drawn = (sheets: number): string =>
  renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <Judges eventId="e" detail={{ judges: [{ id: 'j', name: '赤井 花', head: false, sheets, url: 'https://yoriai.example.jp/j/x' }], can: { change: true } } as unknown as ContestDetail} done={() => undefined} />
    </QueryClientProvider>,
  );

it('offers to take a judge out, and says why not of one who has judged', () => {
  expect(drawn(0)).toContain('赤井 花さんをはずす');
  expect(drawn(0)).not.toContain('はずせません');
  expect(drawn(2)).toContain('もう審査をした方なので、はずせません。');
  expect(drawn(2)).not.toContain('赤井 花さんをはずす');
});
