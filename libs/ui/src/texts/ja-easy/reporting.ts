import type { reporting as ja } from '../ja/reporting.js';

/** Texts of `reporting`, ja-easy. Flat keys; `{{name}}` is a placeholder. */
export const reporting = {
  'reporting.attendance-from.reception': '{受付|うけつけ}の {記録|きろく}',
  'reporting.attendance-from.report': '{実施報告|じっしほうこく}',
  'refusal.participation.not-yours': '{参加|さんか}の {数|かず}は、{見|み}る {人|ひと}が {決|き}まっています。{区役所|くやくしょ}の {職員|しょくいん}と、{主催|しゅさい}の {団体|だんたい}の {役員|やくいん}だけです。',
  'reporting.attendance-from.correction': '{報告|ほうこく}（{直|なお}しました）',
} as const satisfies Record<keyof typeof ja, string>;
