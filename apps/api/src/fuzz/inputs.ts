import fc from 'fast-check';

/** Objects and lists in each other, so many deep. */
export const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: [inner] }), 1);

/** Texts that have broken programs before. */
export const NASTY_TEXTS: readonly string[] = [
  '',
  ' ',
  'a',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udc00b',
  '\uffff',
  '\ufeff名前',
  'e\u0301'.repeat(50),
  '👨‍👩‍👧‍👦'.repeat(20),
  '\u202eしめい',
  '=cmd|" /C calc"!A1',
  '+1+1',
  '@SUM(1,1)',
  '山田\r\nBcc: evil@example.jp',
  'a@example.jp\r\nBcc: evil@example.jp',
  'a@example.jp,b@example.jp',
  '"x" <a@example.jp>',
  'a@example.jp\n\nbody',
  '\r\nSet-Cookie: x=1',
  'not-a-uuid',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '01930000-0000-7000-8000-00000000000g',
  '2026-02-30',
  '2026-02-30T10:00:00+09:00',
  '2099-12-31',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59+14:00',
  '+275760-09-13T00:00:00.000Z',
  '2026-11-29T10:00:00',
  'Infinity',
  'NaN',
  '1e5',
  '0x10',
  '１２',
  '-1',
  '0',
  '2147483648',
  '9007199254740993',
  '99999999999999999999',
  'true',
  'null',
  '[object Object]',
  '<script>alert(1)</script>',
  "' or 1=1 --",
  '%00',
  '%',
  '_%_',
  '\\',
  '..',
  '../../../etc/passwd',
  '//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '${jndi:ldap://x}',
  '__proto__',
  'constructor',
  'toString',
  'x'.repeat(300),
  '漢'.repeat(6_000),
];

/** Values of other kinds: numbers out of every range, shapes nobody asked for, depth, width. */
export const NASTY_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  2 ** 31 - 1,
  -(2 ** 31) - 1,
  2 ** 53,
  1e308,
  1e-7,
  [],
  {},
  [[]],
  [null],
  [1, 'a'],
  { length: 1 },
  { toString: 'x' },
  JSON.parse('{"__proto__":{"admin":true}}'),
  { constructor: { prototype: { admin: true } } },
  nested(5),
  nested(13),
  nested(2_000),
  Array.from({ length: 3_000 }, () => 1),
  Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`k${n}`, n])),
];

const text = fc.oneof(fc.constantFrom(...NASTY_TEXTS), fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 200 }));
const value = fc.oneof(text, fc.constantFrom(...NASTY_VALUES), fc.integer(), fc.double(), fc.jsonValue({ maxDepth: 3 }));

/** Bodies that are no body of ours: broken, bare, deep, wide, twice the same, not UTF-8, another kind altogether. */
export const RAW_BODIES: readonly { type: string; body: string | Uint8Array<ArrayBuffer> }[] = [
  { type: 'application/json', body: '' },
  { type: 'application/json', body: '{' },
  { type: 'application/json', body: 'null' },
  { type: 'application/json', body: '1' },
  { type: 'application/json', body: '"text"' },
  { type: 'application/json', body: '[]' },
  { type: 'application/json', body: '['.repeat(20_000) + ']'.repeat(20_000) },
  { type: 'application/json', body: `{"a":"${'x'.repeat(70_000)}"}` },
  { type: 'application/json', body: '{"__proto__":{"admin":true}}' },
  { type: 'application/json', body: '{"constructor":{"prototype":{"admin":true}}}' },
  { type: 'application/json', body: '{"a":1,"a":2}' },
  { type: 'application/json', body: '\ufeff{}' },
  { type: 'application/json', body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
  { type: 'application/json; charset=utf-16', body: '{}' },
  { type: 'application/x-www-form-urlencoded', body: '' },
  { type: 'application/x-www-form-urlencoded', body: '%' },
  { type: 'application/x-www-form-urlencoded', body: 'a=%00&name=%ED%A0%80&b=%ff' },
  { type: 'application/x-www-form-urlencoded', body: Array.from({ length: 3_000 }, (_, n) => `k${n}=1`).join('&') },
  { type: 'application/x-www-form-urlencoded', body: 'a='.repeat(5_000) },
  { type: 'application/x-www-form-urlencoded', body: '__proto__=1&constructor=2&_key=x' },
  { type: 'application/x-www-form-urlencoded', body: `a[b][c][d]=1&${'a[]=1&'.repeat(2_500)}` },
  { type: 'multipart/form-data', body: 'x' },
  { type: 'multipart/form-data; boundary=b', body: '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--b--' },
  { type: 'text/plain', body: 'x' },
  { type: 'application/xml', body: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
  { type: 'nonsense', body: 'x' },
];

const HEADERS = ['accept', 'accept-language', 'content-type', 'cookie', 'idempotency-key', 'if-match', 'if-none-match', 'origin', 'range', 'referer', 'user-agent', 'x-form-token', 'x-forwarded-for', 'x-forwarded-host', 'x-http-method-override'];

/** One thing that is wrong with a request. `pick` chooses among the fields the operation has. */
export type Twist =
  | { at: 'body' | 'query' | 'path'; pick: number; value: unknown }
  | { at: 'missing'; pick: number }
  | { at: 'unknown'; name: string; value: unknown }
  | { at: 'header'; name: string; value: string }
  | { at: 'raw'; pick: number };

const pick = fc.nat({ max: 1_000 });

/** What is done to a request. */
export const twist: fc.Arbitrary<Twist> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ at: fc.constant('body' as const), pick, value }) },
  { weight: 3, arbitrary: fc.record({ at: fc.constant('query' as const), pick, value: text }) },
  { weight: 2, arbitrary: fc.record({ at: fc.constant('path' as const), pick, value: text }) },
  { weight: 2, arbitrary: fc.record({ at: fc.constant('missing' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('unknown' as const), name: text, value }) },
  { weight: 2, arbitrary: fc.record({ at: fc.constant('header' as const), name: fc.constantFrom(...HEADERS), value: text }) },
  { weight: 1, arbitrary: fc.record({ at: fc.constant('raw' as const), pick }) },
);
