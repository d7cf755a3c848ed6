import type { reminders as ja } from '../ja/reminders.js';

/** Texts of `reminders`, ja-easy. Flat keys; `{{name}}` is a placeholder. */
export const reminders = {
  'reminders.kind.d7': '1{週間|しゅうかん}{前|まえ}（{午前|ごぜん}10{時|じ}）',
  'reminders.kind.d1': '{前|まえ}の {日|ひ}（{午後|ごご}6{時|じ}）',
  'reminders.kind.day': 'その {日|ひ}（{午前|ごぜん}7{時|じ}30{分|ぷん}）',
  'reminders.state.due': '{予定|よてい}',
  'reminders.state.expanded': '{送|おく}りました',
  'reminders.state.withdrawn': '{取|と}りやめ',
  'reminders.state.skipped': 'なし（{時間|じかん}が {過|す}ぎているため）',
} as const satisfies Record<keyof typeof ja, string>;
