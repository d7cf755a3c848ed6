import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { translator } from '../texts/index.js';
import { Utilities } from './site-header.js';

const linksOf = (phone?: string): string[] =>
  [...renderToStaticMarkup(<Utilities t={translator('ja')} path="/app" phone={phone} />).matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');

describe('the small links of a page', () => {
  it('lead, at the foot of the App, to how it works, to what it does not do and to the ward by telephone', () => {
    expect(linksOf('06-0000-0120')).toEqual(expect.arrayContaining(['/help', '/elsewhere', 'tel:0600000120']));
  });

  it('leave to the foot of the Site what stands there', () => {
    expect(linksOf()).toContain('/help');
    expect(linksOf().join()).not.toMatch(/elsewhere|tel:/);
  });
});
