import { duration, type Translate } from '@yoriai/ui';

const EPOCH = new Date(0);

/** 12時間30分, however many minutes. */
export const hoursOf = (t: Translate, minutes: number): string => duration(t, EPOCH, new Date(minutes * 60_000));

/** Before it, years were counted by another name. */
const REIWA = 2018;

/** 令和8年度（2026年度）; a fiscal year of Japan. */
export const yearOf = (t: Translate, year: number): string => t('site.history.year', { year, era: year - REIWA });
