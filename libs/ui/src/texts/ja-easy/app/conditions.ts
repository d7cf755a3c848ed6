import type { appConditions as ja } from '../../ja/app/conditions.js';

/** Texts of `app`, conditions of an approval, ja-easy. Flat keys; `{{name}}` is a placeholder. */
export const appConditions = {
  'app.condition.until': '{{date}}まで',
  'app.condition.first': '{公開|こうかい}の {前|まえ}に',
  'app.next.meet-conditions': '{公開|こうかい}の {前|まえ}に する ことが あります',
  'app.next.meet-conditions.body': '{区|く}の {承認|しょうにん}に {条件|じょうけん}が あります。{下|した}の「{承認|しょうにん}の {条件|じょうけん}」を して、{知|し}らせて ください。{区|く}が たしかめると {公開|こうかい}できます。',
  'app.next.meet-conditions.button': '{承認|しょうにん}の {条件|じょうけん}を {見|み}る',
  'app.task.condition': '「{{title}}」の {条件|じょうけん}を {終|お}わらせる',
  'app.task.condition.button': '{条件|じょうけん}を {見|み}る',
  'app.hub.publication.after-conditions': '{承認|しょうにん}の {条件|じょうけん}が {終|お}わると {公開|こうかい}できます',
  'app.task.confirm': '「{{title}}」の {条件|じょうけん}を たしかめる',
  'app.task.confirm.button': '{知|し}らせを {見|み}る',
  'app.evidence.add': '{写真|しゃしん}・PDFを つける',
  'app.evidence.hint': '8MBまで',
  'app.evidence.photo': '{写真|しゃしん} {{n}}',
  'app.evidence.paper': '{書類|しょるい} {{n}}（PDF）',
  'app.evidence.arrived': '{{date}}に {届|とど}きました（{{size}}）',
  'app.evidence.remove': '{消|け}す',
  'app.next.do-procedures': '{公開|こうかい}の {前|まえ}に する {手続|てつづ}きが あります',
  'app.next.do-procedures.body': '{許可|きょか}などを もらったら {知|し}らせて ください。{区|く}が たしかめると {公開|こうかい}できます。',
  'app.next.do-procedures.button': '{手続|てつづ}きを {見|み}る',
  'app.task.procedure': '「{{title}}」の {手続|てつづ}きを {終|お}わらせる',
  'app.task.procedure.button': '{手続|てつづ}きを {見|み}る',
  'app.task.withdraw': 'やめることを {言|い}う ところが {{count}}つ あります',
  'app.task.withdraw.button': '{言|い}う ところを {見|み}る',
} as const satisfies Record<keyof typeof ja, string>;
