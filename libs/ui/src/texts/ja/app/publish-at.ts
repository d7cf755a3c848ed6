/** Texts of the hour at which an event is published, ja. */
export const appPublishAt = {
  'app.publish-at.title': '公開の日時を決めておく',
  'app.publish-at.change': '公開の日時を変える',
  'app.publish-at.lead': 'その時刻に、ひとりでに公開されます。申込の開始日時を決めた席は、その日時から申し込めます。',
  'app.publish-at.when': '公開する日時',
  'app.publish-at.button': 'この日時に公開する',
  'app.publish-at.now': 'いますぐ公開する',
  'app.publish-at.sure': '{{when}}に、だれでも見られるようになります。それまでは変えられます。',
  'app.publish-at.planned': '{{when}}に公開します',
  'app.publish-at.planned.body': 'その時刻に、ホームページに出ます。公開できないことがあれば、メールでお知らせします。',
  'app.publish-at.planned.not-yet': 'このままでは、その時刻になっても公開されません。下のことをすませてください。',
  'app.publish-at.drop': '公開の予定を取り消す',
  'app.publish-at.drop.sure': '日時は決まっていない状態に戻ります。公開するときは、「公開する」を押してください。',
} as const;
