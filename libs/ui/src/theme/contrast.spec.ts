import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const THEME = read('theme.css');
const PARTS = [...readdirSync(join(FOLDER, 'parts')).map((name) => `parts/${name}`), 'site.css'].map(read).join('\n');

/** WCAG 2.2, 1.4.6: text at 7:1. 1.4.11: what carries meaning at 3:1. */
const TEXT = 7;
const MARK = 3;

/** Lines that only part one thing from the next; nothing is lost with them. */
const DECORATION = ['--line-soft', '--warm-mid', '--act-line', 'transparent'];

interface Rule {
  selectors: string[];
  given: Map<string, string>;
}

/** All rules of a sheet, also those inside @media and @container; at the last declaration of a property. */
function rulesOf(css: string): Rule[] {
  const bare = css.replace(/\/\*[^]*?\*\//g, '').replace(/url\([^)]*\)/g, '');
  return [...bare.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selectors = '', body = '']) => ({
    selectors: selectors.split(/,(?![^(]*\))/).map((each) => each.trim()),
    given: new Map(body.split(';').flatMap((line) => declarationOf(line))),
  }));
}

function declarationOf(line: string): [string, string][] {
  const at = line.indexOf(':');
  return at < 0
    ? []
    : [
        [
          line.slice(0, at).trim(),
          line
            .slice(at + 1)
            .replace('!important', '')
            .trim(),
        ],
      ];
}

function tokensOf(css: string): Map<string, string> {
  return new Map(
    rulesOf(css)
      .flatMap((rule) => [...rule.given])
      .filter(([name, value]) => name.startsWith('--') && value.startsWith('#')),
  );
}

/** The colour in a value: a token, a hex number or white; null where there is none of its own. */
function colourIn(value: string | undefined, tokens: ReadonlyMap<string, string>): string | null {
  const word = value?.match(/var\((--[\w-]+)[^)]*\)|#[0-9a-f]{3,6}\b|\bwhite\b/i);
  if (!word) return null;
  if (word[1] !== undefined) return tokens.get(word[1]) ?? null;
  return word[0] === 'white' ? '#ffffff' : word[0];
}

/** Contrast of two colours by WCAG's relative luminance. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => channel(parseInt(full.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channel(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** `.help h2` stands in `.help`; `.bn.solid a` in `.bn.solid`. */
function outerOf(selector: string): string[] {
  const steps = selector.split(/\s+(?:[>+~]\s+)?/);
  return steps.map((_, index) => steps.slice(0, index + 1).join(' ')).reverse();
}

/** The grounds that the sheet gives, by selector. */
function groundsOf(rules: readonly Rule[], tokens: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    rules.flatMap(({ selectors, given }) => {
      const ground = colourIn(given.get('background') ?? given.get('background-color'), tokens);
      return ground === null ? [] : selectors.map((selector): [string, string] => [selector, ground]);
    }),
  );
}

/** Every text that the sheet colours, with the ground it stands on; links and second lines on every light ground. */
function textPairs(css: string, tokens: ReadonlyMap<string, string>): { where: string; text: string; ground: string }[] {
  const rules = rulesOf(css);
  const grounds = groundsOf(rules, tokens);
  const coloured = rules.flatMap(({ selectors, given }) => {
    const text = colourIn(given.get('color'), tokens);
    if (text === null) return [];
    return selectors.map((where) => ({ where, text, ground: groundOf(where, grounds) ?? groundBehind(text) }));
  });
  const everyday = ['--ink', '--ink-2', '--ink-3', '--act', '--act-hover'].map((name) => tokens.get(name) ?? '#ffffff');
  const light = [...grounds].filter(([, ground]) => luminance(ground) > 0.7);
  return [...coloured, ...light.flatMap(([where, ground]) => everyday.map((text) => ({ where, text, ground })))];
}

function groundOf(selector: string, grounds: ReadonlyMap<string, string>): string | undefined {
  return outerOf(selector)
    .map((each) => grounds.get(each))
    .find(Boolean);
}

/** White words whose ground is said elsewhere stand on the App's bar; all others on the page. */
function groundBehind(text: string): string {
  return luminance(text) > 0.7 ? '#000060' : '#ffffff';
}

