import type { sitePasskeys as ja } from '../../ja/site/passkeys.js';

/** Texts about signing in by the lock of one's own device: pages, letters and refusals, ja-easy. */
export const sitePasskeys = {
  'refusal.passkey.add-first': 'この {画面|がめん}を {使|つか}う まえに、{指紋|しもん}や {顔|かお}で {入|はい}れるように して ください（パスキー）。「わたしの {予定|よてい}」の ページで できます。',
  'refusal.passkey.gone': '{時間|じかん}が たって、できませんでした。もう{一度|いちど} ボタンを {押|お}して ください。',
  'refusal.passkey.known': 'この {端末|たんまつ}は、もう {登録|とうろく}して あります。',
  'refusal.passkey.last': 'これが {最後|さいご}の 1{台|だい}です。{外|はず}すと、{指紋|しもん}や {顔|かお}で {入|はい}れなく なります。',
  'refusal.passkey.name': '{端末|たんまつ}の {名前|なまえ}を {書|か}いて ください（{{most}}{文字|もじ}まで）。',
  'refusal.passkey.not-found': 'この {端末|たんまつ}は、もう {外|はず}して あります。',
  'refusal.passkey.refused': 'この {端末|たんまつ}では {入|はい}れませんでした。もう{一度|いちど} ためして ください。または、メールで {入|はい}って ください。',
  'refusal.passkey.too-many': '{登録|とうろく}できる {端末|たんまつ}は {{most}}{台|だい}までです。{使|つか}って いない {端末|たんまつ}を {外|はず}して ください。',
  'refusal.passkey.use-it': 'メールだけでは、ここは {使|つか}えません。{登録|とうろく}した {端末|たんまつ}の {指紋|しもん}や {顔|かお}で {入|はい}って ください（パスキー）。',
} as const satisfies Record<keyof typeof ja, string>;
