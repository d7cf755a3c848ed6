import type { appPublishAt as ja } from '../../ja/app/publish-at.js';

/** Texts of the hour at which an event is published, and of those to whom it is, ja-easy. */
export const appPublishAt = {
  'app.publish-at.title': '{公開|こうかい}する {時間|じかん}を {決|き}める',
  'app.publish-at.change': '{公開|こうかい}する {時間|じかん}を {変|か}える',
  'app.publish-at.lead': 'その {時間|じかん}に {公開|こうかい}に なります。{申込|もうしこみ}の {始|はじ}まりを {決|き}めた {席|せき}は、その {時間|じかん}から {申|もう}し{込|こ}めます。',
  'app.publish-at.when': '{公開|こうかい}する {時間|じかん}',
  'app.publish-at.button': 'この {時間|じかん}に {公開|こうかい}する',
  'app.publish-at.now': 'いま {公開|こうかい}する',
  'app.publish-at.sure': '{{when}}から だれでも {見|み}る ことが できます。それまでは {変|か}える ことが できます。',
  'app.publish-at.planned': '{{when}}に {公開|こうかい}します',
  'app.publish-at.planned.body': 'その {時間|じかん}に ホームページに {出|で}ます。{公開|こうかい}できない ときは、メールで {知|し}らせます。',
  'app.publish-at.planned.not-yet': 'このままだと、その {時間|じかん}に {公開|こうかい}できません。{下|した}の ことを {終|お}わらせて ください。',
  'app.publish-at.drop': '{公開|こうかい}の {予定|よてい}を やめる',
  'app.publish-at.drop.sure': '{公開|こうかい}の {時間|じかん}が なくなります。{公開|こうかい}する ときは、「{公開|こうかい}する」を {押|お}して ください。',
  'app.publish.sure.members': '{団体|だんたい}の {人|ひと}だけの ページが できます。そして {申|もう}し{込|こ}みが {始|はじ}まります。',
  'app.publish.sure.area': '{地域|ちいき}の {人|ひと}だけの ページが できます。そして {申|もう}し{込|こ}みが {始|はじ}まります。',
  'app.invited.title.members': '{団体|だんたい}の {人|ひと}に {見|み}せる {行事|ぎょうじ}です',
  'app.invited.title.area': '{地域|ちいき}の {人|ひと}に {見|み}せる {行事|ぎょうじ}です',
  'app.invited.body.members': '{主催|しゅさい}と {共催|きょうさい}の {団体|だんたい}の {人|ひと}が {見|み}る ページです。ログインして「わたしの {予定|よてい}」を {見|み}ます。ログインしない {人|ひと}には、{下|した}の リンクを {渡|わた}して ください。',
  'app.invited.body.area': '{地域|ちいき}の {団体|だんたい}の {人|ひと}が {見|み}る ページです。ログインして「わたしの {予定|よてい}」を {見|み}ます。ログインしない {人|ひと}には、{下|した}の リンクを {渡|わた}して ください。',
  'app.page.link': 'リンク',
  'app.field.visibility.hint.everybody': '{一覧|いちらん}や {検索|けんさく}や カレンダーに {出|で}ます。',
  'app.field.visibility.hint.members': '{主催|しゅさい}と {共催|きょうさい}の {団体|だんたい}の {人|ひと}が、ログインすると {見|み}つけることが できます。{紙|かみ}の QRコードでも {開|ひら}きます。',
  'app.field.visibility.hint.area': 'その {地域|ちいき}の {団体|だんたい}の {人|ひと}が、ログインすると {見|み}つけることが できます。{紙|かみ}の QRコードでも {開|ひら}きます。',
  'app.field.visibility.hint.invited': 'リンクを {渡|わた}した {人|ひと}の ほかは、だれも {見|み}つけません。',
} as const satisfies Record<keyof typeof ja, string>;
