import { isHiragana, toHiragana } from 'wanakana';

/**
 * Words of the field as people who read English type them, in the singular, and what stands in texts instead; at most two
 * ways each. Events are told in Japanese, so without these nothing is found by those who can't write it.
 */
export const ENGLISH_WORDS: Readonly<Record<string, readonly string[]>> = {
  kite: ['たこ', '凧'],
  film: ['映画'],
  movie: ['映画'],
  cinema: ['映画'],
  concert: ['コンサート', '音楽'],
  music: ['音楽', 'コンサート'],
  rose: ['バラ'],
  festival: ['まつり', '祭'],
  market: ['マルシェ', '朝市'],
  marche: ['マルシェ'],
  food: ['食堂', '食文化'],
  drill: ['訓練'],
  disaster: ['防災'],
  earthquake: ['防災'],
  cleaning: ['清掃', 'そうじ'],
  cleanup: ['清掃', 'そうじ'],
  graffiti: ['落書き'],
  exercise: ['体操'],
  gymnastics: ['体操'],
  salon: ['サロン'],
  tea: ['お茶', 'サロン'],
  children: ['こども', '親子'],
  child: ['こども', '親子'],
  kid: ['こども', '親子'],
  parent: ['親子', '保護者'],
  baby: ['あかちゃん', '赤ちゃん'],
  playground: ['広場', 'あそび'],
  play: ['あそび', '遊び'],
  school: ['学校'],
  smartphone: ['スマホ'],
  phone: ['スマホ'],
  health: ['健康', '健診'],
  dementia: ['認知症'],
  bicycle: ['自転車'],
  bike: ['自転車'],
  traffic: ['交通'],
  park: ['公園'],
  dance: ['おどり', '踊り'],
  walk: ['さんぽ', '散歩'],
  lecture: ['講演', '講座'],
  talk: ['講演', '講座'],
  class: ['教室', '講座'],
  workshop: ['教室', '講座'],
  volunteer: ['ボランティア'],
  meeting: ['会議', '集い'],
  mochi: ['もち', '餅'],
};

const LATIN = /^[a-z]{3,}$/u;

/** A word as it was typed, and in the singular. */
const forms = (word: string): string[] => [word, word.replace(/s$/u, ''), word.replace(/ies$/u, 'y'), word.replace(/es$/u, '')];

/** How a word in Latin letters stands in Japanese texts: by its meaning, where it is a word of the field, or else as it sounds (tako, horie); none where it is neither. */
export function japaneseOf(word: string): readonly string[] {
  if (!LATIN.test(word)) return [];
  const known = forms(word).find((form) => Object.hasOwn(ENGLISH_WORDS, form));
  const meant = known === undefined ? undefined : ENGLISH_WORDS[known];
  if (meant) return meant;
  const heard = toHiragana(word);
  return isHiragana(heard) ? [heard] : [];
}
