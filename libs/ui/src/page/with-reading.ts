const KANJI = /[\p{Script=Han}々〆ヶ]+/gu;

/**
 * Puts the reading of a whole title above its kanji: `靱公園バラ園` with `うつぼこうえんばらえん` becomes
 * `{靱公園|うつぼこうえん}バラ{園|えん}`. Blanks in both part a name from a surname. Where reading and
 * title don't fit together, or fit in more than one way, the title stays plain: no reading is better
 * than a wrong one.
 */
export function withReading(title: string, kana: string | null): string {
  if (!kana || /[{}|]/.test(title)) return title;
  const words = title.split(/(\s+)/u);
  const readings = kana.trim().split(/\s+/u);
  if (words.length !== readings.length * 2 - 1) return read(title, kana) ?? title;
  const marked = words.map((word, index) => (index % 2 === 1 ? word : read(word, readings[index / 2] ?? '')));
  return marked.includes(null) ? title : marked.join('');
}

/** Null where there is not exactly one way to read it so. */
function read(text: string, kana: string): string | null {
  const runs = runsOf(text);
  // Between two words that only a blank parts nobody knows where the reading of one ends.
  if (runs.some((run) => !run.kanji && run.text.trim() === '')) return null;
  const parts = matchOf(runs, '(.+?)', kana);
  if (!parts || parts.join() !== matchOf(runs, '(.+)', kana)?.join()) return null;
  const rest = [...parts];
  return runs.map((run) => (run.kanji ? `{${run.text}|${rest.shift() ?? ''}}` : run.text)).join('');
}

/** What of the reading falls to each run of kanji, each as short (`.+?`) or as long (`.+`) as can be. */
function matchOf(runs: readonly Run[], group: string, kana: string): string[] | undefined {
  const pattern = runs.map((run) => (run.kanji ? group : escape(toHiragana(run.text)))).join('');
  return new RegExp(`^${pattern}$`, 'u').exec(toHiragana(kana))?.slice(1);
}

interface Run {
  text: string;
  kanji: boolean;
}

function runsOf(title: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of title.matchAll(KANJI)) {
    if (match.index > at) runs.push({ text: title.slice(at, match.index), kanji: false });
    runs.push({ text: match[0], kanji: true });
    at = match.index + match[0].length;
  }
  if (at < title.length) runs.push({ text: title.slice(at), kanji: false });
  return runs;
}

/** Katakana as hiragana, without blanks, so that a reading in either script fits. */
function toHiragana(text: string): string {
  const narrow = text.normalize('NFKC').replace(/\s+/gu, '');
  return narrow.replace(/[\u30A1-\u30F6]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60));
}

/** Only what has a meaning of its own: under `u` any other escaped sign, a hyphen too, is an error. */
function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
