/** Texts of `reporting`, ja. Flat keys; `{{name}}` is a placeholder. */
export const reporting = {
  'reporting.attendance-from.reception': '受付記録',
  'reporting.attendance-from.report': '実施報告',
  'refusal.participation.not-yours': '参加状況は、区役所の職員と、主催の団体の役員だけが見られます。',
  'reporting.attendance-from.correction': '報告（訂正ずみ）',
} as const;
