/** Texts of the App about signing in by the lock of one's own device. */
export const appDevices = {
  'app.devices.known': '{登録|とうろく}した {端末|たんまつ}の {指紋|しもん}や {顔|かお}で {入|はい}れます。',
  'app.devices.see': '{登録|とうろく}した {端末|たんまつ}を {見|み}る',
  'app.devices.lost': '{端末|たんまつ}を {外|はず}す',
  'app.devices.lost.title': '{{name}}さんの {端末|たんまつ}を ぜんぶ {外|はず}す',
  'app.devices.lost.added': '{{day}}に {登録|とうろく}',
  'app.devices.lost.used': '{最後|さいご}に {使|つか}ったのは {{when}}',
  'app.devices.lost.unused': 'まだ {使|つか}って いません',
  'app.devices.lost.body': '{指紋|しもん}や {顔|かお}では {入|はい}れなく なります。{使|つか}って いる {端末|たんまつ}も、ぜんぶ {切|き}れます。{本人|ほんにん}に メールで {知|し}らせます。つぎは、メールの {番号|ばんごう}で {入|はい}れます。',
  'app.devices.lost.reason.hint': '{例|れい}：{本人|ほんにん}から、スマホを なくしたと {電話|でんわ}が あった。',
  'app.devices.lost.yes': 'ぜんぶ {外|はず}す',
  'app.devices.lost.done': '{{name}}さんの {端末|たんまつ}を ぜんぶ {外|はず}しました。',
  'app.devices.lost.none': '{{name}}さんには、{登録|とうろく}した {端末|たんまつ}が ありません。{何|なに}も {外|はず}して いません。',
  'app.devices.lost.nothing': '{{name}}さんは、{端末|たんまつ}を {登録|とうろく}して いません。メールの {番号|ばんごう}で {入|はい}れます。',
} as const;
