import { expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { missingIn } from './list-fields.js';
import { ListFile } from './list-file.js';

const drawn = (event: Partial<Parameters<typeof ListFile>[0]['event']>): string => renderToStaticMarkup(<ListFile event={{ id: 'e', category: 'class', visibility: null, ...event }} />);

it('a list is asked for by a form with a reason, never by a link', () => {
  const page = drawn({});
  expect(page).toMatch(/<form [^>]*action="\/print\/events\/e\/participant-list.csv" method="post"/);
  for (const said of ['何に使いますか', '当日の受付', 'そのほか', '修了者名簿', '記録します', 'お名前と連絡先が入ります']) expect(page).toContain(said);
  expect(page).not.toContain('<a ');
  expect(drawn({ category: 'festival' })).not.toContain('修了者名簿');
});

it('of a closed course it says that the file holds numbers alone', () => {
  expect(drawn({ visibility: 'invited' })).toContain('番号だけが入ります');
  expect(drawn({ visibility: 'invited', category: 'festival' })).not.toContain('番号だけが入ります');
});

it('what is missing is said before anything is sent', () => {
  expect([missingIn({ why: '', words: 'いる' }), missingIn({ why: 'other', words: ' ' }), missingIn({ why: 'other', words: '保険' }), missingIn({ why: 'door', words: '' })].map((errors) => Object.keys(errors))).toEqual([['why'], ['words'], [], []]);
});
