import { japaneseOf } from './latin-words.rules.js';
import { searchable } from './search.form.js';
import { isShortWord } from './word-starts.rules.js';

/**
 * Words of the field that people write in several ways, in the form in which they are searched; the longer before what it begins with.
 * Only what is the same word whoever writes it: 花 is not here, since はな begins はなし as well.
 */
export const WRITTEN_WAYS: readonly (readonly string[])[] = [
  ['凧', 'たこ'],
  ['祭り', '祭', 'まつり'],
  ['餅', 'もち'],
  ['茶話会', 'さわかい'],
  ['清掃', '掃除', 'そうじ'],
  ['盆踊り', '盆おどり', 'ぼんおどり'],
  ['花見', 'はなみ'],
  ['豆まき', 'まめまき'],
  ['節分', 'せつぶん'],
  ['体操', 'たいそう'],
  ['将棋', 'しょうぎ'],
  ['囲碁', 'いご'],
  ['編み物', '編物', 'あみもの'],
  ['折り紙', '折紙', 'おりがみ'],
  ['工作', 'こうさく'],
  ['絵本', 'えほん'],
  ['読み聞かせ', '読みきかせ', 'よみきかせ'],
  ['子供', '子ども', 'こども'],
  ['赤ちゃん', 'あかちゃん'],
  ['見守り', 'みまもり'],
  ['防災', 'ぼうさい'],
  ['炊き出し', '炊出し', 'たきだし'],
  ['夜回り', '夜まわり', 'よまわり'],
  ['料理', 'りょうり'],
  ['食堂', 'しょくどう'],
  ['運動会', 'うんどうかい'],
  ['敬老', 'けいろう'],
  ['書き初め', '書初め', 'かきぞめ'],
  ['太鼓', 'たいこ'],
  ['獅子舞', 'ししまい'],
  ['神輿', '御輿', 'みこし'],
  ['縁日', 'えんにち'],
  ['屋台', 'やたい'],
  ['朝市', 'あさいち'],
  ['昔遊び', '昔あそび', 'むかしあそび'],
];

/** So many words of a search are looked for in other ways too: each asks the index once more for each way. */
const MOST_IN_WAYS = 2;

/** A word as it was typed, and as others write it. What is found by a shorter way already is not asked for by a longer one. */
function waysOfWord(word: string): string[] {
  const japanese = japaneseOf(word).map(searchable);
  if (japanese.length > 0) return [word, ...japanese];
  for (const ways of WRITTEN_WAYS) {
    const typed = ways.find((way) => word.includes(way));
    if (typed === undefined) continue;
    const all = [word, ...ways.filter((way) => way !== typed).map((way) => word.replaceAll(typed, way))];
    return all.filter((way) => !all.some((other) => other !== way && way.includes(other) && !isShortWord(other)));
  }
  return [word];
}

/** For each word of a search the ways to write it, any of which finds it. */
export function searchWays(words: readonly string[]): string[][] {
  let spread = 0;
  return words.map((word) => {
    const ways = waysOfWord(word);
    if (ways.length > 1) spread += 1;
    return spread > MOST_IN_WAYS ? [word] : ways;
  });
}
