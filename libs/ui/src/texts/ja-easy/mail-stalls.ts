import type { mailStalls as ja } from '../ja/mail-stalls.js';

/** Texts of letters about stalls, ja-easy. Flat keys; `{{name}}` is a placeholder. */
export const mailStalls = {
  'mail.stall-applied.subject': '{店|みせ}の {申|もう}し{込|こ}みが {届|とど}きました：{{title}}',
  'mail.stall-accepted.subject': '{店|みせ}が {決|き}まりました：{{title}}',
  'mail.stall-declined.subject': '{店|みせ}の {返事|へんじ}：{{title}}',
  'mail.stall-placed.subject': '{店|みせ}の {場所|ばしょ}が {決|き}まりました：{{title}}',
  'mail.stall-called-off.subject': '{行事|ぎょうじ}が {中止|ちゅうし}です：{{title}}',
  'mail.stall-moved.subject': '{日|ひ}や {場所|ばしょ}が {変|か}わりました：{{title}}',
  'mail.stall-applied.lead': '{返事|へんじ}を {待|ま}ってください。{内容|ないよう}は、{下|した}の ページで {直|なお}せます。',
  'mail.stall-accepted.lead': '{店|みせ}を {出|だ}すことが できます。{楽|たの}しみに しています。',
  'mail.stall-declined.lead': '{申|もう}し{込|こ}みを ありがとうございました。{今回|こんかい}は、できません。',
  'mail.stall-placed.lead': '{場所|ばしょ}が {決|き}まりました。{前|まえ}の {場所|ばしょ}から {変|か}わることも あります。',
  'mail.stall-called-off.lead': 'すみません。この {行事|ぎょうじ}は {中止|ちゅうし}です。',
  'mail.stall-moved.lead': '{行事|ぎょうじ}の {日|ひ}や {場所|ばしょ}が {変|か}わりました。{下|した}を {見|み}てください。{来|く}ることが できない ときは、{店|みせ}の ページで やめてください。',
  'mail.stall-asked.subject': '{店|みせ}の {申|もう}し{込|こ}みが あります：{{title}}',
  'mail.stall-asked.lead': 'この {行事|ぎょうじ}に {店|みせ}を {出|だ}したい {人|ひと}が います。{返事|へんじ}を して ください。',
  'mail.stall-asked.open': '{店|みせ}の {申|もう}し{込|こ}みを {見|み}る',
  'mail.stall-left.subject': '{店|みせ}を やめる {連絡|れんらく}：{{title}}',
  'mail.stall-left.lead': '{決|き}まって いた {店|みせ}が、やめました。{場所|ばしょ}は {空|あ}いて います。',
  'mail.stall.open': '{店|みせ}の ページを {開|ひら}く',
  'mail.stall.reply': '{主催|しゅさい}から',
} as const satisfies Record<keyof typeof ja, string>;
