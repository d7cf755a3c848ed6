/** Texts of letters to whoever leads an event about what is theirs to do, ja. */
export const mailHost = {
  'mail.report-due.subject': '実施報告をお願いします：{{title}}（{{date}}）',
  'mail.report-due.after-1': '行事のご準備と当日、おつかれさまでした。来た人数とようすを、実施報告で知らせてください。',
  'mail.report-due.after-7': '行事から1週間がたちました。実施報告がまだ出ていません。',
  'mail.report-due.after-14': '行事から2週間がたちました。実施報告がまだ出ていません。書きにくいことがあれば、下の電話で区役所に相談してください。',
  'mail.report-due.again': 'お返しした実施報告が、まだ出ていません。',
  'mail.report-due.how': '受付で数えた人数があれば、先に入っています。報告を出すと、このお知らせは届きません。',
  'mail.report-due.open': '実施報告を書く',
  'mail.report-returned.subject': '実施報告を、もう一度お願いします：{{title}}',
  'mail.report-returned.lead': '実施報告をありがとうございます。直していただきたいところがあるので、お返しします。直したら、もう一度出してください。',
  'mail.publication-refused.subject': '予定の日時に公開できませんでした：{{title}}',
  'mail.publication-refused.lead': '公開の日時になりましたが、公開していません。',
  'mail.publication-refused.how': 'すんだら、行事のページで公開するか、日時を決めなおしてください。',
} as const;
