/** Things by a word of theirs, in the order the words first come up. */
export function groupBy<T>(things: readonly T[], wordOf: (thing: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const thing of things) {
    const word = wordOf(thing);
    const group = found.get(word);
    if (group) group.push(thing);
    else found.set(word, [thing]);
  }
  return found;
}
