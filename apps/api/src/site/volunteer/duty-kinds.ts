import type { DutyWish } from '@yoriai/rosters';

/** What one does on a duty. Hosts write it in words of their own; these words tell it. */
export const DUTY_KINDS = ['desk', 'hands', 'watch', 'food', 'care', 'other'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** As PostgreSQL reads it, which looks for them in the words of a duty in one width. */
const WORDS: Readonly<Record<Exclude<DutyKind, 'other'>, string>> = {
  desk: '受付|うけつけ|案内|あんない|進行|司会|貸し出し|配布|くばる|よびかけ',
  hands: '会場|設営|準備|片づけ|片付け|いす並べ|椅子|はこぶ|運ぶ|運搬|組み立て|植え|清掃|掃除|そうじ|ごみ|ゴミ|分別|草',
  watch: '見守|みまもり|誘導|交通|横断|巡回|見まわり|夜まわり|パトロール|防犯|立つ|こどもを見る|子どもを見る|消火|消す',
  food: '炊き出し|配膳|料理|調理|食|ごはん|もちつき|餅|お茶|飲みもの|夜店|屋台',
  care: '救護|介助|車いす|担架|手当て|話し?相手|サポーター|となりで|手話|通訳',
};

/** What the words of a duty of this kind say; `other` is where no word tells. */
export function wordsOf(kind: DutyKind): Pick<DutyWish, 'says' | 'saysNot'> {
  return kind === 'other' ? { saysNot: Object.values(WORDS).join('|') } : { says: WORDS[kind] };
}

export function isDutyKind(text: string): text is DutyKind {
  return (DUTY_KINDS as readonly string[]).includes(text);
}
