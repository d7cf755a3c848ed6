/** The rows of the kana table, as people look names up. */
export const KANA_ROWS = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ'] as const;
export type KanaRow = (typeof KANA_ROWS)[number] | '他';

const LAST: readonly (readonly [string, KanaRow])[] = [
  ['お', 'あ'],
  ['ご', 'か'],
  ['ぞ', 'さ'],
  ['ど', 'た'],
  ['の', 'な'],
  ['ぽ', 'は'],
  ['も', 'ま'],
  ['よ', 'や'],
  ['ろ', 'ら'],
  ['ん', 'わ'],
];

/** The row a reading stands in: さとう → さ. Katakana and narrow letters count as hiragana; everything else is 他. */
export function kanaRowOf(kana: string): KanaRow {
  const first = kana
    .normalize('NFKC')
    .trim()
    .replace(/^[\u30A1-\u30F6]/u, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60))
    .slice(0, 1);
  if (first === 'ゔ') return 'あ';
  if (first < 'ぁ' || first > 'ん') return '他';
  return LAST.find(([last]) => first <= last)?.[1] ?? 'わ';
}

/** Things by row, in the table's order; rows without anybody are left out. */
export function byKanaRow<T>(things: readonly T[], rowOf: (thing: T) => string): { row: string; things: T[] }[] {
  const order = [...KANA_ROWS, '他'] as string[];
  const found = new Map<string, T[]>();
  for (const thing of things) {
    const row = order.includes(rowOf(thing)) ? rowOf(thing) : '他';
    found.set(row, [...(found.get(row) ?? []), thing]);
  }
  return order.flatMap((row) => (found.has(row) ? [{ row, things: found.get(row) ?? [] }] : []));
}
