/** Numbers of people and of days that are not read as the number and then the word. */
const PEOPLE: Readonly<Record<number, string>> = { 1: 'ひとり', 2: 'ふたり' };
const DAYS: Readonly<Record<number, string>> = {
  ...{ 2: 'ふつか', 3: 'みっか', 4: 'よっか', 5: 'いつか', 6: 'むいか', 7: 'なのか', 8: 'ようか', 9: 'ここのか' },
  ...{ 10: 'とおか', 14: 'じゅうよっか', 20: 'はつか', 24: 'にじゅうよっか' },
};

const COUNTED = /(?<![\d,.])(\d{1,2})\{(人|日)([分前後]?)\|(?:にん|にち)(ぶん|まえ|ご)?\}/g;

/**
 * A filled text with its counts read as people say them: `2{人|にん}` becomes `{2人|ふたり}`, `3{日|にち}` becomes
 * `{3日|みっか}`. A single day stays いちにち; the first of a month is the business of dates.
 */
export function readCounts(text: string): string {
  return text.replace(COUNTED, (whole: string, digits: string, word: string, side: string, sideRead = '') => {
    const reading = (word === '人' ? PEOPLE : DAYS)[Number(digits)];
    return reading === undefined ? whole : `{${digits}${word}${side}|${reading}${sideRead}}`;
  });
}
