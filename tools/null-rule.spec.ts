import { expect, it } from '@jest/globals';
import { sources } from './architecture.js';

const requests = [...sources('libs'), ...sources('apps')].filter(({ text }) => text.includes("from 'class-validator'"));

it('whether null is taken is said where a field is declared: no request leaves it to IsOptional', () => {
  expect(requests.length).toBeGreaterThan(50);
  expect(requests.filter(({ path, text }) => text.includes('IsOptional') && path !== 'libs/platform/src/http/optional.ts').map(({ path }) => path)).toEqual([]);
});

it('a field that takes null has it in its type, and no other has', () => {
  const untrue = requests.flatMap(({ path, text }) =>
    [...text.matchAll(/^ +@(Nullable|Optional)\(\)$[^;]*?^ +(\w+)[?!]?: ([^;]+);/gm)].filter(([, rule, , type]) => (rule === 'Nullable') !== / \| null\b/.test(type!)).map(([, rule, name]) => `${path}: ${rule} ${name}`),
  );
  expect(untrue).toEqual([]);
});
