import type { reporting as ja } from '../ja/reporting.js';

/** Texts of `reporting`, ja-easy. Flat keys; `{{name}}` is a placeholder. */
export const reporting = {
  'reporting.attendance-from.reception': '{受付|うけつけ}の {記録|きろく}',
  'reporting.attendance-from.report': '{実施報告|じっしほうこく}',
  'reporting.figure.applied': '{申|もう}し{込|こ}み',
  'reporting.figure.confirmed': '{確定|かくてい}（{決|き}まった {数|かず}）',
  'reporting.figure.events': '{行事|ぎょうじ}の {数|かず}',
  'reporting.figure.fillRate': '{充足率|じゅうそくりつ}（うまった {割合|わりあい}）',
  'reporting.figure.participants': '{参加|さんか}',
  'reporting.figure.places': '{定員|ていいん}',
  'reporting.figure.placesTaken': '{定員|ていいん}の {中|なか}の {確定|かくてい}',
  'reporting.figure.volunteerPlaces': '{当番|とうばん}の {募集|ぼしゅう}',
  'reporting.figure.volunteers': 'ボランティアの {参加|さんか}',
  'reporting.figure.volunteersConfirmed': '{当番|とうばん}の {確定|かくてい}',
  'reporting.figure.walkIns': '{当日参加|とうじつさんか}',
  'reporting.unit.people': '{人|にん}',
  'reporting.whole-ward': '{区|く}の {全体|ぜんたい}',
  'refusal.participation.not-yours': '{参加|さんか}の {数|かず}は、{見|み}る {人|ひと}が {決|き}まっています。{区役所|くやくしょ}の {職員|しょくいん}と、{主催|しゅさい}の {団体|だんたい}の {役員|やくいん}だけです。',
} as const satisfies Record<keyof typeof ja, string>;
