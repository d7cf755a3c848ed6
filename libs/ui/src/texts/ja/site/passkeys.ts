/** Texts about signing in by the lock of one's own device: pages, letters and refusals, ja. */
export const sitePasskeys = {
  'refusal.passkey.add-first': 'この担当の画面を使うには、先に、この端末の指紋・顔・暗証番号で入れるようにしてください（パスキー）。「わたしの予定」の「指紋・顔で入る」からできます。',
  'refusal.passkey.gone': '時間がたったため、できませんでした。もう一度ボタンを押してください。',
  'refusal.passkey.known': 'この端末は、もう登録されています。',
  'refusal.passkey.last': 'これが最後の1台です。外すと、指紋や顔では入れなくなります。',
  'refusal.passkey.name': '端末の名前を書いてください（{{most}}文字まで）。',
  'refusal.passkey.not-found': 'この端末は、もう外してあります。',
  'refusal.passkey.refused': 'この端末では入れませんでした。もう一度ためすか、メールの番号で入ってください。',
  'refusal.passkey.too-many': '登録できる端末は{{most}}台までです。使っていない端末を外してください。',
  'refusal.passkey.use-it': 'メールだけでは、ここは使えません。登録した端末の指紋・顔・暗証番号で入りなおしてください（パスキー）。',
} as const;