/** Borders, fills and accents that carry meaning, against what is around them. */
function marks(css: string, tokens: ReadonlyMap<string, string>): { where: string; mark: string; ground: string }[] {
  const carries = /^(border(-\w+)*|outline|fill|accent-color)$/;
  const rules = rulesOf(css);
  const grounds = groundsOf(rules, tokens);
  return rules.flatMap(({ selectors, given }) =>
    [...given].flatMap(([property, value]) => {
      const mark = carries.test(property) && !DECORATION.some((name) => value.includes(name)) ? colourIn(value, tokens) : null;
      if (mark === null || luminance(mark) > 0.95) return [];
      return selectors.map((where) => ({ where: `${where} ${property}`, mark, ground: groundOf(outerOf(where)[1] ?? '', grounds) ?? '#ffffff' }));
    }),
  );
}

/** What can't be read well enough, in words. */
function flaws(theme: string, parts: string): string[] {
  const tokens = tokensOf(theme);
  const texts = textPairs(parts, tokens).filter(({ text, ground }) => contrast(text, ground) < TEXT);
  const faint = marks(parts, tokens).filter(({ mark, ground }) => contrast(mark, ground) < MARK);
  return [
    ...texts.map(({ where, text, ground }) => `${where}: ${text} on ${ground} is ${contrast(text, ground).toFixed(2)}`),
    ...faint.map(({ where, mark, ground }) => `${where}: ${mark} on ${ground} is ${contrast(mark, ground).toFixed(2)}`),
  ];
}

describe('colours of the theme', () => {
  it('are measured as WCAG measures', () => {
    expect(contrast('#000000', '#fff')).toBeCloseTo(21);
    expect(contrast('#0017c1', '#ffffff')).toBeCloseTo(11.1, 1);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it('are all found: texts, grounds and marks', () => {
    const tokens = tokensOf(THEME);
    expect(textPairs(PARTS, tokens).length).toBeGreaterThan(150);
    expect(marks(PARTS, tokens).length).toBeGreaterThan(40);
    expect(textPairs(PARTS, tokens)).toContainEqual({ where: '.help h2', text: '#8b3200', ground: '#ffeee2' });
    expect(textPairs(PARTS, tokens)).toContainEqual({ where: '.btn', text: '#fff', ground: '#0017c1' });
  });

  it('give every text 7:1 and every mark 3:1', () => {
    expect(flaws(THEME, PARTS)).toEqual([]);
  });

  it('show themselves around a control that has the focus', () => {
    const tokens = tokensOf(THEME);
    expect(contrast(tokens.get('--focus') ?? '', '#ffffff')).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(tokens.get('--focus') ?? '', tokens.get('--focus-ring') ?? '')).toBeGreaterThanOrEqual(TEXT);
  });

  it.each([
    ['a paler token', () => flaws(THEME.replace('--ink-3: #4d4d4d', '--ink-3: #767676'), PARTS)],
    ['a colour for marks used as text', () => flaws(THEME, `${PARTS} .planted { color: var(--bad-mark); }`)],
    ['dark words on a ground that was made darker', () => flaws(THEME.replace('--warm-soft: #ffeee2', '--warm-soft: #ffc199'), PARTS)],
    ['a hairline where a border means something', () => flaws(THEME.replace('--line: #949494', '--line: #cccccc'), PARTS)],
  ])('are caught when there is %s', (_what, planted) => {
    expect(planted().length).toBeGreaterThan(0);
  });

  it('says the same to whoever chose high contrast and to a system that asks for it', () => {
    const [, chosen = '', asked = ''] = /(html\[data-contrast='high'\] \{[^]*?)\/\*[^]*?@media \(prefers-contrast: more\) \{([^]*?)\n\}\n/.exec(read('parts/preferences.css')) ?? [];
    const bare = (css: string): string => css.replaceAll("html[data-contrast='high']", 'html:root').replace(/\s+/g, ' ').trim();
    expect(bare(asked)).toContain('--ink: #000000');
    expect(bare(asked)).toBe(bare(chosen));
  });
});
