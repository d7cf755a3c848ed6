import type { appFigures as ja } from '../../ja/app/figures.js';

/** Texts of what the figures are laid beside, and of their pictures, ja-easy. */
export const appFigures = {
  'app.stats.table': '{数|かず}の {表|ひょう}：{{of}}',
  'app.stats.before.same-day': '{去年|きょねん}の {同|おな}じ {日|ひ}まで {{people}}{人|にん}',
  'app.stats.before.whole': '{前|まえ}の {年度|ねんど} {{people}}{人|にん}',
  'app.stats.before.change': '（{{change}}）',
  'app.stats.head.before': '{前|まえ}の {年度|ねんど}',
  'app.stats.head.difference': 'ちがい',
  'app.stats.month.now': 'この {年度|ねんど}',
  'app.stats.month.before': '{前|まえ}の {年度|ねんど}',
  'app.stats.area.low': '{平均|へいきん}の 6{割|わり}より {下|した}',
  'app.stats.area.mean': '{点線|てんせん}は {平均|へいきん} {{people}}{人|にん}',
  'app.stats.duty.title': '「{{duty}}」が いちばん {足|た}りませんでした（{{share}}）',
  'app.stats.duty.full': '{当番|とうばん}は、はじまる ときに そろいました',
  'app.stats.duty.sub': '{当番|とうばん}の うまり{方|かた}（%）。{何週|なんしゅう} {前|まえ}に どれだけ {決|き}まって いたか。{当番|とうばん}の {名前|なまえ}ごとの {数|かず}です。',
  'app.stats.duty.caption': '{当番|とうばん}の うまり{方|かた}',
  'app.stats.duty.head': '{当番|とうばん}',
  'app.stats.duty.places': '{募集|ぼしゅう}',
  'app.stats.duty.weeks': '{{weeks}}{週前|しゅうまえ}',
  'app.stats.duty.day': '{当日|とうじつ}',
  'app.stats.field.title': '「{{field}}」が {一番|いちばん} {多|おお}く、{{people}}{人|にん}が {参加|さんか}しました',
  'app.stats.field.sub': '{分野|ぶんや}と {地域|ちいき}ごとの {人数|にんずう}（のべ）。{色|いろ}が こいほど {多|おお}いです。',
  'app.stats.field.caption': '{分野|ぶんや}と {地域|ちいき}ごとの {参加者|さんかしゃ}',
  'app.stats.event.count': '{全部|ぜんぶ}の {行事|ぎょうじ}（{{count}}{件|けん}）',
} as const satisfies Record<keyof typeof ja, string>;
