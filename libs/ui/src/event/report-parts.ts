import type { Translate } from '../texts/translate.js';

/** Figures that a report may say besides: parts of those who came, and yen. In the order of every list. */
export const REPORT_PARTS = ['children', 'wheelchairs', 'cost'] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** The figures that their words need; null where one was not told. */
export type ReportFigures = Readonly<{ participants: number; walkIns: number } & Record<ReportPart, number | null>>;

/** A part as it is read: children with the adults beside them, yen in groups of three; nothing where it was not told. */
export function reportPartWords(t: Translate, figures: ReportFigures, part: ReportPart): string {
  const value = figures[part];
  if (value === null) return '';
  if (part === 'children') return t('app.report.children.is', { children: value, adults: figures.participants + figures.walkIns - value });
  return part === 'cost' ? t('app.report.cost.is', { cost: value.toLocaleString('ja-JP') }) : t('app.unit.heads', { count: value });
}
