/** Refusals the platform itself gives, ja. Each says what the person can do next. */
export const platform = {
  'refusal.platform.busy': 'ただいま混みあっています。少し待って、もう一度お試しください。',
  'refusal.platform.unavailable': 'ただいま使えません。しばらくしてから、もう一度お試しください。お急ぎのときはお電話ください。',
  'refusal.platform.not-found': 'このページは見つかりません。行事の一覧からおさがしください。',
  'refusal.platform.forbidden': 'このページは、担当の方だけが見られます。担当の方は、担当者用の入口から入り直してください。',
  'refusal.platform.sign-in-needed': '続けるには、先に入口から入ってください。',
  'refusal.platform.invalid': '入力を直してください。下に理由を書いています。',
  'refusal.platform.precondition-needed': '今の内容を確かめてからでないと、上書きできません。画面を読み込み直してください。',
  'refusal.platform.stale': 'ほかの方が先に直しました。最新の内容を見てから、もう一度直してください。',
  'refusal.platform.idempotency-mismatch': '同じ送信番号で、ちがう内容が送られました。画面を読み込み直して、もう一度お送りください。',
  'refusal.platform.idempotency-running': '先に送った内容を処理しています。少し待ってから、結果をご確認ください。',
  'refusal.platform.too-large': '送る内容が大きすぎます。文を短くするか、ファイルを小さくしてください。',
  'refusal.platform.origin': 'ほかのサイトからの送信は受け取れません。この画面を開き直して、もう一度お送りください。',
  'refusal.platform.internal': 'こちらの不具合で、うまくいきませんでした。しばらくしてから、もう一度お試しください。',
  'refusal.session.ended': '時間がたったので、入り直してください。入力した内容は、入り直したあとにもう一度お送りください。',
} as const;
