/** For whom an event is, and for whom people look. Where the host chose none of these, their own words tell it. */
export const AUDIENCES = ['children', 'families', 'seniors', 'anyone'] as const;
export type Audience = (typeof AUDIENCES)[number];

const WORDS: Readonly<Record<Audience, readonly string[]>> = {
  children: ['こども', '子ども', '子供', '子育て', '親子', '乳児', '乳幼児', '幼児', '園児', '赤ちゃん', '児童', '生徒', '(小|中)学(?!校(区|の(先生|教員|教職員|職員|役員)))', '小さなお子さん', '未就学', '保護者', '才まで', '歳まで'],
  families: ['親子', '子育て', '乳児', '乳幼児', '赤ちゃん', '保護者', '小さなお子さん'],
  seniors: ['高齢', 'シニア', 'お年寄り', '年配', '(6[05]|7[05]|６[０５]|７[０５])(歳|才|さい)'],
  anyone: ['どなた', 'だれでも', '誰でも', 'みなさん', '皆さん', '全員'],
};

/** The words for an audience as a regular expression of PostgreSQL. */
export function audiencePattern(audience: Audience): string {
  return WORDS[audience].join('|');
}

/** Whom an event is for, as its page says it. */
export interface Meant {
  readonly category: string | null;
  readonly audience: Audience | null;
  readonly audienceText: string | null;
  readonly field: string | null;
}

/** Words of a host who wants grown-ups alone, whatever the field. */
export const GROWN_UPS_ALONE = '(おとな|大人|成人)(だけ|のみ|むけ|向け)|(18|20|１８|２０)(歳|才|さい)以上|教員|教職員|関係者';

/**
 * Whether who looks for an audience finds the event: by what was chosen, else by its host's words; what is for children stands under their field too,
 * unless its words want grown-ups alone. A meeting is about children, not for them, as long as nobody chose so. Public lists are filtered likewise (`public-filter.ts`).
 */
export function isMeantFor({ audience, audienceText, field, category }: Meant, wanted: Audience): boolean {
  if (audience !== null) return audiencesFor(wanted).includes(audience);
  if (isForTheYoung(wanted) && category === 'meeting') return false;
  const told = audienceText ?? '';
  return new RegExp(audiencePattern(wanted), 'u').test(told) || (wanted === 'children' && field === 'kodomo' && !new RegExp(GROWN_UPS_ALONE, 'u').test(told));
}

/** Children, or parents with children. */
export const isForTheYoung = (wanted: Audience): boolean => wanted === 'children' || wanted === 'families';

/** Whether a fee is none. */
export function isGratis(feeText: string | null): boolean {
  return feeText !== null && new RegExp(FREE_OF_CHARGE, 'u').test(feeText);
}

/** A fee that is none, as hosts write it. A fee for some (「こどもは無料」) is a fee. */
export const FREE_OF_CHARGE = '^(参加費は?)?(無料|むりょう|不要|なし|いりません|かかりません|[0０]円)';

/** Who is meant by a chosen audience too: parents come with children. */
export function audiencesFor(wanted: Audience): Audience[] {
  return wanted === 'children' ? ['children', 'families'] : [wanted];
}
