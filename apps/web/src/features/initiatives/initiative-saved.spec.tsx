import { expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { InitiativeSaved } from './initiative-form.js';

it('names what was added, and leads to it', () => {
  const page = renderToStaticMarkup(<InitiativeSaved code="own-1" name="花いっぱい運動" />);
  expect(page).toContain('「花いっぱい運動」を保存しました');
  expect(page).toContain('href="/initiatives/own-1"');
});
