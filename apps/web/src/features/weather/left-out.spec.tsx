import { expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { LeftOut } from './left-out.js';
import { proposalFor } from './proposal.js';

const chorus = { kind: 'stage' as const, title: '合唱', day: 0, start: '10:30', end: null, place: '北ステージ', performer: null, note: null };
const proposal = { ...proposalFor({ rainPolicy: 'go-ahead', startsAt: '2026-11-29T01:00:00.000Z' }), kind: 'reduced' as const };
const drawn = (programme: (typeof chorus)[] | null, dropped: object[] = []): string => renderToStaticMarkup(<LeftOut event={{ programme }} proposal={{ ...proposal, dropped: dropped as never }} write={() => undefined} />);

it('each item of the programme can be ticked, by its hour, name and place; those that are left out are', () => {
  const html = drawn([chorus, { ...chorus, start: '11:30' }], [{ title: '合唱', day: 0, start: '11:30', place: '北ステージ' }]);
  expect(html.match(/type="checkbox"/g)).toHaveLength(2);
  expect(html).toContain('10:30　合唱　北ステージ');
  expect(html.match(/checked=""/g)).toHaveLength(1);
});

it('without a programme the words say it', () => {
  expect(drawn(null)).toContain('プログラムがありません');
});
