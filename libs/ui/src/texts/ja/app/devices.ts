/** Texts of the App about signing in by the lock of one's own device. */
export const appDevices = {
  'app.devices.known': '登録した端末の指紋・顔・暗証番号で入れます。',
  'app.devices.see': '登録した端末を見る',
  'app.devices.lost': '端末を外す',
  'app.devices.lost.title': '{{name}}さんの端末の登録をすべて外す',
  'app.devices.lost.added': '{{day}}に登録',
  'app.devices.lost.used': '最後に使った日：{{when}}',
  'app.devices.lost.unused': 'まだ使っていません',
  'app.devices.lost.body': '指紋・顔では入れなくなり、入っている端末もすべて切れます。本人にはメールで知らせます。次は、メールの番号で入れます。',
  'app.devices.lost.reason.hint': '例：電話で本人から、スマートフォンをなくしたと聞いた。',
  'app.devices.lost.yes': 'すべて外す',
  'app.devices.lost.done': '{{name}}さんの端末をすべて外しました。',
  'app.devices.lost.none': '{{name}}さんには、登録された端末がありません。何も外していません。',
  'app.devices.lost.nothing': '{{name}}さんには、登録された端末がありません。メールの番号で入れます。',
} as const;
