import { ASKERS, type Asker } from '../rights/people.js';
import { nested, type Twist } from './inputs.js';
import type { Operation } from './operations.js';

/** What each field of each operation is once, in every round. A text is sent where only texts can be: in addresses and forms. */
export const BADNESS: Readonly<Record<string, { value: unknown; text?: string }>> = {
  missing: { value: undefined, text: '' },
  nothing: { value: null, text: 'null' },
  'another type': { value: { a: [1] }, text: '[object Object]' },
  // Below what any body may be, so that the field itself has to say no.
  oversized: { value: '漢'.repeat(12_000), text: '漢'.repeat(1_500) },
  'a NUL': { value: 'a\u0000b' },
  'half a surrogate pair': { value: 'a\ud800b' },
  'no id': { value: '01930000-0000-7000-8000-00000000000g' },
  'out of range': { value: 2 ** 31, text: '2147483648' },
  deep: { value: nested(10), text: '[[[[[[[[[[]]]]]]]]]]' },
  'a formula': { value: '=cmd|" /C calc"!A1' },
  'a header': { value: 'a@example.jp\r\nBcc: evil@example.jp' },
};

const KINDS = Object.values(BADNESS);
/** What an address can hold at all. */
const IN_ADDRESSES = ['oversized', 'a NUL', 'half a surrogate pair', 'no id', 'out of range'].map((name) => BADNESS[name]!);
/** A page of the Site reads any of twenty names: all of them at once, so often, each with another kind of badness every time. */
const PAGES = 3;
const textOf = ({ value, text }: (typeof KINDS)[number]): string => text ?? String(value);

/** A request of the sweep: who sends it, and what is wrong with it. */
export interface Swept {
  operation: Operation;
  asker: Asker;
  twists: readonly Twist[];
}

/** Each field of the operation and of its query with each kind of badness, and each name in its address, once, by somebody who may. */
export function everyBadness(operation: Operation, turn: number): Swept[] {
  const { asker, fields, query, own, url } = operation;
  const isApi = url.startsWith('/api/');
  const hasBody = !['GET', 'DELETE'].includes(operation.method);
  const bad = (pick: number, kind: (typeof KINDS)[number]): Twist => {
    const value = isApi ? kind.value : textOf(kind);
    return value === undefined ? { at: 'missing', pick } : { at: 'body', pick, value };
  };
  const bodies = KINDS.flatMap((kind) => {
    if (!hasBody) return [];
    const rest = fields.slice(own).map((_, n) => bad(own + n, kind));
    // What any form of the Site may be sent goes together: none of it is this form's own.
    return [...Array.from({ length: own }, (_, pick) => [bad(pick, kind)]), ...(rest.length > 0 ? [rest] : [])];
  });
  const inQuery = (pick: number, kind: (typeof KINDS)[number]): Twist => ({ at: 'query', pick, value: textOf(kind) });
  const queries = isApi
    ? KINDS.flatMap((kind) => query.map((_, pick) => [inQuery(pick, kind)]))
    : Array.from({ length: PAGES }, (_, page) => query.map((_name, pick) => inQuery(pick, KINDS[(turn + page + pick * PAGES) % KINDS.length]!)));
  const paths = IN_ADDRESSES.flatMap((kind) => [...url.matchAll(/:[a-zA-Z]+/g)].map((_, pick): Twist[] => [{ at: 'path', pick, value: textOf(kind) }]));
  return [...bodies, ...queries, ...paths].filter((twists) => twists.length > 0).map((twists) => ({ operation, asker, twists }));
}

/** The operation once by everybody, each time with another field that is bad in another way. */
export function everybody(operation: Operation, turn: number): Swept[] {
  return ASKERS.map((asker, index) => {
    const kind = KINDS[(turn + index) % KINDS.length]!;
    const at = (['body', 'query', 'path'] as const)[(turn + index) % 3]!;
    return { operation, asker, twists: [{ at, pick: turn + index, value: at === 'body' ? (kind.value ?? null) : textOf(kind) } as Twist] };
  });
}
