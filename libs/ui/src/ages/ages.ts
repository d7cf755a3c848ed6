import type { Translate } from '../texts/translate.js';

/** Who may come by age or school year, as the API says it. */
export interface AgesSaid {
  readonly by: 'age' | 'grade';
  readonly from: number | null;
  readonly to: number | null;
}

/** How old somebody is on the day, as the API says it. */
export interface AgeSaid {
  readonly years: number;
  readonly schoolYear: number | null;
}

/** Grown up from this age on, as the law says (民法4条). */
const GROWN_UP = 18;

/** Are those who may come children, all of them? Then a name that is asked for is the child's. */
export const areChildren = ({ by, to }: Pick<AgesSaid, 'by' | 'to'>): boolean => to !== null && (by === 'grade' || to < GROWN_UP);

/** The school years that have a name, 4 年少 to 18 高3. */
export const SCHOOL_YEARS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18] as const;

/** 年長, 小1, 高3: the name of a school year. */
export function schoolYearName(t: Translate, year: number): string {
  const key = `asks.year.${year}`;
  return t.has(key) ? t(key) : String(year);
}

/** 年長から小6まで, 60歳以上: who may come. */
export function agesWords(t: Translate, { by, from, to }: AgesSaid): string {
  const name = (value: number): string => (by === 'grade' ? schoolYearName(t, value) : t('asks.years', { years: value }));
  if (from !== null && from === to) return name(from);
  if (from !== null && to !== null) return t('asks.from-to', { from: name(from), to: name(to) });
  return from !== null ? t('asks.from', { from: name(from) }) : to !== null ? t('asks.to', { to: name(to) }) : '';
}

/** 小2, 67歳: who is still at school is known by the school year. */
export function ageWords(t: Translate, { years, schoolYear }: AgeSaid): string {
  return schoolYear === null ? t('asks.years', { years }) : schoolYearName(t, schoolYear);
}

const ERAS: Readonly<Record<string, number>> = { T: 1911, 大: 1911, S: 1925, 昭: 1925, H: 1988, 平: 1988, R: 2018, 令: 2018 };

/** A year as it is typed, 2019 or H31 or 平31 or R元, in digits of the common era; what is no year stays as it is. */
export function yearFrom(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const [, era = '', year = ''] = /^([TSHR大昭平令])[.和成正]?(\d{1,2}|元)$/i.exec(plain) ?? [];
  const before = ERAS[era.toUpperCase()];
  return before === undefined ? plain : String(before + (year === '元' ? 1 : Number(year)));
}

/** 2019年4月2日: a birth date (`2019-04-02`), by the common era, for eras end at any day of a year. */
export function bornWords(t: Translate, born: string): string {
  const [year = 0, month = 0, day = 0] = born.split('-').map(Number);
  return t('asks.date', { year, month, day });
}
