import type { appPublishAt as ja } from '../../ja/app/publish-at.js';

/** Texts of the hour at which an event is published, ja-easy. */
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
} as const satisfies Record<keyof typeof ja, string>;
