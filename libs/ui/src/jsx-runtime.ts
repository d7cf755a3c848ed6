/**
 * The JSX of the house: React's own, but that text with readings (`{漢字|かんじ}`) becomes ruby wherever an
 * element of HTML is written. One place for Site, paper and App, so that a text is only a string everywhere
 * else. Set as `jsxImportSource`; nobody imports it by hand.
 *
 * - Text inside an element becomes `<ruby>`; what only shows text (`title`, `option`) and what a person reads
 *   or hears from an attribute (`aria-label`, `alt` …) keeps the words alone.
 * - `value` and `textarea` stay as typed: hosts write the braces there themselves.
 */
import type { ElementType, Key, ReactElement, ReactNode } from 'react';
import { Fragment, jsx as reactJsx, jsxs as reactJsxs } from 'react/jsx-runtime';
import { hasReadings, piecesOf, withoutReadings } from './page/readings.js';

export { Fragment } from 'react/jsx-runtime';
export type { JSX } from 'react/jsx-runtime';

interface Props {
  readonly [name: string]: unknown;
  readonly children?: ReactNode;
}

/** Elements that can hold letters only. */
const LETTERS_ONLY: ReadonlySet<string> = new Set(['title', 'option', 'desc', 'text', 'tspan']);
/** Elements whose content is nobody's to change. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['textarea', 'script', 'style']);
/** Elements whose children may lie in a row, each of them by itself (a button with its icon): there a text is one thing. */
const ROWS: ReadonlySet<ElementType> = new Set<ElementType>(['a', 'button', 'summary', 'label', Fragment]);
/** Attributes that are read or heard by people. */
const HEARD = ['title', 'aria-label', 'alt', 'content', 'label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'abbr'] as const;

/** React's `jsx` with readings drawn. */
export function jsx(type: ElementType, props: Props, key?: Key): ReactElement {
  return reactJsx(type, drawn(type, props), key);
}

/** React's `jsxs` (several children, written out) with readings drawn. */
export function jsxs(type: ElementType, props: Props, key?: Key): ReactElement {
  return reactJsxs(type, drawn(type, props), key);
}

function drawn(type: ElementType, props: Props): Props {
  if (typeof type !== 'string' && type !== Fragment) return props;
  if (typeof type === 'string' && AS_WRITTEN.has(type)) return props;
  const plain = typeof type === 'string' && LETTERS_ONLY.has(type);
  const children = childrenOf(props.children, plain ? withoutReadings : ROWS.has(type) ? run : ruby);
  const heard = typeof type === 'string' ? HEARD.filter((name) => typeof props[name] === 'string' && hasReadings(props[name])) : [];
  if (children === props.children && heard.length === 0) return props;
  return { ...props, ...Object.fromEntries(heard.map((name) => [name, withoutReadings(props[name] as string)])), children };
}

type Draw = (text: string, place?: number) => ReactNode;

/** The children with their texts drawn; the same object where there is nothing to draw. */
function childrenOf(children: ReactNode, draw: Draw, place?: number): ReactNode {
  if (typeof children === 'string') return hasReadings(children) ? draw(children, place) : children;
  if (!Array.isArray(children)) return children;
  const list = children as ReactNode[];
  const done = list.map((child, index) => childrenOf(child, draw, index));
  return done.every((child, index) => child === list[index]) ? children : done;
}

/** Letters of two words side by side that stay on one line whatever is around them; a narrow phone has room for twice as many. */
const LONGEST_TOGETHER = 6;

/** Ruby, with brackets for readers that know none; its place among its siblings is its key. */
function ruby(text: string, place?: number): ReactElement {
  const all = piecesOf(text);
  const pieces = all.flatMap(({ base, reading }, nth): ReactNode[] => {
    if (reading === undefined) return [base];
    const before = all[nth - 1];
    const long = before?.reading !== undefined && before.base.length + base.length > LONGEST_TOGETHER;
    return long ? [reactJsx('wbr', {}), rubyOf(base, reading)] : [rubyOf(base, reading)];
  });
  return reactJsxs(Fragment, { children: pieces }, place === undefined ? undefined : `ruby ${place}`);
}

/** The same as one element, where there is more than one piece. */
function run(text: string, place?: number): ReactElement {
  return piecesOf(text).length === 1 ? ruby(text, place) : reactJsx('span', { children: ruby(text) }, place === undefined ? undefined : `run ${place}`);
}

function rubyOf(base: string, reading: string): ReactElement {
  const bracket = (sign: string): ReactElement => reactJsx('rp', { children: sign });
  return reactJsxs('ruby', { children: [base, bracket('（'), reactJsx('rt', { children: reading }), bracket('）')] });
}
