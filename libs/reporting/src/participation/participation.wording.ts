/**
 * The words of the Excel file. It is a document of the ward office, so it is Japanese whatever language
 * the reader's screen has; screens take their words from libs/ui.
 */
export const WORDING = {
  fileName: '参加状況',
  byEvent: '行事別',
  byArea: '地域別',
  byMonth: '月別',
  total: '合計',
  wholeWard: '区全体',
  number: '行事番号',
  day: '開催日',
  title: '行事名',
  organisation: '主催',
  area: '地域',
  state: '状態',
  month: '月',
  events: '行事数',
  applied: '申込人数',
  confirmed: '確定人数',
  places: '定員',
  placesTaken: '定員のうち埋まった人数',
  fillRate: '充足率',
  participants: '参加人数',
  walkIns: '当日参加人数',
  volunteerPlaces: '当番の募集人数',
  volunteersConfirmed: '当番の確定人数',
  volunteers: 'ボランティア参加人数',
  cleanedArea: 'きれいにした面積(㎡)',
  attendanceFrom: '参加人数の出どころ',
  states: { published: '公開中', 'awaiting-report': '報告待ち', reported: '報告済', closed: '完了' },
  sources: { correction: '実施報告（完了のあとで訂正）', report: '実施報告', reception: '受付記録' },
} as const;
