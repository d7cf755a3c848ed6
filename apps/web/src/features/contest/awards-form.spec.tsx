import type { ContestDetail, TieBreakWords } from '@yoriai/api-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { AwardsForm } from './awards-form.js';

const detail = (ties: TieBreakWords[]): ContestDetail => ({ frames: [], contest: null, state: 'judged', entries: [], judges: [], tied: [[16, 17]], ties, prizes: [], can: { change: true, close: true, reopen: true, confirm: true } }) as unknown as ContestDetail;

/** The label of the reason, with what stands beside it. */
function reasonOf(ties: TieBreakWords[]): string {
  const page = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <AwardsForm eventId="e" detail={detail(ties)} done={() => undefined} />
    </QueryClientProvider>,
  );
  return /<label[^>]*for="[^"]*words-16-17".*?<\/label>/s.exec(page)?.[0] ?? page;
}

it('asks for the reason of an order, and of nothing where no order stands', () => {
  expect(reasonOf([{ numbers: [17, 16], words: '高さで' }])).toMatch(/16、17をその順にした理由.*必須/s);
  const open = reasonOf([]);
  expect(open).toMatch(/16、17をその順にした理由.*任意/s);
  expect(open).not.toContain('必須');
});
