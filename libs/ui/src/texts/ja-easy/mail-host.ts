import type { mailHost as ja } from '../ja/mail-host.js';

/** Texts of letters to whoever leads an event about what is theirs to do, ja-easy. */
export const mailHost = {
  'mail.report-due.subject': '{報告|ほうこく}を {出|だ}してください：{{title}}（{{date}}）',
  'mail.report-due.after-1': '{行事|ぎょうじ}、おつかれさまでした。{来|き}た {人|ひと}の {数|かず}と ようすを、{報告|ほうこく}で {知|し}らせて ください。',
  'mail.report-due.after-7': '{行事|ぎょうじ}から 1{週間|しゅうかん}が たちました。{報告|ほうこく}が まだ {出|で}て いません。',
  'mail.report-due.after-14': '{行事|ぎょうじ}から 2{週間|しゅうかん}が たちました。{報告|ほうこく}が まだ {出|で}て いません。{困|こま}って いる ときは、{下|した}の {電話|でんわ}で {区役所|くやくしょ}に {相談|そうだん}して ください。',
  'mail.report-due.again': '{区|く}が {返|かえ}した {報告|ほうこく}が、まだ {出|で}て いません。',
  'mail.report-due.how': '{受付|うけつけ}で {数|かぞ}えた {人|ひと}の {数|かず}が あれば、{先|さき}に {入|はい}って います。{報告|ほうこく}を {出|だ}すと、この お{知|し}らせは {届|とど}きません。',
  'mail.report-due.open': '{報告|ほうこく}を {書|か}く',
  'mail.report-returned.subject': '{報告|ほうこく}を もう{一度|いちど} {出|だ}してください：{{title}}',
  'mail.report-returned.lead': '{報告|ほうこく}を ありがとうございます。{直|なお}して ほしい ところが あります。{直|なお}したら、もう{一度|いちど} {出|だ}して ください。',
  'mail.publication-refused.subject': '{予定|よてい}の {時間|じかん}に {公開|こうかい}できませんでした：{{title}}',
  'mail.publication-refused.lead': '{公開|こうかい}の {時間|じかん}に なりました。でも、{公開|こうかい}して いません。',
  'mail.publication-refused.how': '{終|お}わったら、{行事|ぎょうじ}の ページで {公開|こうかい}するか、{時間|じかん}を {決|き}めて ください。',
  'mail.decision-asked.subject': 'やりますか：{{title}}（{{date}}）',
  'mail.decision-asked.lead': '{中止|ちゅうし}か どうか {決|き}める {時間|じかん}は、{{when}}です。',
  'mail.decision-asked.heat': 'この {行事|ぎょうじ}の {目安|めやす}（{{limit}}）より {暑|あつ}く なります。',
  'mail.decision-asked.warning': 'いま、{{alerts}}が {出|で}て います。{行事|ぎょうじ}を するか、{決|き}めて ください。',
  'mail.decision-asked.warned': 'この {行事|ぎょうじ}の {前|まえ}に、{強|つよ}い {警報|けいほう}が {出|で}ました。{今|いま}も {出|で}て いるかは、わかりません。',
  'mail.decision-asked.how': '{下|した}の ボタンから {選|えら}んで ください。する・{中止|ちゅうし}・{別|べつ}の {日|ひ}・{一部|いちぶ}を やめる。',
  'mail.decision-asked.how-said': '「{予定|よてい}どおり {開催|かいさい}」と {伝|つた}えて あります。やめるときは、{下|した}の ボタンから どうぞ。',
  'mail.decision-asked.open': '{決|き}める',
  'mail.decision-asked.unknown': 'わからない ものが あります',
  'mail.decision-asked.no-alerts': '{出|で}ていません',
  'mail.decision-asked.and': '、',
} as const satisfies Record<keyof typeof ja, string>;
