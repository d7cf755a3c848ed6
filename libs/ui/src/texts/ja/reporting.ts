/** Texts of `reporting`, ja. Flat keys; `{{name}}` is a placeholder. */
export const reporting = {
  'reporting.attendance-from.reception': '受付記録',
  'reporting.attendance-from.report': '実施報告',
  'reporting.figure.applied': '申込',
  'reporting.figure.confirmed': '確定',
  'reporting.figure.events': '行事数',
  'reporting.figure.fillRate': '充足率',
  'reporting.figure.participants': '参加',
  'reporting.figure.places': '定員',
  'reporting.figure.placesTaken': '定員内の確定',
  'reporting.figure.volunteerPlaces': '当番の募集',
  'reporting.figure.volunteers': 'ボランティア参加',
  'reporting.figure.volunteersConfirmed': '当番の確定',
  'reporting.figure.walkIns': '当日参加',
  'reporting.unit.people': '人',
  'reporting.whole-ward': '区全体',
  'refusal.participation.not-yours': '参加状況は、区役所の職員と、主催の団体の役員だけが見られます。',
} as const;
