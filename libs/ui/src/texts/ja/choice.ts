/** Texts of applications that the host answers, ja. */
export const choice = {
  'choice.by': '主催者が{{day}}までにお返事します。',
  'choice.soon': '主催者がお返事します。',
  'choice.not-yet': 'まだ参加は決まっていません。',
  'choice.words': '主催者から：{{words}}',
  'choice.guardian': '参加できるかどうかは、主催者が決めて、申し込んだ人にお返事します。席はまだありません。先に同意をいただいておくと、参加できることになったとき、すぐ決まります。',
  'choice.unanswered': '主催者がお返事しないまま行事が始まったので、この申込は終わりました。お待たせしたのに、申し訳ありません。',
  'refusal.application.not-chosen': 'この席は、主催者が選ぶ席ではありません。ページを開き直してください。',
  'refusal.application.answered-already': '選んだ中に、もうお返事した方がいます。ほかの役員が先にお返事したのかもしれません。一覧を見直してください。',
  'refusal.application.others-wait': 'キャンセル待ちの方がいるので、空いた席は順番にそちらへまわります。この方も、キャンセル待ちにできます。',
  'refusal.application.places-free': '空いている席に入れる方がいるので、キャンセル待ちにはできません。受け入れるか、お断りするかを選んでください。',
  'refusal.application.answer-told': 'もうお知らせしたので、このお返事は取り消せません。',
  'refusal.event.answers-after-start': '回答予定日は、行事の日までの日にしてください。',
  'refusal.event.answers-before-closing': '回答予定日は、申込の締切の日か、そのあとの日にしてください。',
} as const;
