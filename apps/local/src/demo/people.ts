/** An invented neighbour. */
export interface DemoPerson {
  name: string;
  kana: string;
  email: string;
  phone: string;
}

const FAMILY: readonly [string, string][] = [
  ['青木', 'あおき'],
  ['池田', 'いけだ'],
  ['上田', 'うえだ'],
  ['榎本', 'えのもと'],
  ['大西', 'おおにし'],
  ['加藤', 'かとう'],
  ['北野', 'きたの'],
  ['久保', 'くぼ'],
  ['坂本', 'さかもと'],
  ['清水', 'しみず'],
  ['杉本', 'すぎもと'],
  ['関口', 'せきぐち'],
  ['髙田', 'たかだ'],
  ['土屋', 'つちや'],
  ['寺田', 'てらだ'],
  ['内藤', 'ないとう'],
  ['西村', 'にしむら'],
  ['野口', 'のぐち'],
  ['橋本', 'はしもと'],
  ['平野', 'ひらの'],
  ['福島', 'ふくしま'],
  ['堀内', 'ほりうち'],
  ['松本', 'まつもと'],
  ['三浦', 'みうら'],
  ['村上', 'むらかみ'],
  ['森本', 'もりもと'],
  ['安田', 'やすだ'],
  ['横山', 'よこやま'],
  ['若林', 'わかばやし'],
  ['渡辺', 'わたなべ'],
];
const GIVEN: readonly [string, string][] = [
  ['明', 'あきら'],
  ['いずみ', 'いずみ'],
  ['薫', 'かおる'],
  ['恵子', 'けいこ'],
  ['さくら', 'さくら'],
  ['俊', 'しゅん'],
  ['千尋', 'ちひろ'],
  ['直樹', 'なおき'],
  ['はるか', 'はるか'],
  ['久', 'ひさし'],
  ['文子', 'ふみこ'],
  ['誠', 'まこと'],
  ['美穂', 'みほ'],
  ['優', 'ゆう'],
  ['洋子', 'ようこ'],
  ['蓮', 'れん'],
  ['敦', 'あつし'],
  ['和代', 'かずよ'],
  ['きよみ', 'きよみ'],
  ['健太', 'けんた'],
  ['幸子', 'さちこ'],
  ['静', 'しずか'],
  ['大輔', 'だいすけ'],
  ['つむぎ', 'つむぎ'],
  ['秀樹', 'ひでき'],
  ['芽依', 'めい'],
  ['康弘', 'やすひろ'],
  ['陽', 'よう'],
  ['芳江', 'よしえ'],
  ['律', 'りつ'],
  ['涼子', 'りょうこ'],
  ['渉', 'わたる'],
];

/** The n-th invented neighbour, always the same one; no two share name or address below 960. */
export function neighbour(n: number): DemoPerson {
  const [family, familyKana] = FAMILY[n % FAMILY.length] as [string, string];
  const [given, givenKana] = GIVEN[(n * 7 + Math.floor(n / FAMILY.length)) % GIVEN.length] as [string, string];
  const digits = String(n).padStart(4, '0');
  return { name: `${family} ${given}`, kana: `${familyKana} ${givenKana}`, email: `neighbour${digits}@example.jp`, phone: `090-0000-${digits}` };
}

const OF_A_FAMILY: readonly (readonly [string, string])[] = [
  ['太一', 'たいち'],
  ['ゆず', 'ゆず'],
  ['実', 'みのる'],
];

/** Those who come along with somebody. */
export function familyOf({ name, kana }: Pick<DemoPerson, 'name' | 'kana'>, count: number): { name: string; kana: string }[] {
  const [family, familyKana] = [name.split(' ')[0], kana.split(' ')[0]];
  return OF_A_FAMILY.slice(0, count).map(([given, givenKana]) => ({ name: `${family} ${given}`, kana: `${familyKana} ${givenKana}` }));
}

/** The volunteer whose address `npm start` prints. */
export const VOLUNTEER: DemoPerson = { name: '田中 ひろみ', kana: 'たなか ひろみ', email: 'volunteer@example.jp', phone: '090-0000-9001' };
