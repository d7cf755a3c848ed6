const KANJI = /[\p{Script=Han}々〆ヶ]+/gu;

/**
 * Puts the reading of a whole title above its kanji: `靱公園バラ園` with `うつぼこうえんばらえん` becomes
 * `{靱公園|うつぼこうえん}バラ{園|えん}`. Where reading and title don't fit together the title stays plain:
 * no reading is better than a wrong one.
 */
export function rubyText(title: string, kana: string | null): string {
  if (!kana || /[{}|]/.test(title)) return title;
  const runs = runsOf(title);
  const pattern = runs.map((run) => (run.kanji ? '(.+?)' : escape(toHiragana(run.text)))).join('');
  const match = new RegExp(`^${pattern}$`, 'u').exec(toHiragana(kana));
  if (!match) return title;
  let found = 0;
  return runs
    .map((run) => {
      if (!run.kanji) return run.text;
      found += 1;
      return `{${run.text}|${match[found] ?? ''}}`;
    })
    .join('');
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

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
}
