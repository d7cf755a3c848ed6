import { describe, expect, it } from '@jest/globals';
import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const RUBY = '<ruby>行事<rp>（</rp><rt>ぎょうじ</rt><rp>）</rp></ruby>';
const TEXT = '{行事|ぎょうじ}を さがす';

function Titled({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactElement {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

describe('text with readings', () => {
  it('becomes ruby inside an element, between its siblings, in a list and in a fragment', () => {
    expect(renderToStaticMarkup(<p>{TEXT}</p>)).toBe(`<p>${RUBY}を さがす</p>`);
    expect(renderToStaticMarkup(<p>A {TEXT}、{TEXT} <b>B</b></p>)).toBe(`<p>A ${RUBY}を さがす、${RUBY}を さがす <b>B</b></p>`);
    expect(renderToStaticMarkup(<ul>{[TEXT, <li key="1">{TEXT}</li>]}</ul>)).toBe(`<ul>${RUBY}を さがす<li>${RUBY}を さがす</li></ul>`);
  });

  it('is one thing beside an icon: in a link, a button, a fragment', () => {
    expect(renderToStaticMarkup(<button type="button">{TEXT}</button>)).toBe(`<button type="button"><span>${RUBY}を さがす</span></button>`);
    expect(renderToStaticMarkup(<a href="/">+ {TEXT}</a>)).toBe(`<a href="/">+ <span>${RUBY}を さがす</span></a>`);
    expect(renderToStaticMarkup(<>{TEXT}</>)).toBe(`<span>${RUBY}を さがす</span>`);
    expect(renderToStaticMarkup(<a href="/">{'{行事|ぎょうじ}'}</a>)).toBe(`<a href="/">${RUBY}</a>`);
  });

  it('reaches elements through components, and keeps the words alone in what is heard', () => {
    expect(renderToStaticMarkup(<Titled title={TEXT}>{TEXT}</Titled>)).toBe(`<section aria-label="行事を さがす"><h2>${RUBY}を さがす</h2>${RUBY}を さがす</section>`);
    expect(renderToStaticMarkup(<img alt={TEXT} title={TEXT} />)).toBe('<img alt="行事を さがす" title="行事を さがす"/>');
  });

  it('is plain where only letters can stand', () => {
    expect(renderToStaticMarkup(<title>{TEXT}</title>)).toBe('<title>行事を さがす</title>');
    expect(renderToStaticMarkup(<option value={TEXT}>{TEXT}</option>)).toBe(`<option value="${TEXT}">行事を さがす</option>`);
    expect(renderToStaticMarkup(<meta name="description" content={TEXT} />)).toBe('<meta name="description" content="行事を さがす"/>');
  });

  it('stays as typed where it is written', () => {
    expect(renderToStaticMarkup(<input type="text" defaultValue={TEXT} />)).toBe(`<input type="text" value="${TEXT}"/>`);
    expect(renderToStaticMarkup(<textarea defaultValue={TEXT} />)).toBe(`<textarea>${TEXT}</textarea>`);
  });

  it('is escaped like any text, and half a mark is text', () => {
    expect(renderToStaticMarkup(<p>{'{<b>|<i>}'}</p>)).toBe('<p><ruby>&lt;b&gt;<rp>（</rp><rt>&lt;i&gt;</rt><rp>）</rp></ruby></p>');
    expect(renderToStaticMarkup(<p>{'{行事|ぎょうじ'}</p>)).toBe('<p>{行事|ぎょうじ</p>');
    expect(renderToStaticMarkup(<p>{'a|b {c}'}</p>)).toBe('<p>a|b {c}</p>');
  });

  it('may be broken between two long words, where no blank stands between them; short ones stay together', () => {
    expect(renderToStaticMarkup(<p>{'{日吉|ひよし}{連合振興町会|れんごうしんこうちょうかい}が'}</p>)).toMatch(/<\/ruby><wbr\/><ruby>連合振興町会.*<\/ruby>が<\/p>$/);
    expect(renderToStaticMarkup(<p>{'{使用|しよう}{許可|きょか}'}</p>)).not.toContain('wbr');
  });
});
