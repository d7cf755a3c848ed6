/** Letters that people write for each other: old forms, and what a keyboard offers first. 靭公園 is 靱公園. */
const OTHER_FORMS = '靭髙﨑濵濱邊邉澤國廣學會區圖體龍櫻嶋ヶヵゖゕ';
const USUAL_FORMS = '靱高崎浜浜辺辺沢国広学会区図体竜桜島けかけか';
const USUAL = new Map([...OTHER_FORMS].map((letter, index) => [letter, [...USUAL_FORMS][index]!]));
const OTHER = new RegExp(`[${OTHER_FORMS}]`, 'gu');

/**
 * A text as it is searched in, so that ﾊﾞﾗ園, バラ園, ばら 園 and か゛ are written alike: one width, small letters, kana as
 * hiragana, usual forms of kanji, a dash after kana as the long mark, and no blanks, brackets or points inside a line.
 */
export function searchable(text: string): string {
  return text
    .replace(/\u309B/gu, '\u3099')
    .replace(/\u309C/gu, '\u309A')
    .normalize('NFKC')
    .toLowerCase()
    .replace(OTHER, (letter) => USUAL.get(letter)!)
    .replace(/[\u30A1-\u30F6\u30FD\u30FE]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! - 0x60))
    .replace(/(?<=[\u3041-\u3096\u30FC])[-\u2010-\u2015\u2212~\u301C\u2500]/gu, 'ー')
    .replace(/[^\p{L}\p{N}\p{M}\n]+/gu, '');
}
