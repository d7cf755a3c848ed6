/** Texts of the desk's reports: to accept, and late. */
export const appReports = {
  'app.reports.to-accept': '{受|う}け{取|と}る {報告|ほうこく}',
  'app.reports.to-accept.lead': '{期限|きげん}は、{報告|ほうこく}が {届|とど}いてから 5{営業日|えいぎょうび}です。{期限|きげん}の {近|ちか}い ものが {上|うえ}です。',
  'app.reports.to-accept.none': '{受|う}け{取|と}る {報告|ほうこく}は ありません',
  'app.reports.to-accept.none.body': '{主催|しゅさい}が {報告|ほうこく}を {出|だ}すと、ここに {出|で}ます。',
  'app.reports.late': 'おくれている {報告|ほうこく}',
  'app.reports.late.lead': '{終|お}わって 2{週間|しゅうかん}を すぎても、{報告|ほうこく}が ない {行事|ぎょうじ}です。{主催|しゅさい}に {電話|でんわ}を してください。',
  'app.reports.late.none': 'おくれている {報告|ほうこく}は ありません',
  'app.reports.late.none.body': '{終|お}わって 2{週間|しゅうかん}を すぎても {報告|ほうこく}が ない {行事|ぎょうじ}が、ここに {出|で}ます。',
  'app.reports.late.home': '{報告|ほうこく}が おくれている {行事|ぎょうじ}が {{count}}{件|けん} あります',
  'app.reports.late.home.open': '{電話|でんわ}する ところを {見|み}る',
  'app.reports.none-filtered': 'あてはまる {報告|ほうこく}は ありません',
  'app.reports.reported': '{報告|ほうこく}：{{at}}',
  'app.reports.ended': '{終|お}わった {日|ひ}：{{date}}',
  'app.reports.due': '{{date}}まで',
  'app.reports.late-days': '{{count}}{日|にち} おくれています',
} as const;
