/** A name and how it is read. */
export interface NameRead {
  readonly name: string;
  readonly reading: string;
}

/**
 * Puts the readings of known names above them: 西船場連合振興町会 becomes `{西船場|にしせんば}{連合振興町会|…}`. Longer names
 * stand before what they contain. Names one after another are read, not one with other kanji before it: 東九条 is
 * another place, and no reading is better than a wrong one. A text that has readings already stays as it is.
 */
export function readNames(names: readonly NameRead[]): (text: string) => string {
  if (names.length === 0) return (text) => text;
  const readings = new Map(names.map(({ name, reading }) => [name, reading]));
  const any = names.map(({ name }) => name).join('|');
  const run = new RegExp(`(?<!\\p{Script=Han})(?:${any})+`, 'gu');
  const each = new RegExp(any, 'gu');
  return (text) => (text.includes('|') ? text : text.replace(run, (found) => found.replace(each, (name) => `{${name}|${readings.get(name) ?? ''}}`)));
}
