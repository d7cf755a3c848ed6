/** Texts of the desk's reports: to accept, and late. */
export const appReports = {
  'app.reports.to-accept': '受け取る報告',
  'app.reports.to-accept.lead': '期限は、報告がとどいて5営業日です。期限の近いものが上です。',
  'app.reports.to-accept.none': '受け取る報告はありません',
  'app.reports.to-accept.none.body': '主催が報告を出すと、ここに出ます。',
  'app.reports.late': 'おくれている報告',
  'app.reports.late.lead': '終わって14日を過ぎても、報告がない行事です。主催へ電話してください。',
  'app.reports.late.none': 'おくれている報告はありません',
  'app.reports.late.none.body': '終わって14日を過ぎても報告がない行事が、ここに出ます。',
  'app.reports.late.home': '報告がおくれている行事が{{count}}件あります',
  'app.reports.late.home.open': '電話するところを見る',
  'app.reports.none-filtered': 'あてはまる報告はありません',
  'app.reports.reported': '報告：{{at}}',
  'app.reports.ended': '終了：{{date}}',
  'app.reports.due': '期限 {{date}}',
  'app.reports.late-days': '{{count}}日おくれ',
} as const;
