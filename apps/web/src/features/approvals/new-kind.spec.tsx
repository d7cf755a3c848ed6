import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { KindForm, readKind } from './new-kind.js';

const WRITTEN = { title: ' 音を出す届出 ', authority: '警察署', leadDays: '１０', how: '地図をつけます。', gate: 'publication', flags: ['fire', 'park', 'nonsense'] };

it('a procedure is read from its boxes, with answers the form knows alone', () => {
  expect(readKind(WRITTEN, 'own-1')).toEqual({ body: { code: 'own-1', title: '音を出す届出', authority: '警察署', leadDays: 10, how: '地図をつけます。', gate: 'publication', flags: ['park', 'fire'] }, errors: {} });
});

it.each(['', 'たくさん', '-1', '121', '1.5'])('says what is missing before it is sent: %j days', (leadDays) => {
  const { errors } = readKind({ ...WRITTEN, title: ' ', leadDays }, 'own-1');
  expect([Object.keys(errors), errors['title']]).toEqual([['title', 'leadDays'], 'ここを書いてください。']);
});

it('asks which answers call for it, where, until when and before what', () => {
  const page = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <KindForm leave={() => undefined} done={() => undefined} />
    </QueryClientProvider>,
  );
  for (const said of ['公園を使う', '食べものを出す', '窓口', '何営業日前', '公開の前にすませる']) expect(page).toContain(said);
});
