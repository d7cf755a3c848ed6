import type { identity as ja } from '../ja/identity.js';

/** Texts of `identity`, ja-easy. Flat keys; `{{name}}` is a placeholder. */
export const identity = {
  'refusal.access.forbidden': 'この ページを {使|つか}うことが できるのは、{担当|たんとう}の {役|やく}の {人|ひと}だけです。{任期|にんき}が {始|はじ}まっているか、{会長|かいちょう}か {区役所|くやくしょ}に {聞|き}いて ください。',
  'refusal.account.already-suspended': 'この {人|ひと}の {利用|りよう}は、もう {止|と}まっています。',
  'refusal.account.email-taken': 'この メールアドレスは、ほかの {人|ひと}が {使|つか}っています。{別|べつ}の メールアドレスを {使|つか}って ください。',
  'refusal.account.not-found': 'この {人|ひと}には、ログインの {登録|とうろく}が ありません。',
  'refusal.account.not-suspended': 'この {人|ひと}の {利用|りよう}は、{止|と}まっていません。',
  'refusal.account.person-has-one': 'この {人|ひと}には、もう ログインの {登録|とうろく}が あります。',
  'refusal.contact.email': 'メールアドレスを たしかめて ください。1つだけ {書|か}いて ください。{例|れい}: hanako@example.jp',
  'refusal.contact.email-missing': 'メールアドレスを {書|か}いて ください。{例|れい}: hanako@example.jp',
  'refusal.contact.phone': '{電話番号|でんわばんごう}を たしかめて ください。{市外局番|しがいきょくばん}（{最初|さいしょ}の 0）から {書|か}いて ください。{例|れい}: 090-0000-0000',
  'refusal.joining.not-offered': 'この {記録|きろく}は、いまは まとめることが できません。{画面|がめん}を {読|よ}み{込|こ}み{直|なお}して、もう{一度|いちど} えらんで ください。',
  'refusal.person.kana': 'ふりがなを、ひらがなか、カタカナか、ローマ{字|じ}で {書|か}いて ください。',
  'refusal.person.name': '{名前|なまえ}を {書|か}いて ください（100{文字|もじ}まで）。',
  'refusal.person.not-found': 'この {人|ひと}の {記録|きろく}は {見|み}つかりません。',
  'refusal.session.needed': '{続|つづ}ける ためには、{先|さき}に ログインして ください。',
  'refusal.session.not-found': 'その ログインは、もう {終|お}わっています。',
  'refusal.sign-in.gone': 'この リンクと {番号|ばんごう}は、もう {使|つか}えません。10{分|ぷん}を {過|す}ぎたか、もう {使|つか}いました。{番号|ばんごう}を もう{一度|いちど} {送|おく}って ください。',
  'refusal.sign-in.other-browser': '{番号|ばんごう}は、メールを {頼|たの}んだ ときと {同|おな}じ {画面|がめん}(ブラウザ)で {書|か}いて ください。わからない ときは、「{番号|ばんごう}を もう{一度|いちど} {送|おく}る」を {押|お}して ください。',
  'refusal.sign-in.too-many-tries': '{番号|ばんごう}を 5{回|かい} まちがえました。その {番号|ばんごう}は もう {使|つか}えません。「{番号|ばんごう}を もう{一度|いちど} {送|おく}る」を {押|お}して ください。',
  'refusal.sign-in.wrong-code': '{番号|ばんごう}が ちがいます。メールの 6けたの {番号|ばんごう}を たしかめて ください。あと {{triesLeft}}{回|かい} {書|か}くことが できます。',
} as const satisfies Record<keyof typeof ja, string>;
