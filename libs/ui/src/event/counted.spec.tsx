import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { translator } from '../texts/index.js';
import { Counted } from './counted.js';
import { SeatsLeft } from './event-row.js';

describe('a sentence with a number', () => {
  it('stays a sentence of its language, the number large', () => {
    expect(renderToStaticMarkup(<Counted text="あと24人" />)).toBe('あと<b>24</b>人');
    expect(renderToStaticMarkup(<Counted text="12,840 people, 3 days" className="big" />)).toBe('<b class="big">12,840</b> people, <b class="big">3</b> days');
    expect(renderToStaticMarkup(<Counted text="1390人" />)).toBe('<b>1,390</b>人');
    expect(renderToStaticMarkup(<Counted text="満員" />)).toBe('満員');
  });

  it('sets only the first number large where the second one is what it is measured by', () => {
    expect(renderToStaticMarkup(<Counted first text={translator('en')('app.unit.people-of', { count: 96, of: 120 })} />)).toBe('<b>96</b> of 120 people');
    expect(renderToStaticMarkup(<Counted first text={translator('ja')('app.unit.people-of', { count: 96, of: 120 })} />)).toBe('<b>96</b>人／120人');
  });

  it('holds a number and its word together where they are read as one', () => {
    expect(renderToStaticMarkup(<SeatsLeft t={translator('ja-easy')} count={2} />)).toBe('あと <b><ruby>2人<rp>（</rp><rt>ふたり</rt><rp>）</rp></ruby></b>');
    expect(renderToStaticMarkup(<SeatsLeft t={translator('en')} count={1} />)).toBe('<b>1</b> place left');
  });
});
