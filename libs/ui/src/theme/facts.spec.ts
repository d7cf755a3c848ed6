import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

/** About as wide as a bold letter is on a phone (rem), and the space beside a label. */
const LETTER = 0.62;
const BESIDE = 0.5;

it('facts in English have room for the longest word of a label, so that none is broken', () => {
  const css = readFileSync(join('libs/ui/src/theme/parts', 'facts.css'), 'utf8');
  const room = Number(/\.kaze:lang\(en\) \{\s*grid-template-columns: ([\d.]+)rem/.exec(css)?.[1] ?? '5.25') - BESIDE;
  for (const word of ['Application', 'answered', 'Guardian’s', 'consent']) expect([word, word.length * LETTER <= room]).toEqual([word, true]);
});
